// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.List;
import vacate.claim.Defect;
import vacate.claim.Kind;
import vacate.claim.Verdict;

/**
 * A stress test and what it is evidence for.
 *
 * @param name as jcstress spells it, {@code vacate.stress.control.DekkerPlain}
 * @param actors number of threads that run at the same time
 * @param kind what it is evidence for
 * @param ids of its claims and defects joined by a plus sign, or {@code control}
 * @param label stable names of its claims and defects joined by a plus sign, or what the control
 *     checks
 * @param expected verdicts that are as declared: {@code OBSERVED}, {@code NOT_OBSERVED} or both
 * @param because why both are right; empty if only one is
 * @param shows the defects that it shows, the most frequent first; the description of an outcome
 *     begins with the id of its defect and a colon
 * @param revision of the protocol under test; null where there is none
 * @param forms which sentences of its claims, joined by a plus sign; null if it is about none
 * @param conditions what these add to the claims' sentences, joined by a plus sign; null if nothing
 */
public record StressTest(
    String name,
    int actors,
    Kind kind,
    String ids,
    String label,
    List<Verdict> expected,
    String because,
    List<Defect> shows,
    String revision,
    String forms,
    String conditions) {
  public StressTest {
    expected = List.copyOf(expected);
    shows = List.copyOf(shows);
  }

  /** A test that is about no claim. */
  public StressTest(
      String name,
      int actors,
      Kind kind,
      String ids,
      String label,
      List<Verdict> expected,
      String because,
      List<Defect> shows,
      String revision) {
    this(name, actors, kind, ids, label, expected, because, shows, revision, null, null);
  }

  /** Whether it fails unless something bad is seen. */
  boolean mustBeObserved() {
    return expected.equals(List.of(Verdict.OBSERVED));
  }
}
