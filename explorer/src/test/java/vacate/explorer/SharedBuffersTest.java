// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.SharedBuffers;

/** Buffers and texts are code where threads share them: each byte and character is one element. */
class SharedBuffersTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(SharedBuffers.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HasBytes",
        "KnowsOrders",
        "OfInts",
        "Fills",
        "AsksForTheArray",
        "BuilderWithLock",
        "BufferHasItsMonitor",
        "AddsABufferItHas",
        "AddsLongTexts",
        "BuilderOfOwn"
      })
  void whatTheyPromiseIsProved(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @CsvSource({
    "TearsShorts, 256",
    "RacesForThePosition, 1",
    "BuilderRaces, a",
    "AddEachOther, deadlock",
    "InsertEachOther, deadlock"
  })
  void whatTheyDoNotIsRefuted(String name, String by) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcome(by).refutes()).isTrue();
  }

  @Test
  void aBufferMayGrowWhileItIsAdded() throws ClassNotFoundException {
    Result r = explore("AddsABuffer");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds()).anyMatch(o -> o.contains("ArrayIndexOutOfBoundsException"));
  }

  /** The JDK does it in another order, which those who race for it could tell. */
  @ParameterizedTest
  @ValueSource(strings = {"BuilderRaces", "BuilderWithLock"})
  void howABuilderWritesIsAssumed(String name) throws ClassNotFoundException {
    assertThat(explore(name).assumes())
        .contains("a StringBuilder that writes characters, and then its length");
  }

  @Test
  void howABuilderWritesMattersToNobodyWhoKeepsIt() throws ClassNotFoundException {
    assertThat(explore("BuilderOfOwn").assumes()).doesNotContain("StringBuilder");
  }
}
