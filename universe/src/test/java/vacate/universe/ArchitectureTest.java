// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = {"vacate.chronicle", "vacate.universe", "vacate.watch"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule SCENARIOS_ARE_BETWEEN_THE_PORT_AND_THE_EXPLORER_AND_KNOW_NO_OTHER_JUDGE =
      classes()
          .that()
          .resideInAPackage("vacate.universe")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vacate.universe",
              "vacate.watch",
              "vacate.history",
              "vacate.claim",
              "vacate.revision",
              "vacate.kernel",
              "vacate.mm",
              "vacate.scene",
              "vacate.slub",
              "vacate.invariant",
              "vacate.explorer",
              "vacate.explorer.jcstress",
              "vacate.explorer.model",
              "vacate.explorer.monitor",
              "org.openjdk.jcstress.annotations",
              "java..");

  @ArchTest
  static final ArchRule CLAIMS_ARE_WATCHED_IN_EXECUTIONS_WHATEVER_THEY_ARE_OF =
      classes()
          .that()
          .resideInAPackage("vacate.watch")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vacate.watch",
              "vacate.claim",
              "vacate.history",
              "vacate.mm",
              "vacate.port",
              "vacate.revision",
              "vacate.scene",
              "vacate.spec",
              "vacate.explorer.execution",
              "vacate.explorer.graph",
              "vacate.explorer.monitor",
              "java..");

  @ArchTest
  static final ArchRule HISTORY_IS_EXPLORED_BY_SCENARIOS =
      classes()
          .that()
          .resideInAPackage("vacate.chronicle")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vacate.chronicle",
              "vacate.claim",
              "vacate.history",
              "vacate.watch",
              "vacate.universe",
              "vacate.revision",
              "vacate.scene",
              "vacate.explorer",
              "vacate.explorer.jcstress",
              "vacate.explorer.model",
              "vacate.explorer.monitor",
              "java..");
}
