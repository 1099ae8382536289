// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vacate.explorer.model.MemoryModel;

/**
 * What is known about a test under one model.
 *
 * @param test the name that jcstress gives the test
 * @param reason why it was not run, or not exhausted; null if every execution was visited
 * @param executions complete consistent executions: different reads-from or coherence order
 * @param mirrored of these those that were not searched for: each is the mirror image of another,
 *     in which two actors that do the same have changed places
 * @param blocked executions in which some thread waits
 * @param millis wall-clock time, weaving and setup included
 * @param assumes what the verdict rests on besides the model: {@code a 64-bit JVM} where a plain
 *     long or double is accessed in a race; null if nothing
 * @param outcomes those found, and then those that the test names and that were not; these are
 *     impossible if every execution was visited
 * @param monitored what each monitor has found; empty if there were none
 * @param loadBuffering whether there are executions that Java allows and the explorer does not
 *     show; null if the model has none, or the test was not run
 * @param coverage which scenarios were explored; null if it is a test, which is one alone
 */
public record Result(
    String test,
    MemoryModel model,
    Verdict verdict,
    String reason,
    long executions,
    long mirrored,
    long blocked,
    double millis,
    String assumes,
    List<Outcome> outcomes,
    List<Monitored> monitored,
    LoadBuffering loadBuffering,
    Coverage coverage) {

  public Result {
    outcomes = List.copyOf(outcomes);
    monitored = List.copyOf(monitored);
  }

  /** Of a test without monitors, of which nobody asked whether there is load buffering. */
  public Result(
      String test,
      MemoryModel model,
      Verdict verdict,
      String reason,
      long executions,
      long blocked,
      double millis,
      String assumes,
      List<Outcome> outcomes) {
    this(
        test,
        model,
        verdict,
        reason,
        executions,
        0,
        blocked,
        millis,
        assumes,
        outcomes,
        List.of(),
        null,
        null);
  }

  /** Whether a monitor has found something. That changes no verdict, which is of the outcomes. */
  public boolean hasViolations() {
    return monitored.stream().anyMatch(m -> !m.violations().isEmpty());
  }

  /** The same, refuted: by what a monitor has found, which is wrong to who asks. */
  public Result refuted() {
    return new Result(
        test,
        model,
        Verdict.REFUTED,
        reason,
        executions,
        mirrored,
        blocked,
        millis,
        assumes,
        outcomes,
        monitored,
        loadBuffering,
        coverage);
  }

  /** Of a test that was not judged. */
  public static Result notRun(String test, MemoryModel model, String reason) {
    return new Result(test, model, Verdict.NOT_RUN, reason, 0, 0, 0, null, List.of());
  }

  /** The outcomes that some execution has. */
  public Set<String> outcomeIds() {
    Set<String> ids = new TreeSet<>();
    for (Outcome o : outcomes) {
      if (!o.isImpossible()) {
        ids.add(o.id());
      }
    }
    return ids;
  }

  /**
   * The outcome with that id, found or named by the test.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Outcome outcome(String id) {
    return outcomes.stream()
        .filter(o -> o.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no outcome " + id + " in " + outcomes));
  }
}
