// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scenario;

class StagingTest {
  @TempDir Path traces;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "full: free(0) | flush"           | has no specification of flush
          "partial: vacate irq: free(0)"    | has no interrupts, and no second processes
          "full: free(0); free(1) | vacate" | takes one operation for each CPU
          "full: - | vacate"                | takes one operation for each CPU
          "full second: free(0) | vacate"   | has no specification of a start with more than cache, \
          state and pinned
          """)
  void whatLincheckCannotBeAskedIsRefused(String scenario, String why) {
    assertThat(Staging.refusal(Scenario.parse(scenario))).contains(why);
  }

  @Test
  void whatIsTypedIsJudgedLikeATrial() {
    Scenario scenario = Scenario.parse("store_user full pinned(1): free(0) | vacate | shrink");
    assertThat(Staging.refusal(scenario)).isEmpty();
    Staging staging = new Staging("run", Revision.CORRECTED, scenario, Grain.COARSE);

    Ruled ruled = new LincheckJudge(traces).judge(staging, fault -> true, 60);

    assertThat(ruled.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(ruled.extent().runs()).isEqualTo(60);
    assertThat(ruled.trace()).isNull();
  }
}
