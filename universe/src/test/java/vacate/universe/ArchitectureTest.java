// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vacate.universe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule SCENARIOS_ARE_BETWEEN_THE_PORT_AND_THE_EXPLORER_AND_KNOW_NO_OTHER_JUDGE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vacate.universe",
              "vacate.revision",
              "vacate.kernel",
              "vacate.mm",
              "vacate.scene",
              "vacate.slub",
              "vacate.invariant",
              "vacate.explorer",
              "vacate.explorer.jcstress",
              "vacate.explorer.model",
              "org.openjdk.jcstress.annotations",
              "java..");
}
