// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A result as text: the verdict in the first line, an outcome a line, and the witnesses that
 * matter.
 */
public final class ResultPrinter {
  private ResultPrinter() {}

  /** The result, with a witness for each outcome that the test forbids; a few if it has many. */
  public static String print(Result r) {
    return print(r, Detail.BRIEF);
  }

  /** The result, in as much detail as is asked for; of what is left out the number. */
  public static String print(Result r, Detail detail) {
    return print(r, detail, Progress.NONE);
  }

  /**
   * The same.
   *
   * @param progress hears of what is explored for advice
   */
  public static String print(Result r, Detail detail, Progress progress) {
    List<Outcome> shown = detail.shown(r.outcomes());
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%-8s %s under %s: %d execution%s, %d blocked, %.1f ms%n",
            r.verdict(),
            r.test(),
            r.model().id(),
            r.executions(),
            r.executions() == 1 ? "" : "s",
            r.blocked(),
            r.millis()));
    if (r.coverage() != null) {
      out.append("         ").append(r.coverage()).append(System.lineSeparator());
      out.append("         calls: ")
          .append(String.join(", ", r.coverage().calls()))
          .append(System.lineSeparator());
    }
    if (r.mirrored() > 0) {
      out.append("         ").append(mirrored(r)).append(System.lineSeparator());
    }
    if (r.reason() != null) {
      out.append("         ").append(r.reason()).append(System.lineSeparator());
    }
    if (r.assumes() != null) {
      out.append("         assumes ").append(r.assumes()).append(System.lineSeparator());
    }
    if (r.loadBuffering() != null) {
      out.append("         load buffering: ")
          .append(r.loadBuffering())
          .append(System.lineSeparator());
    }
    int width = shown.stream().mapToInt(o -> o.id().length()).max().orElse(0);
    for (Outcome o : shown) {
      out.append(
          String.format(
              Locale.ROOT,
              "         %-" + Math.max(1, width) + "s  %-22s %10s  %s%n",
              o.id(),
              o.expect(),
              o.isImpossible() ? absent(r) : o.executions(),
              o.description()));
    }
    if (shown.size() < r.outcomes().size()) {
      out.append("         and ").append(rest(r.outcomes(), shown)).append(System.lineSeparator());
    }
    monitored(out, r, detail);
    for (Outcome o : shown) {
      if (detail.isExplained(o)) {
        out.append(String.format(Locale.ROOT, "%nHow %s comes about:%n", o.id()));
        o.witness().advice(progress);
        o.witness()
            .lines(detail.allEvents())
            .forEach(l -> out.append(l).append(System.lineSeparator()));
        out.append("replay token: ").append(o.witness().token()).append(System.lineSeparator());
      }
    }
    return out.toString();
  }

  /** Each violation, and how the first of each monitor comes about. */
  private static void monitored(StringBuilder out, Result r, Detail detail) {
    String nl = System.lineSeparator();
    for (Monitored m : r.monitored()) {
      List<MonitorReport> all = m.violations();
      String none = r.reason() == null ? "none" : "none found";
      out.append("         ").append(m.monitor()).append(": ");
      out.append(all.isEmpty() ? none : String.valueOf(all.size())).append(nl);
      for (MonitorReport v : all) {
        out.append("           ").append(v.what()).append(nl);
        v.witnesses()
            .forEach(w -> out.append("             replay token: ").append(w.token()).append(nl));
      }
      if (!all.isEmpty()) {
        for (Witness w : all.get(0).witnesses()) {
          out.append(nl).append(all.get(0).what()).append(", as here:").append(nl);
          w.lines(detail.allEvents()).forEach(l -> out.append(l).append(nl));
        }
      }
    }
  }

  /** How many others there are, and what the test says of them. */
  private static String rest(List<Outcome> outcomes, List<Outcome> shown) {
    Map<String, Integer> rest = new TreeMap<>();
    outcomes.forEach(o -> rest.merge(kind(o), 1, Integer::sum));
    shown.forEach(o -> rest.merge(kind(o), -1, Integer::sum));
    return rest.entrySet().stream()
        .filter(kind -> kind.getValue() > 0)
        .map(kind -> kind.getValue() + " more " + kind.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String kind(Outcome o) {
    return o.expect() + (o.isImpossible() ? " that did not come up" : "");
  }

  /** What the counts have of executions that nobody has searched for. */
  private static String mirrored(Result r) {
    return String.format(
        Locale.ROOT,
        "reduced: %d of these %s, as two actors do the same",
        r.mirrored(),
        r.mirrored() == 1 ? "mirrors another" : "mirror others");
  }

  /** An outcome that did not come up is impossible only if every execution was visited. */
  private static String absent(Result r) {
    boolean exhausted = r.verdict() != Verdict.NOT_RUN && r.reason() == null;
    return exhausted ? "impossible" : "not found";
  }
}
