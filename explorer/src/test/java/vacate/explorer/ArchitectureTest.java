// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import vacate.explorer.search.Refused;
import vacate.explorer.weave.Engine;

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
          .layer("monitor")
          .definedBy("vacate.explorer.monitor..")
          .layer("search")
          .definedBy("vacate.explorer.search..")
          .layer("jdk")
          .definedBy("vacate.explorer.jdk..")
          .layer("weave")
          .definedBy("vacate.explorer.weave..")
          .layer("loop")
          .definedBy("vacate.explorer.loop..")
          .layer("heap")
          .definedBy("vacate.explorer.heap..")
          .layer("call")
          .definedBy("vacate.explorer.call..")
          .layer("hook")
          .definedBy("vacate.explorer.hook..")
          .layer("standin")
          .definedBy("vacate.explorer.standin..")
          .layer("jcstress")
          .definedBy("vacate.explorer.jcstress..")
          .layer("weaken")
          .definedBy("vacate.explorer.weaken..")
          .layer("checkpoint")
          .definedBy("vacate.explorer.checkpoint..")
          .layer("lincheck")
          .definedBy("vacate.explorer.lincheck")
          .layer("api")
          .definedBy("vacate.explorer")
          .layer("linear")
          .definedBy("vacate.explorer.linear")
          .layer("play")
          .definedBy("vacate.explorer.linear.play")
          .whereLayer("linear")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("play")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("api")
          .mayOnlyBeAccessedByLayers("linear")
          .whereLayer("lincheck")
          .mayOnlyBeAccessedByLayers("api", "linear")
          .whereLayer("jcstress")
          .mayOnlyBeAccessedByLayers("api", "linear")
          .whereLayer("weaken")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("standin")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("hook")
          .mayOnlyBeAccessedByLayers("standin", "jcstress", "api")
          .whereLayer("call")
          .mayOnlyBeAccessedByLayers("hook")
          .whereLayer("heap")
          .mayOnlyBeAccessedByLayers("call", "hook", "jcstress", "weaken", "api")
          .whereLayer("loop")
          .mayOnlyBeAccessedByLayers("heap", "call", "hook")
          .whereLayer("weave")
          .mayOnlyBeAccessedByLayers(
              "heap", "call", "hook", "weaken", "jcstress", "checkpoint", "api", "linear")
          .whereLayer("jdk")
          .mayOnlyBeAccessedByLayers("weave", "heap", "call")
          .whereLayer("checkpoint")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("monitor")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers(
              "weave", "loop", "heap", "call", "hook", "weaken", "jcstress", "api")
          .whereLayer("execution")
          .mayOnlyBeAccessedByLayers(
              "weave", "loop", "heap", "call", "hook", "weaken", "jcstress", "monitor", "api")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("search", "monitor", "api", "linear")
          .whereLayer("graph")
          .mayOnlyBeAccessedByLayers(
              "model", "search", "heap", "call", "hook", "weaken", "jcstress", "monitor", "api");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("vacate.explorer.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule WEAVING_RUNS_NOTHING =
      noClasses()
          .that()
          .resideInAPackage("vacate.explorer.weave..")
          .should(
              ArchConditions.dependOnClassesThat(
                  JavaClass.Predicates.resideInAPackage("vacate.explorer.search..")
                      .and(
                          DescribedPredicate.not(
                              JavaClass.Predicates.equivalentTo(Refused.class)))));

  @ArchTest
  static final ArchRule NOTHING_THAT_RUNS_OR_SEARCHES_TAKES_CLASS_FILES_APART =
      noClasses()
          .that()
          .resideInAnyPackage(
              "vacate.explorer",
              "vacate.explorer.call..",
              "vacate.explorer.checkpoint..",
              "vacate.explorer.execution..",
              "vacate.explorer.graph..",
              "vacate.explorer.heap..",
              "vacate.explorer.hook..",
              "vacate.explorer.jdk..",
              "vacate.explorer.loop..",
              "vacate.explorer.model..",
              "vacate.explorer.search..",
              "vacate.explorer.standin..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.objectweb.asm..");

  /** A package that is not listed is woven, and another copy of it runs in actors. */
  @ArchTest
  static final ArchRule THE_ENGINE_LISTS_ALL_PACKAGES_BUT_WHAT_RUNS_IN_ACTORS =
      classes()
          .that()
          .resideOutsideOfPackages("vacate.explorer.standin..", "vacate.explorer.linear.play..")
          .should(
              ArchConditions.be(
                  DescribedPredicate.describe(
                      "in a package that Engine lists",
                      c -> Engine.isInItsPackages(c.getName().replace('.', '/')))));
}
