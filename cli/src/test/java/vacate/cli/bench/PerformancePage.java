// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.Locale;
import java.util.stream.Stream;
import vacate.explorer.model.MemoryModel;

/** The page with all tables of a run. */
final class PerformancePage {
  private final Measurements measured;
  private final FromTheShell shell;

  PerformancePage(Measurements measured) {
    this.measured = measured;
    shell = measured.shell;
  }

  String text() {
    return """
        # How fast

        This page is written by `mvn -B -Pbenchmark -DskipTests verify`, with its plot and the figures of the README: all of it is of one run,
        %s.

        Seconds are of the clock; a figure with a range is the median of %d runs, which were made in turn, and
        between brackets the least and the most. Executions are complete + blocked (in which a thread waits).

        ## From the shell

        `./vacate explore`, from its start to its end, with what the JVM needs to start and to warm up. `--jobs 1` and `--jobs 2`.
        fib_bench is GenMC's, as a user of jcstress writes it (`cli/src/test/java/vacate/cli/bench/cases/Fib.java`); the run fails
        unless its executions are 525 630 under jmm and 218 243 under sc. The 56 cells are all tests of the table after next, in one
        process, each under all models in one pass. The last row is one of the longest of
        the corrected revision that are exhausted.

        %s
        `./vacate --help`: %s s.

        Four CPUs at one slab, P17 (%s): **not exhausted**. In %d s %s executions complete and %s blocked with two
        threads, %s a second; it is known to have more than 14 million.

        ## All cells in one process

        Seven scenarios of the port in two revisions under four models, in a JVM that has just been started, one thread.

        %s
        ## Each cell, warm

        Milliseconds once the JVM is warm, one thread, posted / corrected: weaving included, model by model; last all four models in one
        pass, in a world whose classes stay.

        %s
        ## Small explorations

        In a warm world, one thread, corrected: milliseconds at best / in the median.

        %s
        ## Two operations on each of three CPUs

        `%s`, corrected, all models in one pass, two threads, up to %d s.

        %s
        ## Growth

        ![Executions, time and memory](img/growth.svg)

        Under jmm, one thread, warm, weaving included. A counter: each thread adds to an `AtomicInteger` so often; a lock: each takes a lock,
        adds one, and lets go. Of both there are as many complete executions as ways to put the turns in an order, (threads × turns)! / turns!^threads, and
        the run fails if there are others. The port: CPUs that free, vacate and allocate in turn at one full slab, each beginning with
        another. A cell is given %d s; those that would be larger than one that was not exhausted are left out.

        %s
        Memory is what is alive after full collections in the middle of a search, at most, less what was before it. The search holds one
        graph, and one more for each revisit in whose middle it is, each as long as an execution: linear in the length where revisits do
        not nest, as in a thread that reads once what another writes many times, and up to its square where they do, as with two
        threads that take a lock in turn (the first %d executions of it). Besides, each value that a thread has read somewhere is kept
        once, with what the thread did next.

        %s
        ## Beside Lincheck

        Lincheck 3.7 on the same scene with the same operations, corrected, sc, every access a switch point, each in a JVM of its own; the
        explorer's is warm. The explorer ends because it has seen everything, Lincheck because it was stopped after %d runs, unless the
        table says that it was exhausted. An execution of the explorer is a class of interleavings, so the two columns do not count the
        same; the time to the end is what compares.

        %s
        ## Beside GenMC, given

        GenMC is not built by this command. These figures of it were **not measured in this run**: they were given, of C models, on another
        machine; ratios across machines say little. Ours are of the tables above.

        %s"""
        .formatted(
            measured.provenance,
            measured.rounds,
            fromTheShell(),
            Figures.of(shell.helped()),
            shell.four.name(),
            FromTheShell.SECONDS,
            Figures.count(shell.four.last().executions()),
            Figures.count(shell.four.last().blocked()),
            rate(shell.four.last()),
            cold(),
            warm(),
            small(),
            ThreeCpus.SCENARIO,
            FromTheShell.SECONDS,
            threeCpus(),
            Growth.SECONDS,
            growth(),
            Memory.FIRST,
            memory(),
            BesideLincheck.RUNS,
            lincheck(),
            given());
  }

  /** Executions visited in a second, complete and blocked. */
  static String rate(ShellWork.Run run) {
    return Figures.count(Math.round((run.executions() + run.blocked()) / run.exploring()));
  }

  private MarkdownTable fromTheShell() {
    MarkdownTable table =
        new MarkdownTable(
            "work", "executions", "1 thread: s", "CPU s", "2 threads: s", "CPU s", "times as fast");
    for (Pair pair : shell.pairs()) {
      ShellWork.Run run = pair.one().last();
      table.row(
          pair.one().name(),
          pair == shell.cells ? "" : Figures.visited(run.executions(), run.blocked()),
          Figures.of(pair.one().wall()),
          Figures.of(pair.one().cpu().median()),
          Figures.of(pair.two().wall()),
          Figures.of(pair.two().cpu().median()),
          Figures.of(pair.speedUp()));
    }
    return table;
  }

  private MarkdownTable cold() {
    MarkdownTable table = new MarkdownTable("56 verdicts", "s", "CPU s");
    table.row("cell by cell, each woven anew", wall(measured.each), cpu(measured.each));
    table.row("one world, one pass for all models", wall(measured.world), cpu(measured.world));
    return table;
  }

