// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.CycleFinder;
import vacate.explorer.model.CycleFinder.Cycle;
import vacate.explorer.model.MemoryModel;

/**
 * Whether there is a cycle of program order and reads-from, as told from the executions without
 * one, against an enumerator of those that have one. {@code -Dvacate.random.programs=N} tries N
 * programs for each seed.
 */
class CycleFinderTest {
  private static final int PROGRAMS = Integer.getInteger("vacate.random.programs", 200);

  private static final class Watch extends Tally {
    private final CycleFinder finder = new CycleFinder();
    private final Map<Object, int[][]> executions = new LinkedHashMap<>();
    private final Map<Object, int[]> cycles = new LinkedHashMap<>();

    private void look(Graph g) {
      finder.find(
          g,
          cycle -> {
            Object kind =
                List.of(
                    Dependence.of(g, cycle.read(), cycle.write()),
                    g.access(cycle.source()),
                    g.value(cycle.source()));
            if (!executions.containsKey(kind)) {
              executions.put(kind, Decisions.of(g));
              cycles.put(
                  kind,
                  IntStream.of(cycle.read(), cycle.write(), cycle.source())
                      .flatMap(e -> IntStream.of(g.thread(e), Decisions.step(g, e)))
                      .toArray());
            }
            return false;
          });
    }

    private boolean hasOne(Tape tape, Object kind) {
      Graph g = Replay.of(tape, executions.get(kind)).execution();
      int[] at = cycles.get(kind);
      Cycle cycle = new Cycle(g.event(at[0], at[1]), g.event(at[2], at[3]), g.event(at[4], at[5]));
      return !Dependence.isOutOfThinAir(tape, g, cycle, true);
    }

    @Override
    public void restart() {
      executions.clear();
      cycles.clear();
    }

    @Override
    public void complete(Graph g, Object outcome) {
      look(g);
    }

    @Override
    public void blocked(Graph g, Wait wait) {
      look(g);
    }
  }

  private static boolean finds(Litmus program, Set<Reduction> reductions) {
    Watch watch = new Watch();
    Tape tape = Tally.tape(program, reductions);
    new Search(tape, MemoryModel.JMM.axioms(), watch).run();
    return watch.executions.keySet().stream().anyMatch(kind -> watch.hasOne(tape, kind));
  }

  private static boolean finds(String program) {
    return finds(Litmus.parse(program), Reduction.ALL);
  }

  private static boolean exists(Litmus program) {
    return new BruteForce(program, true).executions.get(MemoryModel.JMM) > 0;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rp x a;Wp y 1 & Rp y b;Wp x 1",
        "Ro x a;Wo y 1 & Ro y b;Wo x 1",
        "Ra x a;Wo y 1 & Ro y b;Wo x 1",
        "Ro x a;F full;Wo y 1 & Ro y b;Wo x 1",
        "Rp x a;F ss;Wp y 1 & Rp y b;F ll;Wp x 1",
        "Rp x a;Wp x 1 & Rp x b;Wp x 2",
        "Rp x a;Wp y 1 & Rp y b;Wp z 1 & Rp z d;Wp x 1",
        "Rp x a;Wp y 1 & Rp y b;b=1? Wp x 1",
        // around an atomic update both may pass
        "Rp x a;Av z 1 s;Wp y 1 & Ra y b;Wp x 1",
        // what an update writes it writes elsewhere in co
        "Oo y 1 a;Wp x 2 & Xp x 2 b;b=2? Aa y 1 d",
        "Rv x a;Cr y 0 2 b & Xo y 2 d;Wp x 1",
        "Ra x a;Co y 0 1 b & Xr y 1 d;Wr y 1;Wp x 2",
        "Aa z 1 a;Aa x 1 b & Rp x d;d=0? Cv x 0 1 e;Wp z 1",
        // no fence between stores orders an update that does not store in the cycle
        "Rp x a;Wr y 2 & Cr y 0 1 b;F ss;Wp x 1"
      })
  void findsWhereThereIsOne(String program) {
    assertThat(exists(Litmus.parse(program))).isTrue();
    assertThat(finds(program)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ra x a;Wo y 1 & Ra y b;Wo x 1",
        "Ro x a;Wr y 1 & Ro y b;Wr x 1",
        "Ra x a;Wo y 1 & Ro y b;Wr x 1",
        "Rp x a;F acq;Wp y 1 & Rp y b;F rel;Wp x 1",
        "Ro x a;Wo x 1 & Ro x b;Wo x 2",
        "L m;Rp x a;Wp y 1;N m & L m;Rp y b;Wp x 1;N m",
        "Rp x a;a=1? Wp y 1 & Rp y b;b=1? Wp x 1",
        "Rp x a;Wp y 1 & Rp z b;Wp x 1",
        "Rp x a;a=2? Wo y 1;Rp y b;b=1? Wo x 2 & Rp x d;Wr x 2",
        "Ao x 1 a;Wr y 1 & Ro y b;Ar x 1 d",
        "Wo x 1;Ro y a & Wo y 1;Ro x b"
      })
  void findsNoneWhereThereIsNone(String program) {
    assertThat(exists(Litmus.parse(program))).isFalse();
    assertThat(finds(program)).isFalse();
  }

  static Stream<LitmusTableTest.Row> table() {
    return LitmusTableTest.table()
        .filter(r -> BruteForce.graphs(Litmus.parse(r.program())) < 20_000);
  }

  @ParameterizedTest
  @MethodSource("table")
  void saysOfEachRowOfTheTableWhatTheEnumeratorSays(LitmusTableTest.Row row) {
    Litmus program = Litmus.parse(row.program());
    assertThat(finds(program, Reduction.ALL)).isEqualTo(exists(program));
  }

  /** And of the programs that have none few are thought to: 1 or 2 in 100, as it happens. */
  @ParameterizedTest
  @ValueSource(longs = {1001, 1002, 1003, 1004, 1005, 1006})
  void neverMissesOneOfARandomProgram(long seed) {
    RandomLitmus programs = new RandomLitmus(seed, seed % 3 == 0 ? 40 : 5, seed % 2 == 0 ? 40 : 0);
    Set<Reduction> reductions = seed % 4 < 2 ? Reduction.ALL : Reduction.NONE;
    int without = 0;
    int suspected = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      Litmus program = programs.nextReadThenWrite();
      boolean finds = finds(program, reductions);
      if (!exists(program)) {
        without++;
        suspected += finds ? 1 : 0;
      } else if (!finds) {
        Litmus small = RandomLitmus.shrink(program, p -> exists(p) && !finds(p, reductions));
        assertThat(finds).as("seed %d, program %d: %s", seed, i, small).isTrue();
      }
    }
    assertThat(without).isBetween(PROGRAMS / 10, PROGRAMS - PROGRAMS / 10);
    assertThat(suspected).isLessThan(without / 10);
  }

  /** With locks, waits and volatile accesses, and no more of a circle than comes by chance. */
  @ParameterizedTest
  @ValueSource(longs = {2001, 2002})
  void neverMissesOneThatCameByChance(long seed) {
    RandomLitmus programs = new RandomLitmus(seed, 15, seed % 2 == 0 ? 40 : 0);
    for (int i = 0; i < PROGRAMS; i++) {
      Litmus program = programs.next(7);
      if (exists(program)) {
        assertThat(finds(program, Reduction.ALL)).as("seed %d: %s", seed, program).isTrue();
      }
    }
  }
}
