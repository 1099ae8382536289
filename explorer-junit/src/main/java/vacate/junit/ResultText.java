// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;
import vacate.explorer.Monitored;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.ResultPrinter;
import vacate.explorer.execution.Frame;

/** A result in the words of a failure. */
final class ResultText {
  private ResultText() {}

  /** In one line. */
  static String headline(Result result) {
    String under = " under " + result.model().id();
    return switch (result.verdict()) {
      case REFUTED -> bad(result).get(0).id() + " comes about" + under + told(result);
      case PROVED, BOUNDED ->
          result.verdict()
              + under
              + (result.reason() == null ? "" : ": " + result.reason())
              + violations(result);
      default -> "NOT RUN" + under + ": " + result.reason();
    };
  }

  /** What the test says of its first bad outcome, and how many others there are. */
  private static String told(Result result) {
    List<Outcome> bad = bad(result);
    Outcome first = bad.get(0);
    return ", and is "
        + first.expect()
        + (first.description().isEmpty() ? "" : ": " + first.description())
        + (bad.size() == 1 ? "" : " (and " + (bad.size() - 1) + " more)");
  }

  private static String violations(Result result) {
    return result.monitored().stream()
        .filter(m -> !m.violations().isEmpty())
        .map(ResultText::violations)
        .collect(Collectors.joining());
  }

  private static String violations(Monitored found) {
    return ", " + found.monitor() + ": " + found.violations().size();
  }

  private static List<Outcome> bad(Result result) {
    return result.outcomes().stream().filter(o -> !o.isImpossible() && o.expect().fails()).toList();
  }

  /**
   * A failure that says all: the line, the outcomes, how each forbidden one comes about and the
   * token that rebuilds that. Its stack is where the witness ends, in the test's own source.
   */
  static AssertionFailedError failure(Result result, String headline) {
    String name = result.test();
    AssertionFailedError failure =
        new AssertionFailedError(
            name + ": " + headline + System.lineSeparator().repeat(2) + text(result));
    failure.setStackTrace(
        end(result).stream()
            .map(f -> new StackTraceElement(f.type(), f.method(), f.file(), f.line()))
            .toArray(StackTraceElement[]::new));
    return failure;
  }

  /** As {@code vacate explore} prints it. */
  static String text(Result result) {
    return ResultPrinter.print(result).stripTrailing();
  }

  /** What was running in the last event of the first witness; empty if there is none. */
  private static List<Frame> end(Result result) {
    Optional<Outcome> first = bad(result).stream().findFirst();
    return first
        .flatMap(
            outcome ->
                outcome.witness().execution().order().stream()
                    .map(event -> event.stack())
                    .filter(stack -> !stack.isEmpty())
                    .reduce((earlier, later) -> later))
        .orElse(List.of());
  }
}
