// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "vacate.explorer", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("execution")
          .definedBy("vacate.explorer.execution..")
          .layer("graph")
          .definedBy("vacate.explorer.graph..")
          .layer("model")
          .definedBy("vacate.explorer.model..")
          .layer("search")
          .definedBy("vacate.explorer.search..")
          .layer("weave")
          .definedBy("vacate.explorer.weave..")
          .layer("jcstress")
          .definedBy("vacate.explorer.jcstress..")
          .layer("weaken")
          .definedBy("vacate.explorer.weaken..")
          .layer("api")
          .definedBy("vacate.explorer")
          .whereLayer("api")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("jcstress")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("weaken")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("weave")
          .mayOnlyBeAccessedByLayers("jcstress", "weaken", "api")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("weave", "weaken", "jcstress", "api")
          .whereLayer("execution")
          .mayOnlyBeAccessedByLayers("weave", "weaken", "jcstress", "api")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("search", "api")
          .whereLayer("graph")
          .mayOnlyBeAccessedByLayers("model", "search", "weave", "weaken", "jcstress", "api");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("vacate.explorer.(*)..").should().beFreeOfCycles();
}
