// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "vacate.junit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** Neither jcstress nor an engine of JUnit's need be on a user's test path for the rest. */
  @ArchTest
  static final ArchRule NEEDS_THE_EXPLORER_AND_THE_PLATFORM_ALONE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..",
              "org.junit.platform.commons..",
              "org.junit.platform.engine..",
              "org.opentest4j..",
              "vacate.junit",
              "vacate.explorer",
              "vacate.explorer.execution",
              "vacate.explorer.jcstress",
              "vacate.explorer.model",
              "vacate.explorer.monitor",
              "vacate.explorer.weave");

  /** Methods of other tests have no platform to tell. */
  @ArchTest
  static final ArchRule WHAT_IS_CALLED_FROM_TESTS_KNOWS_NO_ENGINE =
      noClasses()
          .that()
          .haveSimpleName("Explore")
          .or()
          .haveSimpleName("ResultAssert")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("vacate[.]junit[.](Engine.*|VacateTestEngine|Configuration|.*Node)");
}
