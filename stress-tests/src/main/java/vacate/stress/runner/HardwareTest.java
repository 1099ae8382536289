// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.List;
import vacate.claim.Defect;
import vacate.claim.Evidence;
import vacate.claim.Judge;
import vacate.claim.Question;
import vacate.explorer.Verdict;
import vacate.stress.runner.fork.Catalog;

/**
 * A stress test and what it is evidence for.
 *
 * @param question what it puts to the hardware; {@code OBSERVED}, {@code NOT_OBSERVED} or both are
 *     expected
 * @param actors number of threads that run at the same time
 * @param because why both are right; empty if only one is
 * @param shows the defects that it shows, the most frequent first; the description of an outcome
 *     begins with the id of its defect and a colon
 */
public record HardwareTest(Question question, int actors, String because, List<Defect> shows) {
  public HardwareTest {
    shows = List.copyOf(shows);
  }

  /**
   * A test of the suite.
   *
   * @throws IllegalStateException if the class does not say what it is evidence for, or what a
   *     control is expected to show
   */
  static HardwareTest of(Catalog.Entry entry) {
    Evidence evidence = Evidence.of(entry.type());
    return new HardwareTest(
        Question.of(entry.name(), evidence, evidence.expected(Judge.JCSTRESS, null)),
        entry.actors(),
        evidence.because(Judge.JCSTRESS, null),
        evidence.isBroken ? evidence.defects : List.of());
  }

  /** As jcstress spells it, {@code vacate.stress.control.DekkerPlain}. */
  public String name() {
    return question.test();
  }

  /** Verdicts that are as declared. */
  public List<Verdict> expected() {
    return question.expected();
  }

  /** Whether it fails unless something bad is seen. */
  boolean mustBeObserved() {
    return expected().equals(List.of(Verdict.OBSERVED));
  }
}
