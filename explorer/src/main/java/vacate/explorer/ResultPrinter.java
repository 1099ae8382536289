// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.Locale;

/**
 * A result as text: the verdict in the first line, an outcome a line, and the witnesses that
 * matter.
 */
public final class ResultPrinter {
  private ResultPrinter() {}

  /** The result, with a witness for each outcome that the test forbids. */
  public static String print(Result r) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%-8s %s under %s: %d executions, %d blocked, %.1f ms%n",
            r.verdict(),
            r.test(),
            r.model().id(),
            r.executions(),
            r.blocked(),
            r.millis()));
    if (r.reason() != null) {
      out.append("         ").append(r.reason()).append(System.lineSeparator());
    }
    if (r.assumes() != null) {
      out.append("         assumes ").append(r.assumes()).append(System.lineSeparator());
    }
    int width = r.outcomes().stream().mapToInt(o -> o.id().length()).max().orElse(0);
    for (Outcome o : r.outcomes()) {
      out.append(
          String.format(
              Locale.ROOT,
              "         %-" + Math.max(1, width) + "s  %-22s %10s  %s%n",
              o.id(),
              o.expect(),
              o.isImpossible() ? absent(r) : o.executions(),
              o.description()));
    }
    for (Outcome o : r.outcomes()) {
      if (o.refutes()) {
        out.append(String.format(Locale.ROOT, "%nHow %s comes about:%n", o.id()));
        o.witness().lines().forEach(l -> out.append(l).append(System.lineSeparator()));
        out.append("replay token: ").append(o.witness().token()).append(System.lineSeparator());
      }
    }
    return out.toString();
  }

  /** An outcome that did not come up is impossible only if every execution was visited. */
  private static String absent(Result r) {
    boolean exhausted = r.verdict() != Verdict.NOT_RUN && r.reason() == null;
    return exhausted ? "impossible" : "not found";
  }
}
