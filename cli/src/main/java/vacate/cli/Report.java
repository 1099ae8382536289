// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vacate.claim.Row;
import vacate.report.Setting;

/** What a run of the command prints at its end, and where else it writes it. */
final class Report {
  private final JsonFile json;
  private final int width;
  private final PrintStream out;
  private final UnaryOperator<List<Row>> shown;
  private final Function<List<Row>, List<String>> sum;
  private ReportOutput folder;

  /**
   * @param json where to write JSON too, or null
   * @param width of the terminal, in columns
   * @param shown what of the rows the table has; JSON has all
   * @param sum lines below the table
   */
  private Report(
      JsonFile json,
      int width,
      PrintStream out,
      UnaryOperator<List<Row>> shown,
      Function<List<Row>, List<String>> sum) {
    this.json = json;
    this.width = width;
    this.out = out;
    this.shown = shown;
    this.sum = sum;
  }

  /** A line a row, for this terminal. */
  static Report full(JsonFile json) {
    return new Report(
        json, Terminal.width(), System.out, UnaryOperator.identity(), rows -> List.of());
  }

  /** The {@link Matrix} of claims and judges alone, for this terminal. */
  static Report matrixOnly(JsonFile json) {
    return new Report(json, Terminal.width(), System.out, rows -> List.of(), matrix());
  }

  /** An {@link Overview} and the {@link Matrix} of claims and judges, for this terminal. */
  static Report matrix(JsonFile json) {
    return new Report(json, Terminal.width(), System.out, Overview::of, matrix());
  }

  private static Function<List<Row>, List<String>> matrix() {
    return rows -> Matrix.lines(rows, Terminal.width());
  }

  /**
   * Writes a report there, too.
   *
   * @param output null for none
   */
  Report alsoIn(ReportOutput output) {
    folder = output;
    return this;
  }

  /**
   * Prints the table, and writes the JSON and the report, of rows that depend on nothing but the
   * tests.
   *
   * @return the {@link ExitCode}
   * @throws IOException if one of them cannot be written
   */
  int of(List<Row> rows) throws IOException {
    Failures failures = new Failures();
    int exit = of(rows, List.of(), failures);
    failures.rethrow();
    return exit;
  }

  /**
   * Prints the table, and writes the JSON and the report.
   *
   * @param settings of the jobs that made the rows
   * @param failures keeps what of it cannot be written
   * @return the {@link ExitCode}
   */
  int of(List<Row> rows, List<Setting> settings, Failures failures) {
    List<Row> table = shown.apply(rows);
    if (!table.isEmpty()) {
      new RowTable(width).lines(table).forEach(out::println);
      out.println();
    }
    List<String> below = sum.apply(rows);
    if (!below.isEmpty()) {
      below.forEach(out::println);
      out.println();
    }
    out.println(Summary.of(rows));
    out.flush();
    if (json != null) {
      failures.of(() -> json.write(rows));
    }
    if (folder != null) {
      failures.of(() -> folder.write(rows, settings));
    }
    return ExitCode.of(rows);
  }
}
