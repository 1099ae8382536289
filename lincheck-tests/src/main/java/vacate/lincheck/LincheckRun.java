// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import vacate.scene.Operation;
import vacate.scene.Scenario;
import vacate.spec.Answer;
import vacate.spec.History;

/**
 * One run, read off what Lincheck says of it.
 *
 * @param history of the operations, one on each CPU
 * @param ending the machine afterwards
 */
record LincheckRun(History history, FinalState ending) {
  static LincheckRun of(Scenario scenario, ExecutionResult results) {
    if (results.getInitResults().get(0) instanceof ExceptionResult thrown) {
      throw new IllegalStateException("the scene could not be set", thrown.getThrowable());
    }
    List<History.Event> events = new ArrayList<>();
    List<List<Operation>> cpus = scenario.cpus();
    for (int actor = 0; actor < cpus.size(); actor++) {
      ResultWithClock result = results.getParallelResultsWithClock().get(actor).get(0);
      List<Integer> doneBefore = new ArrayList<>();
      for (int clock : result.getClockOnStart().getClock()) {
        doneBefore.add(clock);
      }
      events.add(
          new History.Event(
              actor,
              0,
              actor,
              cpus.get(actor).get(0),
              new Answer(word(result.getResult())),
              doneBefore));
    }
    FinalState ending = FinalState.parse(word(results.getPostResults().get(0)));
    return new LincheckRun(
        new History(events, new History.Ending(ending.slab(), OptionalInt.of(ending.objects()))),
        ending);
  }

  /** What the operation returned; an exception's text if it threw, which none should. */
  private static String word(LincheckResult result) {
    return result instanceof ValueResult value ? (String) value.getValue() : "threw " + result;
  }
}
