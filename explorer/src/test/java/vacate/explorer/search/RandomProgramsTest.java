// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.StoreBufferMachine.Buffer;

/**
 * On random programs the search agrees with two enumerators that share nothing with it, and every
 * model has the executions of those that it is declared to be weaker than. {@code
 * -Dvacate.random.programs=N} tries N programs for each seed.
 */
class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("vacate.random.programs", 400);

  @ParameterizedTest
  @ValueSource(longs = {20070618, 46, 1791, 8675309})
  void visitsExactlyTheGraphsThatTheAxiomsAllow(long seed) {
    RandomLitmus programs = new RandomLitmus(seed, 15, 0);
    compare(seed, () -> programs.next(7), RandomProgramsTest::againstAxioms);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void fencesOrderWhatTheAxiomsSay(long seed) {
    RandomLitmus programs = new RandomLitmus(seed, 60, 0);
    compare(seed, () -> programs.next(6), RandomProgramsTest::againstAxioms);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 8, 13})
  void branchesAndAwaitsLeaveOutWhatTheyShould(long seed) {
    RandomLitmus programs = new RandomLitmus(seed, 15, 50);
    compare(seed, () -> programs.next(7), RandomProgramsTest::againstAxioms);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 44, 444, 4444})
  void ofTwinsTheMirrorImagesAreReportedToo(long seed) {
    RandomLitmus programs = new RandomLitmus(seed, 15, seed == 4 ? 0 : 40);
    compare(seed, () -> programs.nextWithTwins(7), RandomProgramsTest::againstAxioms);
  }

  /** Found by seed 444: a read-modify-write of the one comes whole before that of the other. */
  @ParameterizedTest
  @ValueSource(strings = {"Xa x 2 a & Xa x 1 b & Xa x 1 c & Wr x 1"})
  void noUpdateOfATwinIsTakenApart(String program) {
    assertThat(againstAxioms(Litmus.parse(program))).isNull();
  }

  /** Found by seeds 3001 and 3007: that the two differ is seen only by who waits in vain. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Or x 1 a & Or x 2 b & Sa x 2 c", "Aa y 1 a;Rv y b & Aa y 2 c;Rv y d & Sa y 2 e"})
  void whoWaitsTellsTwinsApart(String program) {
    assertThat(againstAxioms(Litmus.parse(program))).isNull();
  }

  /** Where another location turns out to be shared, who seemed to be a twin may be none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ro x a;Ro z b;b!0? Wp x 2 & F rel;Rp y c;Wp z 2 & F rel;Rp x d;Wp z 2",
        "Ao z 1 a;a=1? Wp y 2 & Rp y b;b=1? Rp z c;Wp z 1 & Rp x d;d=1? Rp z e;Wp z 1"
      })
  void whatIsSharedLateTellsTwinsApart(String program) {
    assertThat(againstAxioms(Litmus.parse(program))).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {17, 175})
  void finalFieldsShowWhatTheAxiomsSay(long seed) {
    RandomLitmus programs = new RandomLitmus(seed, 20, 0);
    compare(seed, programs::nextWithFinalField, RandomProgramsTest::againstAxioms);
  }

  @ParameterizedTest
  @ValueSource(longs = {27, 1979, 2009})
  void hasTheOutcomesOfAStoreBufferMachine(long seed) {
    RandomLitmus programs = new RandomLitmus(seed, 15, seed == 27 ? 50 : 0);
    compare(seed, () -> programs.next(7), RandomProgramsTest::againstMachine);
  }

  /** Found by seed 8675309 with 6 000 programs: psc has a cycle through a single fence. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "L m;F full;Wo z 2 & Rp z a;N m & Wr z 2",
        "Rp z a;Wr y 1 & Ra y b;F full;Wo z 1 & Wo z 2"
      })
  void oneFullFenceAloneOrdersItsSurroundings(String program) {
    assertThat(againstAxioms(Litmus.parse(program))).isNull();
  }

  /**
   * Found by seeds 20070618 and 46: hb;eco;hb is an edge of psc between fences, and of nothing
   * else.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "L m;Rv x a;Wp x 2 & Wv y 1;N m & Rv x b;F full;Ra y d",
        "Rv y a;F full;Rv x b & Cv x 0 2 d;Av y 1 e & Wo y 2"
      })
  void anExtendedCoherenceEdgeLeadsFromFenceToFence(String program) {
    assertThat(againstAxioms(Litmus.parse(program))).isNull();
  }

  /**
   * What another location's access separates is separate too if that is no event: the store to x is
   * in the volatile order before the second load of y only because of what is between the loads.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wv x 1;Wr y 1 & Ra y a;Wp z 1;Rv y c & Wv y 2;Rv x d",
        "Wv x 1;Wp z 1;Wr x 2 & Ra x a;Rv y c & Wv y 2;Rv x d",
        "Wv y 1;Rp z a;Wr y 2;Wr x 1 & Ra x b;Rv y c & Wv y 3;Rv y d"
      })
  void whatIsNoEventStillSeparates(String program) {
    assertThat(againstAxioms(Litmus.parse(program))).isNull();
  }

  /** What an acquire fence takes in, a release fence just before it does not pass on. */
  @Test
  void aReleaseFenceAndThenAnAcquireFenceStayTwo() {
    String program = "Wo a 1;F rel;Wo x 1 & Ro x r;F rel;F acq;Wo y 1 & Ro y s;F acq;Ro a t";
    assertThat(againstAxioms(Litmus.parse(program))).isNull();
  }

  /** The comparison compares: a model that forgets what an acquire learns does not pass. */
  @Test
  void aWrongModelIsFound() {
    Litmus mp = Litmus.parse("Wp x 1;Wr y 1 & Ra y a;Rp x b");
    assertThat(new BruteForce(mp).executions.get(MemoryModel.JMM))
        .isNotEqualTo((int) Tally.of(mp, new BruteForceFree()).complete);
  }

  private static final class BruteForceFree extends vacate.explorer.model.Axioms {
    @Override
    public boolean admits(vacate.explorer.graph.Graph graph, int event) {
      return true;
    }
  }

  private static void compare(
      long seed, Supplier<Litmus> programs, Function<Litmus, String> difference) {
    for (int i = 0; i < PROGRAMS; i++) {
      Litmus program = programs.get();
      String found = difference.apply(program);
      if (found != null) {
        Litmus small = RandomLitmus.shrink(program, p -> difference.apply(p) != null);
        fail("seed " + seed + ", program " + i + ": " + small + ": " + difference.apply(small));
      }
    }
  }

  private static String againstAxioms(Litmus program) {
    BruteForce all = new BruteForce(program);
    Map<MemoryModel, Set<String>> graphs = new EnumMap<>(MemoryModel.class);
    List<String> differences = new ArrayList<>();
    for (MemoryModel model : MemoryModel.values()) {
      try {
        Tally tally = Tally.of(program, model);
        graphs.put(model, tally.graphs);
        for (Reduction reduction : Reduction.values()) {
          Tally reduced = Tally.of(Tally.tape(program, Set.of(reduction)), model.axioms());
          boolean waits = reduction == Reduction.WAITS;
          if (!reduced.outcomes.equals(tally.outcomes)
              || reduced.deadlocks != tally.deadlocks && !waits
              || reduced.deadlocks > 0 != tally.deadlocks > 0
              || reduced.blocked != tally.blocked && !waits
              || reduced.blocked > tally.blocked) {
            differences.add(model + " with " + reduction + ": " + reduced.outcomes);
          }
        }
        if (!tally.outcomes.equals(all.outcomes.get(model))) {
          differences.add(model + ": " + tally.outcomes + " but " + all.outcomes.get(model));
        }
      } catch (AssertionError twice) {
        differences.add(model + ": " + twice.getMessage());
      }
    }
    Map<MemoryModel, Map<Object, Integer>> inOnePass = Tally.inOnePass(program);
    if (!inOnePass.equals(all.outcomes)) {
      differences.add("in one pass " + inOnePass + " but " + all.outcomes);
    }
    graphs.forEach(
        (weaker, more) ->
            graphs.forEach(
                (stronger, fewer) -> {
                  if (weaker.includes(stronger) && !more.containsAll(fewer)) {
                    differences.add(stronger + " allows what " + weaker + " does not");
                  }
                }));
    return differences.isEmpty() ? null : differences.toString();
  }

  private static String againstMachine(Litmus program) {
    MemoryModel[] models = {MemoryModel.SC, MemoryModel.TSO, MemoryModel.PSO};
    for (int i = 0; i < models.length; i++) {
      Set<Object> searched = Tally.of(program, models[i]).outcomes.keySet();
      Set<Object> machine = new StoreBufferMachine(program, Buffer.values()[i]).outcomes;
      if (!searched.equals(machine)) {
        return models[i] + ": " + searched + " but the machine has " + machine;
      }
    }
    return null;
  }
}
