// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.Comparator;
import java.util.List;
import vacate.claim.TopicKind;
import vacate.stress.runner.fork.Catalog;

/** The stress tests of this build. */
public final class StressSuite {
  /**
   * Controls tell whether this machine can show anything at all, slices are short lessons, litmus
   * tests shorter ones; claims and defects are the protocol with one question each, and then comes
   * all of it.
   */
  private static final List<String> STAGES =
      List.of(".control.", ".slice.", ".litmus.", ".claim.", ".defect.", ".protocol.");

  static final Comparator<HardwareTest> ORDER =
      Comparator.comparing((HardwareTest test) -> test.question().kind() != TopicKind.CONTROL)
          .thenComparing(StressSuite::stage)
          .thenComparing(HardwareTest::name);

  private StressSuite() {}

  /**
   * All tests, in the same order each time: controls, slices, litmus tests, claims, defects,
   * protocol, then by name.
   *
   * @throws IllegalStateException if a test does not say what it is evidence for
   */
  public static List<HardwareTest> tests() {
    return Catalog.entries().stream().map(HardwareTest::of).sorted(ORDER).toList();
  }

  /**
   * The class of a test.
   *
   * @param name as jcstress spells it
   * @throws java.util.NoSuchElementException if there is none of that name
   */
  public static Class<?> type(String name) {
    return Catalog.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow()
        .type();
  }

  private static int stage(HardwareTest test) {
    return (int) STAGES.stream().takeWhile(stage -> !test.name().contains(stage)).count();
  }
}
