// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Finding;

class IndexHtmlTest {
  private final String html = IndexHtml.of(Sample.report());
  private final Document page = Xml.parse(html);

  @Test
  void everyClaimAndDefectHasASection() {
    List<String> ids = ids();

    for (Claim claim : Claim.values()) {
      assertThat(ids).contains("claim-" + claim.label);
    }
    for (Defect defect : Defect.values()) {
      assertThat(ids).contains("defect-" + defect.label());
    }
    assertThat(ids)
        .contains("matrix", "revisions", "barriers", "controls", "machine", "verdicts")
        .doesNotHaveDuplicates();
  }

  @Test
  void everyLinkStaysInThePageAndHasATarget() {
    assertThat(Xml.all(page, "a"))
        .isNotEmpty()
        .allSatisfy(
            link -> assertThat(ids()).contains(link.getAttribute("href").replaceFirst("^#", "")));
    assertThat(html).doesNotContain("src=").doesNotContain("@import").doesNotContain("url(h");
    assertThat(Xml.all(page, "link"))
        .allSatisfy(link -> assertThat(link.getAttribute("href")).startsWith("data:"));
  }

  @Test
  void whatIsTextIsNotMarkup() {
    assertThat(Xml.all(page, "script")).hasSize(1);
    assertThat(page.getDocumentElement().getTextContent())
        .contains("<script>alert('&\"|_]]>\\u0000");
  }

  @Test
  void theMatrixHasALineForEachSubjectAndRevision() {
    assertThat(lines())
        .extracting(line -> line.getAttribute("data-text"))
        .containsExactly(
            "c2 inuse-zero-before-pageslab claim corrected",
            "c4 reference-fails-if-being-freed claim posted",
            "c10 inuse-changes-under-lock-only claim corrected",
            "d1 lock-bit-lost defect posted",
            "j compound-page-bug-on defect posted",
            "no-wmb missing-write-barrier defect withoutwritebarrier");
    assertThat(lines().get(0).getAttribute("data-verdicts"))
        .isEqualTo("BOUNDED|PROVED|NOT OBSERVED|not as declared");
  }

  @Test
  void aCellSaysHowManyAreNotAsDeclared() {
    List<Finding> findings = new ArrayList<>(Sample.findings());
    findings.add(findings.get(2));
    findings.add(findings.get(3));

    assertThat(IndexHtml.of(Sample.withoutMachine(findings))).contains("2 of 2 not as declared");
  }

  @Test
  void onlyAWeakMemoryWitnessHasAnEdgeThatIsMissing() {
    assertThat(edges("defect-missing-write-barrier", "pass")).isNotEmpty();
    assertThat(edges("claim-reference-fails-if-being-freed", "pass")).isEmpty();
    assertThat(edges("claim-reference-fails-if-being-freed", "rf")).isNotEmpty();
  }

  @Test
  void theSequenceHasAColumnForEachThreadAndThePageAfterEachStep() {
    Element table =
        Xml.all(page, "table").stream()
            .filter(t -> t.getAttribute("class").equals("sequence"))
            .filter(t -> isIn(t, "defect-missing-write-barrier"))
            .findFirst()
            .orElseThrow();

    assertThat(table.getTextContent())
        .contains("alloc", "vacate", "flags", "inuse", "freelist", "_count", "list")
        .contains("__SetPageSlab", "SlabState.java:", "locked frozen slab", "0xffff");
    assertThat(Xml.all(page, "table"))
        .filteredOn(t -> t.getAttribute("class").equals("sequence"))
        .extracting(Element::getTextContent)
        .anyMatch(text -> text.contains("partial"));
  }

  @Test
  void aBarrierIsNeededOrRedundantAndWhatIsNeededComesFirst() {
    Element table =
        Xml.all(page, "table").stream()
            .filter(t -> t.getAttribute("class").equals("barriers"))
            .findFirst()
            .orElseThrow();

    assertThat(table.getTextContent())
        .containsSubsequence(
            "new_slab (SlabPages.java:70)",
            "NEEDED",
            "add_page (SlabLists.java:30)",
            "REDUNDANT",
            "not as declared");
  }

  @Test
  void withoutTheMachineNothingIsSaidOfIt() {
    String without = IndexHtml.of(Sample.withoutMachine(Sample.findings()));

    assertThat(html).contains("id=\"machine\"", "six of one &amp; half a dozen");
    assertThat(without).doesNotContain("machine\"").doesNotContain("seed");
  }

  private List<Element> lines() {
    return Xml.all(page, "tr").stream().filter(tr -> tr.hasAttribute("data-text")).toList();
  }

  private List<Element> edges(String article, String kind) {
    return Xml.all(page, "path").stream()
        .filter(path -> path.getAttribute("class").equals("edge " + kind))
        .filter(path -> !((Element) path.getParentNode()).hasAttribute("aria-hidden"))
        .filter(path -> isIn(path, article))
        .toList();
  }

  private static boolean isIn(Element element, String article) {
    return element.getParentNode() instanceof Element parent
        && (parent.getAttribute("id").equals(article) || isIn(parent, article));
  }

  private List<String> ids() {
    return Xml.all(page, "*").stream()
        .map(element -> element.getAttribute("id"))
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
