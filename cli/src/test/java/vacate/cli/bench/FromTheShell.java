// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user may type, from the start of the launcher to its end; rounds in turn. */
final class FromTheShell {
  /** How long is looked at what nobody sees the end of. */
  static final int SECONDS = 30;

  private static final String JAR = "../stress-tests/target/jcstress.jar";
  private static final String HERE = "target/test-classes";

  final Pair small;
  final Pair fib;
  final Pair fibSc;
  final Pair vacates;
  final Pair three;
  final Pair cells;
  final Pair longest;
  final ShellWork four;
  final List<Timed> help = new ArrayList<>();
  private final int rounds;

  FromTheShell(int rounds) {
    this.rounds = rounds;
    small = port("the smallest of the slices, jmm", "S03_WriteBarrier[.]LockingReader", rounds);
    fib = Pair.of("fib_bench, jmm", rounds, 525_630, fib("jmm"));
    fibSc = Pair.of("fib_bench, sc", rounds, 218_243, fib("sc"));
    vacates = port("vacate ‖ vacate, corrected, jmm", "P12_VacateVacate[.]Corrected", rounds);
    three =
        port("alloc ‖ free ‖ vacate, corrected, jmm", "P16_AllocFreeVacate[.]Corrected", rounds);
    cells =
        Pair.of(
            "the 56 cells, all models",
            rounds,
            ShellWork.UNKNOWN,
            List.of(JAR, "-t", allOfThem(), "--model", "sc,tso,pso,jmm"));
    longest =
        port(
            "free and drain ‖ alloc ‖ vacate, corrected, jmm",
            "P24_FreeReuseVacate[.]Corrected",
            rounds);
    four =
        new ShellWork(
            "alloc ‖ free ‖ vacate ‖ vacate, corrected, sc",
            1,
            ShellWork.UNKNOWN,
            false,
            List.of(
                JAR,
                "-t",
                "P17_AllocFreeVacateVacate[.]Corrected$",
                "--model",
                "sc",
                "--max-time",
                SECONDS + "s"),
            2);
  }

  private static List<String> fib(String model) {
    return List.of(HERE, "-t", "bench[.]cases[.]Fib$", "--model", model);
  }

  private static Pair port(String name, String test, int rounds) {
    return Pair.of(name, rounds, ShellWork.UNKNOWN, List.of(JAR, "-t", test + "$"));
  }

  private static String allOfThem() {
    return Arrays.stream(Port.values())
        .map(scenario -> scenario.posted.getEnclosingClass().getSimpleName())
        .collect(Collectors.joining("|", "(", ")[.](Posted|Corrected)$"));
  }

  List<Pair> pairs() {
    return List.of(small, fib, fibSc, vacates, three, cells, longest);
  }

  /** Measures all of it. */
  void run(Consumer<String> progress) {
    List<ShellWork> works = pairs().stream().flatMap(p -> Stream.of(p.one(), p.two())).toList();
    for (int round = 0; round < rounds; round++) {
      progress.accept("from the shell, round " + (round + 1) + " of " + rounds);
      help.add(Timed.run(List.of("../vacate", "--help")));
      for (ShellWork work : works) {
        if (round < work.rounds()) {
          work.run();
        }
      }
    }
    if (cells.one().last().tests() != Port.CELLS) {
      throw new IllegalStateException(cells.one().last().tests() + " cells");
    }
    progress.accept("from the shell, four CPUs for " + SECONDS + " s");
    four.run();
  }

  Samples helped() {
    return new Samples(help.stream().map(Timed::wall).toList());
  }
}
