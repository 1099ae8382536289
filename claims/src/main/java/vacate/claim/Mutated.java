// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

/**
 * What comes of one barrier, lock or check that is weakened or left out: REFUTED if some test shows
 * that it is needed, PROVED if all do without it.
 *
 * @param executions that were explored
 * @param token to replay the execution that shows the need; null if there is none
 */
public record Mutated(
    Question question,
    MemoryModel model,
    Verdict verdict,
    long executions,
    String token,
    String reason)
    implements Finding {

  @Override
  public long millis() {
    return 0;
  }

  @Override
  public Judge judge() {
    return Judge.EXPLORER;
  }

  @Override
  public Mutated about(Topic topic) {
    return new Mutated(question.about(topic), model, verdict, executions, token, reason);
  }
}
