// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vacate.claim.Finding;
import vacate.report.Setting;
import vacate.report.SweptClaims;
import vacate.sweep.KeptSummary;

/** What a run of the command prints at its end, and where else it writes it. */
final class FinalOutput {
  private final JsonFile json;
  private final int width;
  private final PrintStream out;
  private final Function<List<Finding>, List<TableLine>> shown;
  private final Function<List<Finding>, List<String>> sum;
  private ReportOutput folder;

  /**
   * @param json where to write JSON too, or null
   * @param width of the terminal, in columns
   * @param shown what of the findings the table has; JSON has all
   * @param sum lines below the table
   */
  private FinalOutput(
      JsonFile json,
      int width,
      PrintStream out,
      Function<List<Finding>, List<TableLine>> shown,
      Function<List<Finding>, List<String>> sum) {
    this.json = json;
    this.width = width;
    this.out = out;
    this.shown = shown;
    this.sum = sum;
  }

  /** A line each, for this terminal. */
  static FinalOutput full(JsonFile json) {
    return new FinalOutput(
        json, Terminal.width(), System.out, FinalOutput::each, findings -> List.of());
  }

  /** The {@link Matrix} of claims and judges and the {@link SweptMatrix}, for this terminal. */
  static FinalOutput matrixOnly(JsonFile json) {
    return new FinalOutput(json, Terminal.width(), System.out, findings -> List.of(), matrix());
  }

  /** An {@link Overview} and the same two, for this terminal. */
  static FinalOutput matrix(JsonFile json) {
    return new FinalOutput(json, Terminal.width(), System.out, Overview::of, matrix());
  }

  private static List<TableLine> each(List<Finding> findings) {
    return findings.stream().map(TableLine::of).toList();
  }

  private static Function<List<Finding>, List<String>> matrix() {
    return findings -> {
      List<String> lines = new ArrayList<>(Matrix.lines(findings, Terminal.width()));
      List<String> swept =
          SweptMatrix.lines(SweptClaims.of(findings, KeptSummary.daily()), Terminal.width());
      if (!swept.isEmpty()) {
        lines.add("");
        lines.addAll(swept);
      }
      return lines;
    };
  }

  /**
   * Writes a report there, too.
   *
   * @param output null for none
   */
  FinalOutput alsoIn(ReportOutput output) {
    folder = output;
    return this;
  }

  /**
   * Prints the table, and writes the JSON and the report, of findings that depend on nothing but
   * the tests.
   *
   * @return the {@link ExitStatus}
   * @throws IOException if one of them cannot be written
   */
  int of(List<Finding> findings) throws IOException {
    Failures failures = new Failures();
    int exit = of(findings, List.of(), failures);
    failures.rethrow();
    return exit;
  }

  /**
   * Prints the table, and writes the JSON and the report.
   *
   * @param settings of the jobs that made the findings
   * @param failures keeps what of it cannot be written
   * @return the {@link ExitStatus}
   */
  int of(List<Finding> findings, List<Setting> settings, Failures failures) {
    List<TableLine> table = shown.apply(findings);
    if (!table.isEmpty()) {
      new FindingTable(width).lines(table).forEach(out::println);
      out.println();
    }
    List<String> below = sum.apply(findings);
    if (!below.isEmpty()) {
      below.forEach(out::println);
      out.println();
    }
    out.println(Summary.of(findings));
    out.flush();
    if (json != null) {
      failures.of(() -> json.write(findings));
    }
    if (folder != null) {
      failures.of(() -> folder.write(findings, settings));
    }
    return ExitStatus.of(findings);
  }
}
