// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.StoreBufferMachine.Buffer;

/** On random programs the search agrees with two enumerators that share nothing with it. */
class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("vacate.random.programs", 2500);

  @ParameterizedTest
  @ValueSource(longs = {20070618, 46, 1791, 8675309})
  void visitsExactlyTheGraphsThatTheAxiomsAllow(long seed) {
    compare(seed, 7, 15, RandomProgramsTest::againstAxioms);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void fencesOrderWhatTheAxiomsSay(long seed) {
    compare(seed, 6, 60, RandomProgramsTest::againstAxioms);
  }

  @ParameterizedTest
  @ValueSource(longs = {27, 1979, 2009})
  void hasTheOutcomesOfAStoreBufferMachine(long seed) {
    compare(seed, 7, 15, RandomProgramsTest::againstMachine);
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
      long seed, int accesses, int fences, Function<Litmus, String> difference) {
    RandomLitmus programs = new RandomLitmus(seed, fences);
    for (int i = 0; i < PROGRAMS; i++) {
      Litmus program = programs.next(accesses);
      String found = difference.apply(program);
      if (found != null) {
        Litmus small = RandomLitmus.shrink(program, p -> difference.apply(p) != null);
        fail("seed " + seed + ", program " + i + ": " + small + ": " + difference.apply(small));
      }
    }
  }

  private static String againstAxioms(Litmus program) {
    BruteForce all = new BruteForce(program);
    List<String> differences = new ArrayList<>();
    for (MemoryModel model : MemoryModel.values()) {
      try {
        Tally tally = Tally.of(program, model);
        if (!tally.outcomes.equals(all.outcomes.get(model))) {
          differences.add(model + ": " + tally.outcomes + " but " + all.outcomes.get(model));
        }
      } catch (AssertionError twice) {
        differences.add(model + ": " + twice.getMessage());
      }
    }
    MemoryModel[] models = MemoryModel.values();
    for (int i = 1; i < models.length && differences.isEmpty(); i++) {
      Set<String> stronger = Tally.of(program, models[i - 1]).graphs;
      if (!Tally.of(program, models[i]).graphs.containsAll(stronger)) {
        differences.add(models[i - 1] + " allows what " + models[i] + " does not");
      }
    }
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
