// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.List;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

/**
 * The explorer's word on a test under a memory model.
 *
 * @param extent how much was explored; null if nothing was
 * @param token to replay the execution that refutes it; null if none does
 * @param outcomes what came about; null where nobody asked
 * @param loadBuffering whether the model has executions that the explorer does not show: {@code
 *     impossible}, {@code possible} or {@code undecided}; null where nobody asked, or if it has
 *     none in any test
 */
public record Explored(
    Question question,
    MemoryModel model,
    Verdict verdict,
    Extent extent,
    String token,
    String reason,
    List<Seen> outcomes,
    long millis,
    String loadBuffering)
    implements Finding {

  /**
   * How much was explored.
   *
   * @param executions complete ones
   * @param blocked those in which some actor waits
   */
  public record Extent(long executions, long blocked) {
    public Extent plus(Extent other) {
      return new Extent(executions + other.executions, blocked + other.blocked);
    }
  }

  /** Of which nobody asked whether there is load buffering. */
  public Explored(
      Question question,
      MemoryModel model,
      Verdict verdict,
      Extent extent,
      String token,
      String reason,
      List<Seen> outcomes,
      long millis) {
    this(question, model, verdict, extent, token, reason, outcomes, millis, null);
  }

  public Explored {
    outcomes = outcomes == null ? null : List.copyOf(outcomes);
  }

  /** Of a test that was not explored, and why. */
  public static Explored not(Question question, MemoryModel model, Verdict verdict, String reason) {
    return new Explored(question, model, verdict, null, null, reason, null, 0);
  }

  @Override
  public Judge judge() {
    return Judge.EXPLORER;
  }

  @Override
  public Explored about(Topic topic) {
    return new Explored(
        question.about(topic),
        model,
        verdict,
        extent,
        token,
        reason,
        outcomes,
        millis,
        loadBuffering);
  }
}