  private static String wall(java.util.List<Timed> runs) {
    return Figures.of(new Samples(runs.stream().map(Timed::wall).toList()));
  }

  private static String cpu(java.util.List<Timed> runs) {
    return Figures.of(new Samples(runs.stream().map(Timed::cpu).toList()).median());
  }

  private MarkdownTable warm() {
    MarkdownTable table =
        new MarkdownTable(
            "scenario",
            "posted, sc",
            "corrected, sc",
            "sc: ms",
            "tso",
            "pso",
            "jmm",
            "all, in a world");
    for (Port scenario : Port.values()) {
      table.row(
          Stream.of(
                  Stream.of(scenario.title()),
                  Stream.of("Posted", "Corrected")
                      .map(r -> measured.warm(scenario, r, MemoryModel.SC.toString()))
                      .map(row -> Figures.visited(Long.parseLong(row[3]), Long.parseLong(row[4]))),
                  Stream.concat(
                          Stream.of(MemoryModel.values()).map(MemoryModel::toString),
                          Stream.of(WarmCells.ALL))
                      .map(
                          model ->
                              millis(measured.warm(scenario, "Posted", model)[5])
                                  + " / "
                                  + millis(measured.warm(scenario, "Corrected", model)[5])))
              .flatMap(s -> s)
              .toArray(String[]::new));
    }
    return table;
  }

  private static String millis(String value) {
    return Figures.of(Double.parseDouble(value));
  }

  private MarkdownTable small() {
    MarkdownTable table =
        new MarkdownTable("scenario", "executions, jmm", "jmm: ms", "all models: ms");
    for (String[] row : measured.small) {
      table.row(
          Port.valueOf(row[0]).title(),
          Figures.visited(Long.parseLong(row[1]), Long.parseLong(row[2])),
          millis(row[3]) + " / " + millis(row[4]),
          millis(row[5]) + " / " + millis(row[6]));
    }
    return table;
  }

  private MarkdownTable threeCpus() {
    MarkdownTable table = new MarkdownTable("model", "verdict", "executions", "s");
    for (String[] row : measured.threeCpus) {
      table.row(
          row[0].toLowerCase(Locale.ROOT),
          row[1] + (row[2].equals("null") ? "" : ", not exhausted"),
          Figures.visited(Long.parseLong(row[3]), Long.parseLong(row[4])),
          Figures.of(Double.parseDouble(row[5]) / 1e3));
    }
    return table;
  }

  private MarkdownTable growth() {
    MarkdownTable table =
        new MarkdownTable("what", "threads", "operations of each", "executions", "s");
    for (GrowthCell cell : measured.growth) {
      table.row(
          cell.family().title,
          String.valueOf(cell.threads()),
          String.valueOf(cell.operations()),
          Figures.visited(cell.executions(), cell.blocked())
              + (cell.exhausted() ? "" : ", not exhausted"),
          String.format(Locale.ROOT, "%.3f", cell.seconds()));
    }
    return table;
  }

  private MarkdownTable memory() {
    MarkdownTable table = new MarkdownTable("what", "events of an execution", "kB alive");
    for (MemoryPoint point : measured.memory) {
      table.row(
          point.family().title,
          Figures.count(point.events()),
          Figures.count(Math.round(point.bytes() / 1e3)));
    }
    return table;
  }

  private MarkdownTable lincheck() {
    MarkdownTable table =
        new MarkdownTable(
            "scenario, sc",
            "explorer: executions",
            "ms to the end",
            "Lincheck: runs",
            "ms",
            "exhausted",
            "runs a second");
    for (Measurements.Beside beside : measured.beside) {
      long runs = Long.parseLong(beside.lincheck()[0]);
      double millis = Double.parseDouble(beside.lincheck()[1]);
      table.row(
          beside.scenario().title(),
          Figures.count(Long.parseLong(beside.explorer()[0])),
          millis(beside.explorer()[1]),
          Figures.count(runs),
          Figures.count(Math.round(millis)),
          Boolean.parseBoolean(beside.lincheck()[2]) ? "yes" : "no",
          Figures.count(Math.round(runs * 1e3 / millis)));
    }
    return table;
  }

  private MarkdownTable given() {
    MarkdownTable table = new MarkdownTable("work", "GenMC, given: s", "ours: s", "ours / given");
    given(table, "fib_bench, CPU time, one thread", 3.6, shell.fib.one().cpu().median());
    given(table, shell.vacates.two().name(), 0.8, shell.vacates.two().wall().median());
    given(table, shell.three.two().name(), 1.1, shell.three.two().wall().median());
    table.row(shell.four.name(), "65", "not exhausted in " + FromTheShell.SECONDS, "");
    boolean all = measured.threeCpus.stream().allMatch(row -> row[2].equals("null"));
    double seconds = Double.parseDouble(measured.threeCpus.get(0)[5]) / 1e3;
    table.row(
        "two operations on each of three CPUs",
        "5.4 (sc)",
        all ? Figures.of(seconds) : "not exhausted in " + FromTheShell.SECONDS,
        "");
    return table;
  }

  private static void given(MarkdownTable table, String work, double theirs, double ours) {
    table.row(work, Figures.of(theirs), Figures.of(ours), Figures.of(ours / theirs));
  }
}
