// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: from what is found out to what is told, and never back. */
@AnalyzeClasses(
    packages = {
      "vacate.cli",
      "vacate.barriers",
      "vacate.mutants",
      "vacate.report",
      "vacate.story",
      "vacate.port",
      "vacate.sweep",
      "vacate.work"
    },
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("cli")
          .definedBy("vacate.cli")
          .layer("barriers")
          .definedBy("vacate.barriers")
          .layer("mutants")
          .definedBy("vacate.mutants")
          .layer("report")
          .definedBy("vacate.report")
          .layer("story")
          .definedBy("vacate.story")
          .layer("port")
          .definedBy("vacate.port")
          .layer("sweep")
          .definedBy("vacate.sweep")
          .layer("work")
          .definedBy("vacate.work")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("barriers")
          .mayOnlyBeAccessedByLayers("cli", "mutants")
          .whereLayer("mutants")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("story")
          .mayOnlyBeAccessedByLayers("cli", "barriers", "report")
          .whereLayer("sweep")
          .mayOnlyBeAccessedByLayers("cli", "mutants", "report")
          .whereLayer("port")
          .mayNotAccessAnyLayer()
          .whereLayer("work")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule A_REPORT_EXPLORES_AND_REPLAYS_NOTHING =
      noClasses()
          .that()
          .resideInAPackage("vacate.report")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "vacate[.]explorer[.](Explorer|Exploration|Inspection|BarrierAnalysis|jcstress[.].*)"
                  + "|vacate[.]story[.](Reproducer|Counterexamples)"
                  + "|vacate[.](stress|lincheck)[.].*|org[.]openjdk[.]jcstress[.].*");

  @ArchTest
  static final ArchRule ONLY_COMMANDS_KNOW_HOW_JUDGES_ARE_STARTED =
      noClasses()
          .that()
          .resideInAnyPackage(
              "vacate.barriers", "vacate.report", "vacate.story", "vacate.sweep", "vacate.work")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("vacate.stress.runner.fork..", "org.openjdk.jcstress..");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("vacate.(*)..").should().beFreeOfCycles();
}
