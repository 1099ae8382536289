// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.ByteViews;

/**
 * What a view of bytes accesses is one location, as long as all access it so. Handles of bytes have
 * no other modes than plain ones in JDK 25, so what needs those is not asked of it there.
 */
@EnabledForJreRange(max = JRE.JAVA_21)
class ByteViewsTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(ByteViews.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ReleaseAcquire",
        "Adds",
        "HeapBuffer",
        "DirectBuffer",
        "UnalignedThrows",
        "OutOfBounds",
        "SetInSetup",
        "AlsoOneByOne",
        "ClearedAsALong",
        "AddsBesideALong",
        "LongOfTwoInts",
        "FloatOfAnInt",
        "BackwardsToo",
        "Unaligned"
      })
  void whatAViewPromisesIsProved(String name) throws ClassNotFoundException {
    assertThat(explore(name).verdict()).as(explore(name).toString()).isEqualTo(Verdict.PROVED);
  }

  /** What is done to eight bytes at once is taken as done to four and four. */
  @ParameterizedTest
  @CsvSource({
    "ClearedAsALong, bytes of which others access some as accessed in parts",
    "Adds,",
  })
  void itSaysWhereLessIsTaken(String name, String assumption) throws ClassNotFoundException {
    assertThat(explore(name).assumes()).isEqualTo(assumption);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain",
        "AddsInTwoSteps",
        "TwoBuffersOfOneArray",
        "HalvesInAnyOrder",
        "TornIfUnaligned"
      })
  void whatItDoesNotIsRefuted(String name) throws ClassNotFoundException {
    assertThat(explore(name).verdict()).as(explore(name).toString()).isEqualTo(Verdict.REFUTED);
  }

  @ParameterizedTest
  @CsvSource({
    "TwoSizes, accesses bytes in more than one way: byte[]#1",
    "TwoDirectBuffers, views the bytes of a buffer that is code",
    "AtOnceAndInParts, accesses bytes in more than one way: byte[]#1",
  })
  void whatPromisesMoreThanItsPartsIsRefused(String name, String why)
      throws ClassNotFoundException {
    assertThat(explore(name).verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(explore(name).reason()).startsWith(why + ", at ");
  }
}
