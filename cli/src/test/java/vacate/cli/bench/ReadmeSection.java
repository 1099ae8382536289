// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

/** The few figures that the README has. */
final class ReadmeSection {
  private static final String HEADING = "## How fast\n";
  private static final String NEXT = "\n## ";

  private final Measurements measured;

  ReadmeSection(Measurements measured) {
    this.measured = measured;
  }

  /**
   * The README with the figures of this run.
   *
   * @throws IllegalArgumentException if it has no such section
   */
  String into(String readme) {
    return replaced(readme, text());
  }

  /** The README with another text in its section, from the heading to the next. */
  static String replaced(String readme, String text) {
    int begin = readme.indexOf(HEADING);
    int end = readme.indexOf(NEXT, begin + HEADING.length());
    if (begin < 0 || end < 0) {
      throw new IllegalArgumentException("the README has no section \"How fast\"");
    }
    return readme.substring(0, begin + HEADING.length()) + text + readme.substring(end);
  }

  private String text() {
    FromTheShell shell = measured.shell;
    MarkdownTable table =
        new MarkdownTable("from the shell to the last verdict, two threads", "executions", "s");
    for (Pair pair :
        new Pair[] {shell.small, shell.fib, shell.vacates, shell.three, shell.longest}) {
      ShellWork.Run run = pair.two().last();
      table.row(
          pair.two().name(),
          Figures.visited(run.executions(), run.blocked()),
          Figures.of(pair.two().wall().median()));
    }
    table.row(shell.cells.two().name(), "", Figures.of(shell.cells.two().wall().median()));
    return """

        Written by `mvn -B -Pbenchmark -DskipTests verify`: %s.

        %s
        Two threads are %s times as fast as one on fib_bench, %s times on the last but one of these. In classes that stay warm an exploration
        of some ten executions takes %s ms. Four CPUs, P17, are not exhausted: in %d s %s executions, %s
        a second.

        All tables, the same beside Lincheck, and how executions, time and memory grow: [performance](docs/performance.md).
        """
        .formatted(
            measured.provenance,
            table,
            Figures.of(shell.fib.speedUp()),
            Figures.of(shell.longest.speedUp()),
            Figures.of(Double.parseDouble(measured.small.get(1)[4])),
            FromTheShell.SECONDS,
            Figures.visited(shell.four.last().executions(), shell.four.last().blocked()),
            PerformancePage.rate(shell.four.last()));
  }
}
