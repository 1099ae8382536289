// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.OwnStreams;
import vacate.explorer.loops.ReadsFarAhead;
import vacate.explorer.model.MemoryModel;

/** What tests extend of {@code java.io} is code like their own. */
class OwnStreamsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shared   | 10, 20; 20, 10; 10, 10",
        "Replaced | 10; 20",
        "Written  | 26; 20; 22; 24; 6",
      })
  void areSeenIntoByAll(String name, String outcomes) throws ClassNotFoundException {
    Class<?> test = Class.forName(OwnStreams.class.getName() + "$" + name);
    Result r = Explorer.explore(test, MemoryModel.SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds())
        .as(r.toString())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(outcomes.split("; ")));
  }

  /** The JDK reads as much as its buffer holds, by calls that are cut off. */
  @Test
  void whatIsCutOffIsSaidToBe() {
    Result r = Explorer.explore(ReadsFarAhead.class, MemoryModel.JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.reason()).contains("calls by the JDK were cut off after ");
  }
}
