// SPDX-License-Identifier: GPL-2.0-only
package vacate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
    packages = {
      "vacate.kernel",
      "vacate.mm",
      "vacate.slub",
      "vacate.revision",
      "vacate.port",
      "vacate.invariant",
      "vacate.scene"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule EVERY_PACKAGE_KNOWS_ONLY_WHAT_IS_BELOW_IT =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("kernel")
          .definedBy("vacate.kernel")
          .layer("mm")
          .definedBy("vacate.mm")
          .layer("slub")
          .definedBy("vacate.slub")
          .layer("revision")
          .definedBy("vacate.revision..")
          .layer("invariant")
          .definedBy("vacate.invariant")
          .layer("scene")
          .definedBy("vacate.scene")
          .layer("port")
          .definedBy("vacate.port")
          .whereLayer("kernel")
          .mayNotAccessAnyLayer()
          .whereLayer("mm")
          .mayOnlyAccessLayers("kernel")
          .whereLayer("slub")
          .mayOnlyAccessLayers("kernel", "mm")
          .whereLayer("revision")
          .mayOnlyAccessLayers("kernel", "mm", "slub")
          .whereLayer("invariant")
          .mayOnlyAccessLayers("kernel", "mm", "slub")
          .whereLayer("port")
          .mayOnlyAccessLayers("kernel", "mm", "slub", "revision")
          .whereLayer("scene")
          .mayOnlyAccessLayers("kernel", "mm", "slub", "revision", "invariant");

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().matching("vacate.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_PORT_BUILDS_ON_NOTHING_BUT_JAVA =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("vacate..", "java.lang..", "java.util..");

  @ArchTest
  static final ArchRule NO_CONCURRENCY_UTILITIES_ARE_USED =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.concurrent..");

  @ArchTest
  static final ArchRule ONLY_REPORTS_USE_COLLECTIONS =
      noClasses()
          .that()
          .resideInAnyPackage("vacate.kernel", "vacate.mm", "vacate.slub", "vacate.revision")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util..");
}
