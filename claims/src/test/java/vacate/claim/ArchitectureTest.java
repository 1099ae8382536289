// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.Expectation;

/** What a question may be about. */
@AnalyzeClasses(packages = "vacate.claim", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** What the explorer finds is told in its own words; whoever explores is asked elsewhere. */
  @ArchTest
  static final ArchRule A_CLAIM_IS_ABOUT_REVISIONS_UNDER_MODELS_AND_KNOWS_NO_JUDGE =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "vacate.claim", "vacate.revision", "vacate.explorer.model", "java..")
                  .or(type(Expectation.class))
                  .or(type(Verdict.class))
                  .or(type(Verdict[].class)));
}
