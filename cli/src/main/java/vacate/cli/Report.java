// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import vacate.claim.Row;

/** What a run of the command prints at its end, and where else it writes it. */
final class Report {
  private final JsonFile json;
  private final int width;
  private final PrintStream out;

  /**
   * @param json where to write JSON too, or null
   * @param width of the terminal, in columns
   */
  Report(JsonFile json, int width, PrintStream out) {
    this.json = json;
    this.width = width;
    this.out = out;
  }

  /** For this terminal. */
  static Report on(JsonFile json) {
    return new Report(json, Terminal.width(), System.out);
  }

  /**
   * Prints the table and writes the JSON.
   *
   * @return the {@link ExitCode}
   */
  int of(List<Row> rows) throws IOException {
    new RowTable(width).lines(rows).forEach(out::println);
    out.println();
    out.println(Summary.of(rows));
    out.flush();
    if (json != null) {
      json.write(rows);
    }
    return ExitCode.of(rows);
  }
}
