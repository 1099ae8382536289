// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Breach;
import vacate.universe.Ruling;
import vacate.universe.SweepSummary;
import vacate.universe.Swept;
import vacate.watch.BrokenClaim;

class SweepHtmlTest {
  private static Swept swept(String scenario, Verdict verdict, List<BrokenClaim> claims) {
    return swept(scenario, verdict, verdict == Verdict.BOUNDED ? "it is long" : null, claims);
  }

  private static Swept swept(
      String scenario, Verdict verdict, String reason, List<BrokenClaim> claims) {
    List<Breach> breaches =
        verdict == Verdict.REFUTED ? List.of(new Breach("it dies", "v1.x", null)) : List.of();
    Ruling ruling = new Ruling(MemoryModel.SC, verdict, reason, 1, 0, null, null, breaches, claims);
    return new Swept(Revision.POSTED, Scenario.parse(scenario), List.of(ruling), true);
  }

  private static final BrokenClaim LITERAL = new BrokenClaim(Claim.C12, Form.LITERAL, "x");
  private static final BrokenClaim QUALIFIED = new BrokenClaim(Claim.C12, Form.QUALIFIED, "x");

  private static Document page(List<Swept> all) {
    return Xml.parse(
        SweepHtml.of(
            "posted",
            List.of("REFUTED <so>"),
            all.stream().map(Swept::scenario).toList(),
            List.of(SweepSummary.of(MemoryModel.SC, all)),
            true));
  }

  private static Element article(Document page, String id) {
    NodeList all = page.getElementsByTagName("article");
    for (int i = 0; i < all.getLength(); i++) {
      if (((Element) all.item(i)).getAttribute("id").equals(id)) {
        return (Element) all.item(i);
      }
    }
    throw new AssertionError("no " + id);
  }

  private static List<String> cells(Element in) {
    List<String> cells = new ArrayList<>();
    NodeList all = in.getElementsByTagName("td");
    for (int i = 0; i < all.getLength(); i++) {
      Element cell = (Element) all.item(i);
      cells.add(cell.getAttribute("class") + ": " + cell.getAttribute("title"));
    }
    return cells;
  }

  @Test
  void aClaimIsDarkWhereItBreaksAndDarkerWhereNothingHelps() {
    Document page =
        page(
            List.of(
                swept("full: vacate", Verdict.REFUTED, List.of(LITERAL)),
                swept("kept: vacate", Verdict.PROVED, List.of(QUALIFIED)),
                swept("rcu full: vacate; idle", Verdict.PROVED, List.of()),
                swept("full: free(0)", Verdict.PROVED, List.of())));

    assertThat(cells(article(page, "C12")))
        .containsExactly(
            "bad: full: vacate",
            "whole: rcu full: vacate; idle",
            "bad even: kept: vacate",
            "none: ");
    assertThat(article(page, "C12").getTextContent())
        .contains("BREAKS", "it breaks even so in 1 under sc, of 4 scenarios")
        .contains("./vacate judge 'full: vacate' --revision posted --claim C12");
    assertThat(article(page, "C1").getTextContent()).contains("HOLDS IN ALL 4");
  }

  @Test
  void aClaimHoldsInAllOnlyIfAllWereExplored() {
    Document page = page(List.of(swept("full: vacate", Verdict.BOUNDED, List.of())));

    assertThat(article(page, "C1").getTextContent())
        .contains("NOT SEEN TO BREAK")
        .doesNotContain("HOLDS");
  }

  @Test
  void whatIsBrokenAndNotExploredToItsEndSaysNothingOfOtherClaims() {
    Document page =
        page(List.of(swept("full: vacate", Verdict.REFUTED, "it is long", List.of(LITERAL))));

    assertThat(article(page, "C1").getTextContent())
        .contains("NOT SEEN TO BREAK")
        .doesNotContain("HOLDS");
  }

  @Test
  void whereNotAllWasExploredNothingIsSaidToBeWhole() {
    Document page =
        page(
            List.of(
                swept("full: vacate", Verdict.REFUTED, List.of(LITERAL)),
                swept("kept: vacate", Verdict.BOUNDED, List.of()),
                swept("partial: vacate", Verdict.PROVED, List.of())));

    assertThat(cells(article(page, "C12")))
        .containsExactly("whole: partial: vacate", "bad: full: vacate", "open: kept: vacate");
    assertThat(article(page, "C12").getTextContent())
        .contains("it was not seen to break even so, but not all was explored")
        .doesNotContain("so it does in all");
    assertThat(page.getDocumentElement().getTextContent())
        .contains("1 of them were not explored to their end");
  }

  @Test
  void tellsWhatIsBrokenWithTheCommandThatShowsIt() {
    String text =
        page(List.of(swept("full: vacate", Verdict.REFUTED, List.of())))
            .getDocumentElement()
            .getTextContent();

    assertThat(text)
        .contains("REFUTED <so>", "it dies", "./vacate judge 'full: vacate' --revision posted");
  }
}
