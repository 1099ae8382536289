// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vacate.claim.Defect;
import vacate.revision.Revision;

/**
 * The tests that say the most in the least time: the controls of the machine, the slices, one test
 * for each defect, and of each pair of a test that shows a defect and its cure the cure.
 */
final class Essentials {
  private static final String CONTROL = ".control.";
  private static final String SLICE = ".slice.";

  private Essentials() {}

  /** Those of the tests, in their order. */
  static List<HardwareTest> of(List<HardwareTest> tests) {
    Set<HardwareTest> chosen = new HashSet<>();
    for (HardwareTest test : tests) {
      if (test.name().contains(CONTROL) || test.name().contains(SLICE)) {
        chosen.add(test);
      }
    }
    Arrays.stream(Defect.values())
        .map(defect -> showing(defect, tests))
        .filter(Objects::nonNull)
        .forEach(chosen::add);
    tests.stream()
        .filter(test -> !test.shows().isEmpty())
        .flatMap(test -> cures(test, tests).stream())
        .forEach(chosen::add);
    return tests.stream().filter(chosen::contains).toList();
  }

  /**
   * The one that shows it best, or null: rather in the protocol than in a slice, where it must be
   * seen, and not as one of many.
   */
  private static HardwareTest showing(Defect defect, List<HardwareTest> tests) {
    return tests.stream()
        .filter(test -> test.shows().contains(defect))
        .min(
            Comparator.comparing((HardwareTest test) -> !mustShow(test, defect))
                .thenComparing(test -> Weight.of(test) == Weight.LIGHT)
                .thenComparing(test -> test.shows().size()))
        .orElse(null);
  }

  private static boolean mustShow(HardwareTest test, Defect defect) {
    return test.mustBeObserved() && test.shows().get(0) == defect;
  }

  /**
   * The corrected test beside it: {@code Corrected} of {@code Posted}, {@code CorrectedRcu} of
   * {@code PostedRcu}, and of a revision that has none of its own that of the posted one.
   */
  private static List<HardwareTest> cures(HardwareTest broken, List<HardwareTest> tests) {
    List<HardwareTest> beside = new ArrayList<>();
    for (HardwareTest test : tests) {
      if (family(test).equals(family(broken)) && test.question().revision() == Revision.CORRECTED) {
        beside.add(test);
      }
    }
    List<HardwareTest> same =
        beside.stream().filter(test -> variant(test).equals(variant(broken))).toList();
    return same.isEmpty() ? beside.stream().limit(1).toList() : same;
  }

  private static String family(HardwareTest test) {
    return test.name().substring(0, test.name().lastIndexOf('.'));
  }

  /** What follows the revision in its name. */
  private static String variant(HardwareTest test) {
    String simple = test.name().substring(test.name().lastIndexOf('.') + 1);
    return simple.substring(
        Math.min(simple.length(), Objects.toString(test.question().revision(), "").length()));
  }
}
