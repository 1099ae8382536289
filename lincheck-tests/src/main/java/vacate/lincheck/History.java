// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import vacate.scene.Operation;
import vacate.scene.Scenario;

/**
 * One run: which operation answered what, who was over before who began, and how it ended.
 *
 * @param events the operation of each actor
 * @param ending the machine afterwards
 */
record History(List<Event> events, FinalState ending) {
  /**
   * One operation of one run.
   *
   * @param actor which actor's it is, and the number of its CPU
   * @param doneBefore how many operations of each actor, 0 or 1, were over when it began
   */
  record Event(int actor, Operation operation, Answer answer, int[] doneBefore) {
    /** As the actor called it: {@code free(1, 0)}, the CPU first. */
    String call() {
      String slot = operation.slot() == Operation.NONE ? "" : ", " + operation.slot();
      return operation.kind() + "(" + actor + slot + ")";
    }

    /** Whether this one was over before the other began. */
    boolean precedes(Event other) {
      return actor != other.actor && other.doneBefore[actor] > 0;
    }
  }

  static History of(Scenario scenario, ExecutionResult results) {
    if (results.getInitResults().get(0) instanceof ExceptionResult thrown) {
      throw new IllegalStateException("the scene could not be set", thrown.getThrowable());
    }
    List<Event> events = new ArrayList<>();
    List<List<Operation>> cpus = scenario.cpus();
    for (int actor = 0; actor < cpus.size(); actor++) {
      ResultWithClock result = results.getParallelResultsWithClock().get(actor).get(0);
      events.add(
          new Event(
              actor,
              cpus.get(actor).get(0),
              new Answer(word(result.getResult())),
              result.getClockOnStart().getClock()));
    }
    return new History(events, FinalState.parse(word(results.getPostResults().get(0))));
  }

  /** What the operation returned; an exception's text if it threw, which none should. */
  private static String word(LincheckResult result) {
    return result instanceof ValueResult value ? (String) value.getValue() : "threw " + result;
  }

  /** Whether another operation was under way at the same time. */
  boolean isOverlapped(Event event) {
    return events.stream()
        .anyMatch(other -> other != event && !other.precedes(event) && !event.precedes(other));
  }
}
