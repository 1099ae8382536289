// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vacate.claim.Row;

/**
 * Judges scenarios in a JVM of its own, started with {@link LincheckJudge#jvmFlags}.
 *
 * <pre>
 *   --tests REGEX     scenarios whose name has a match; all if not given
 *   --budget BUDGET   quick (if not given), default or tough
 *   --out FILE        results as JSON, written anew after each scenario
 *   --traces DIR      runs that went wrong; target/lincheck if not given
 * </pre>
 *
 * <p>Progress goes to standard error. Exit code 0: all scenarios were judged, whatever the
 * verdicts; 2: usage, or no scenario matches; 4: a file cannot be written.
 */
public final class LincheckMain {
  private static final int USAGE = 2;
  private static final int COULD_NOT_RUN = 4;

  private Pattern tests = Pattern.compile("");
  private Budget budget = Budget.QUICK;
  private Path out;
  private Path traces = Path.of("target", "lincheck");

  private LincheckMain() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** As {@link #main}, returning the exit code. */
  static int run(String[] args) {
    LincheckMain main = new LincheckMain();
    List<Scenario> scenarios;
    try {
      main.parse(args);
      scenarios =
          LincheckJudge.scenarios().stream()
              .filter(scenario -> main.tests.matcher(scenario.name()).find())
              .toList();
    } catch (IllegalArgumentException wrong) {
      System.err.println("lincheck: " + wrong.getMessage());
      return USAGE;
    }
    if (scenarios.isEmpty()) {
      System.err.println("lincheck: no scenario matches " + main.tests);
      return USAGE;
    }
    try {
      main.judge(scenarios);
    } catch (IOException | java.io.UncheckedIOException cannot) {
      System.err.println("lincheck: cannot write: " + cannot.getMessage());
      return COULD_NOT_RUN;
    }
    return 0;
  }

  private void parse(String[] args) {
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + " needs a value");
      }
      String value = args[i + 1];
      switch (args[i]) {
        case "--tests" -> tests = pattern(value);
        case "--budget" -> budget = budget(value);
        case "--out" -> out = Path.of(value);
        case "--traces" -> traces = Path.of(value);
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
  }

  private static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "--tests: " + wrong.getDescription() + ": " + regex, wrong);
    }
  }

  private static Budget budget(String name) {
    for (Budget budget : Budget.values()) {
      if (budget.name().toLowerCase(Locale.ROOT).equals(name)) {
        return budget;
      }
    }
    throw new IllegalArgumentException("--budget is quick, default or tough, not " + name);
  }

  private void judge(List<Scenario> scenarios) throws IOException {
    LincheckJudge judge = new LincheckJudge(traces);
    List<Row> rows = new ArrayList<>();
    if (out != null) {
      RowJson.write(out, rows);
    }
    for (Scenario scenario : scenarios) {
      Row row = judge.judge(scenario, budget);
      rows.add(row);
      if (out != null) {
        RowJson.write(out, rows);
      }
      System.err.printf("[%d/%d] %s%n", rows.size(), scenarios.size(), RowTable.line(row));
    }
  }
}
