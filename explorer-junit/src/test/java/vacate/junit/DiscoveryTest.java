// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import vacate.junit.cases.Mailbox;
import vacate.junit.cases.Waiting;
import vacate.junit.cases.inner.Dekker;

class DiscoveryTest {
  private static final String MAILBOX = "[engine:vacate]/[class:vacate.junit.cases.Mailbox]";
  private static final String PLAIN = MAILBOX + "/[class:vacate.junit.cases.Mailbox$Plain]";

  private static TestDescriptor discover(DiscoverySelector... selectors) {
    EngineDiscoveryResults found =
        EngineTestKit.engine(VacateTestEngine.ID).selectors(selectors).discover();
    assertThat(found.getDiscoveryIssues()).isEmpty();
    return found.getEngineDescriptor();
  }

  /** One line a node, below one another and further right. */
  private static List<String> tree(TestDescriptor node, String indent) {
    return node.getChildren().stream()
        .flatMap(
            child ->
                Stream.concat(Stream.of(indent + name(child)), tree(child, indent + "  ").stream()))
        .toList();
  }

  private static String name(TestDescriptor node) {
    return node.getDisplayName().replaceFirst(".*[.]", "");
  }

  private static List<String> found(DiscoverySelector... selectors) {
    return tree(discover(selectors), "");
  }

  @Test
  void aClassBringsTheTestsThatAreInIt() {
    assertThat(found(selectClass(Mailbox.class)))
        .containsExactlyInAnyOrder(
            "Mailbox", "  Mailbox$Plain", "    jmm", "  Mailbox$Volatile", "    jmm");
  }

  @Test
  void aTestMayHaveTestsInIt() {
    assertThat(found(selectClass(Waiting.class)))
        .containsExactly("Waiting", "  jmm", "  Waiting$Volatile", "    jmm");
  }

  @Test
  void aNestedClassBringsWhatItIsInButNotItsSiblings() {
    List<String> plain = List.of("Mailbox", "  Mailbox$Plain", "    jmm");
    assertThat(found(selectClass(Mailbox.Plain.class))).isEqualTo(plain);
    assertThat(found(selectNestedClass(List.of(Mailbox.class), Mailbox.Plain.class)))
        .isEqualTo(plain);
  }

  @Test
  void aPackageBringsItsSubpackages() {
    TestDescriptor root = discover(selectPackage("vacate.junit.cases"));

    assertThat(root.getChildren())
        .extracting(DiscoveryTest::name)
        .containsExactlyInAnyOrder("Mailbox", "Waiting", "Unjudged", "Dekker");
    assertThat(found(selectPackage("vacate.junit.cases.inner"))).first().isEqualTo("Dekker");
  }

  @Test
  void aRootOfTheClassPathBringsAllThatTheFilterLetsPass() throws URISyntaxException {
    Path classes =
        Path.of(Mailbox.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    EngineDiscoveryResults found =
        EngineTestKit.engine(VacateTestEngine.ID)
            .selectors(selectClasspathRoots(Set.of(classes)).toArray(DiscoverySelector[]::new))
            .filters(
                (Filter<?>) ClassNameFilter.includeClassNamePatterns(".*Mailbox[$]V.*|.*Wait.*"))
            .discover();

    assertThat(tree(found.getEngineDescriptor(), ""))
        .containsExactlyInAnyOrder(
            "Mailbox",
            "  Mailbox$Volatile",
            "    jmm",
            "Waiting",
            "  jmm",
            "  Waiting$Volatile",
            "    jmm");
  }

  @Test
  void whatIsSelectedInManyWaysIsFoundOnce() {
    assertThat(
            found(
                selectClass(Mailbox.Plain.class),
                selectClass(Mailbox.class),
                selectPackage("vacate.junit.cases"),
                selectUniqueId(PLAIN + "/[model:jmm]")))
        .containsOnlyOnce("  Mailbox$Plain");
  }

  @Test
  void aUniqueIdIsOneModelOfOneTest() {
    assertThat(found(selectUniqueId(PLAIN + "/[model:jmm]")))
        .containsExactly("Mailbox", "  Mailbox$Plain", "    jmm");
    assertThat(found(selectUniqueId(PLAIN)))
        .containsExactly("Mailbox", "  Mailbox$Plain", "    jmm");
  }

  @Test
  void aModelThatIsNotConfiguredCanBeAskedForByItsId() {
    assertThat(found(selectUniqueId(PLAIN + "/[model:pso]")))
        .containsExactly("Mailbox", "  Mailbox$Plain", "    pso");
  }

  @Test
  void modelsAreInTheOrderInWhichAClassNamesThemEachOnce() {
    assertThat(found(selectClass(Dekker.AsAround.class)))
        .containsExactly("Dekker", "  Dekker$AsAround", "    tso", "    sc");
  }

  @Test
  void aMethodIsNoTest() throws NoSuchMethodException {
    assertThat(found(selectMethod(Mailbox.Plain.class, "send"))).isEmpty();
  }

  @Test
  void aClassWithoutTestsIsNone() {
    assertThat(found(selectClass(DiscoveryTest.class), selectClass(Map.class))).isEmpty();
  }

  @Test
  void aClassIsWhereItsTestsCanBeFoundInTheSource() {
    TestDescriptor plain =
        discover(selectClass(Mailbox.Plain.class)).getChildren().iterator().next();

    assertThat(plain.getSource()).contains(ClassSource.from(Mailbox.class));
    assertThat(plain.getDisplayName()).isEqualTo(Mailbox.class.getName());
  }
}
