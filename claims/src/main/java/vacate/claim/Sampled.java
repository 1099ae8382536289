// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.List;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

/**
 * What this machine showed of a test.
 *
 * @param forks JVMs that were started for it; null if it was left out
 * @param samples taken; null if none was
 * @param results folder in which the forks left what they counted; null if there were none
 * @param outcomes what came about, and what was declared and did not
 */
public record Sampled(
    Question question,
    Verdict verdict,
    Long forks,
    Samples samples,
    String results,
    String reason,
    List<Seen> outcomes,
    long millis)
    implements Finding {

  /**
   * Samples on hardware.
   *
   * @param taken at least 1
   * @param bad those that showed a bad outcome
   */
  public record Samples(long taken, long bad) {}

  public Sampled {
    outcomes = List.copyOf(outcomes);
  }

  @Override
  public Judge judge() {
    return Judge.JCSTRESS;
  }

  @Override
  public MemoryModel model() {
    return null;
  }

  @Override
  public Sampled about(Topic topic) {
    return new Sampled(
        question.about(topic), verdict, forks, samples, results, reason, outcomes, millis);
  }
}
