// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vacate.history", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule HISTORY_IS_DATA_ABOUT_REVISIONS_AND_SCENARIOS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vacate.claim", "vacate.history", "vacate.revision", "vacate.scene", "java..");
}
