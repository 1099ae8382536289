// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** One judge beside others. */
@AnalyzeClasses(packages = "vacate.lincheck", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** Verdicts and models are words that all of them use. */
  @ArchTest
  static final ArchRule NO_OTHER_JUDGE_AND_NO_COMMAND_IS_KNOWN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "vacate[.](stress|cli|story|report|barriers|work)[.].*"
                  + "|vacate[.]explorer[.](?!Verdict|model[.]).*"
                  + "|org[.]openjdk[.]jcstress[.].*");
}
