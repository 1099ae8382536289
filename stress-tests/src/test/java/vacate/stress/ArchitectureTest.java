// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import vacate.explorer.Verdict;

/** Tests are one thing, and what runs them is another. */
@AnalyzeClasses(packages = "vacate.stress", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] TESTS = {
    "vacate.stress.control",
    "vacate.stress.slice",
    "vacate.stress.litmus",
    "vacate.stress.claim",
    "vacate.stress.defect",
    "vacate.stress.protocol"
  };

  /** The classes that jcstress makes of them are its own. */
  @ArchTest
  static final ArchRule A_TEST_KNOWS_THE_PORT_AND_WHAT_IS_CLAIMED_AND_NOT_WHO_JUDGES =
      classes()
          .that()
          .resideInAnyPackage(TESTS)
          .and()
          .haveNameNotMatching(".*_jcstress([$].*)?")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(TESTS)
                  .or(
                      resideInAnyPackage(
                          "vacate.kernel",
                          "vacate.mm",
                          "vacate.slub",
                          "vacate.revision",
                          "vacate.scene",
                          "vacate.claim",
                          "vacate.explorer.model",
                          "org.openjdk.jcstress.annotations",
                          "org.openjdk.jcstress.infra.results",
                          "java.lang.."))
                  .or(type(Verdict.class)));

  /** Its annotations, its results and its command are what it gives to all. */
  @ArchTest
  static final ArchRule ONLY_THE_RUNNER_KNOWS_HOW_JCSTRESS_WORKS_INSIDE =
      noClasses()
          .that()
          .resideOutsideOfPackage("vacate.stress.runner.fork")
          .and()
          .haveNameNotMatching(".*_jcstress([$].*)?")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org[.]openjdk[.]jcstress[.](?!annotations[.]|infra[.]results[.]|Main$).*");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("vacate.stress.(**)").should().beFreeOfCycles();
}
