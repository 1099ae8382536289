// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** All that is measured, in one run, one thing after the other. */
final class Measurements {
  private static final List<String> SMALL_HEAP = List.of("-Xmx512m", "-XX:+UseSerialGC");

  final Provenance provenance = Provenance.now();
  final int rounds;
  final FromTheShell shell;

  /** All verdicts cell by cell, and in one world and one pass, each in a JVM of its own. */
  final List<Timed> each = new ArrayList<>();

  final List<Timed> world = new ArrayList<>();
  List<String[]> warm;
  List<String[]> small;
  List<String[]> threeCpus;
  List<GrowthCell> growth;
  List<MemoryPoint> memory;
  final List<Beside> beside = new ArrayList<>();

  /** What the explorer and Lincheck say of a scenario, in that order. */
  record Beside(Port scenario, String[] explorer, String[] lincheck) {}

  /**
   * @param rounds how often what is short is measured
   */
  Measurements(int rounds) {
    this.rounds = rounds;
    shell = new FromTheShell(rounds);
  }

  /**
   * Measures it.
   *
   * @throws IllegalStateException if something does not come to what it must
   */
  void run(Consumer<String> progress) {
    shell.run(progress);
    progress.accept("all cells in a new JVM");
    for (int round = 0; round < rounds; round++) {
      each.add(cells("each"));
      world.add(cells("world"));
    }
    progress.accept("all cells in a warm JVM");
    warm = rows(Timed.java(WarmCells.class, List.of()).output());
    progress.accept("small cells in a world");
    small = rows(Timed.java(SmallCells.class, List.of()).output());
    progress.accept("two operations on each of three CPUs");
    String limit = String.valueOf(FromTheShell.SECONDS);
    threeCpus = rows(Timed.java(ThreeCpus.class, List.of(), limit).output());
    progress.accept("growth");
    growth = GrowthCell.of(Timed.java(Growth.class, List.of()).output());
    progress.accept("memory");
    memory = Timed.java(Memory.class, SMALL_HEAP).output().stream().map(MemoryPoint::of).toList();
    for (Port scenario : Port.values()) {
      if (scenario.pair != null) {
        progress.accept("beside Lincheck: " + scenario.title());
        beside.add(
            new Beside(
                scenario,
                last(
                    Timed.java(
                        BesideLincheck.class, List.of(), BesideLincheck.EXPLORER, scenario.name())),
                last(
                    Timed.java(
                        BesideLincheck.class,
                        vacate.lincheck.LincheckJudge.jvmFlags(),
                        BesideLincheck.LINCHECK,
                        scenario.name()))));
      }
    }
  }

  private static Timed cells(String how) {
    Timed run = Timed.java(ColdCells.class, List.of(), how);
    if (!last(run)[0].equals(String.valueOf(Port.CELLS))) {
      throw new IllegalStateException("not " + Port.CELLS + " verdicts, but " + run.output());
    }
    return run;
  }

  private static List<String[]> rows(List<String> lines) {
    return lines.stream().map(line -> line.split("\t")).toList();
  }

  private static String[] last(Timed run) {
    List<String[]> rows = rows(run.output());
    return rows.get(rows.size() - 1);
  }

  /** Milliseconds of a cell in the warm JVM; executions and blocked before them. */
  String[] warm(Port scenario, String revision, String model) {
    return warm.stream()
        .filter(
            row -> Arrays.equals(row, 0, 3, new String[] {scenario.name(), revision, model}, 0, 3))
        .findFirst()
        .orElseThrow();
  }
}
