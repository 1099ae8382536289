// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.graph.Access;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.monitor.DataRaces;
import vacate.explorer.monitor.Observed;

/**
 * On random programs exactly those executions have races, under each model, that an enumerator
 * finds by relations.
 */
class RandomRacesTest {
  private static final int PROGRAMS = Integer.getInteger("vacate.random.programs", 200);

  @ParameterizedTest
  @CsvSource({"1101, 15, 0", "1102, 60, 0", "1103, 15, 50", "1104, 40, 30"})
  void exactlyThoseExecutionsRaceThatTheRelationsSay(long seed, int fences, int branches) {
    RandomLitmus programs = new RandomLitmus(seed, fences, branches);
    for (int i = 0; i < PROGRAMS; i++) {
      compare(programs.next(6));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1105, 1106})
  void whatAFinalFieldShowsDoesNotRace(long seed) {
    RandomLitmus programs = new RandomLitmus(seed, 20, 0);
    for (int i = 0; i < PROGRAMS; i++) {
      compare(programs.nextWithFinalField());
    }
  }

  /** The comparison compares: there are programs with races, without, and with some executions. */
  @ParameterizedTest
  @CsvSource({
    "Wp x 1 & Rp x a, 2, 0",
    "Wp x 1 & Ro x a, 2, 0",
    "Wo x 1 & Ro x a, 0, 2",
    "Wp x 1;Wr y 1 & Ra y a;Rp x b, 2, 1",
    "Wp x 1;F rel;Wo y 1 & Ro y a;F acq;a=1?Rp x b, 0, 2",
    "Wp x 1;F ss;Wo y 1 & Ro y a;F acq;a=1?Rp x b, 1, 1",
    "L m;Wp x 1;N m & L m;Rp x a;N m, 0, 2"
  })
  void someExecutionsRace(String program, int racing, int others) {
    Map<String, Integer> races = compare(Litmus.parse(program));
    int without = races.getOrDefault("[]", 0);
    assertThat(without).isEqualTo(others);
    assertThat(races.values().stream().mapToInt(n -> n).sum() - without).isEqualTo(racing);
  }

  private static final Observed.Code NOTHING_KNOWN =
      new Observed.Code() {
        @Override
        public Location location(int location) {
          throw new UnsupportedOperationException();
        }

        @Override
        public int cell(String path) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<Frame> stack(Graph graph, int event) {
          return List.of();
        }
      };

  private static Map<String, Integer> compare(Litmus program) {
    BruteForce all = new BruteForce(program);
    for (MemoryModel model : MemoryModel.values()) {
      for (Set<Reduction> reductions : Set.of(Reduction.NONE, Reduction.ALL)) {
        assertThat(races(program, model, reductions))
            .as(program + " under " + model + " with " + reductions)
            .isEqualTo(all.races.get(model));
      }
    }
    return all.races.get(MemoryModel.JMM);
  }

  private static Map<String, Integer> races(
      Litmus program, MemoryModel model, Set<Reduction> reductions) {
    Map<String, Integer> races = new TreeMap<>();
    Observed observed = new Observed(NOTHING_KNOWN);
    Tally tally =
        new Tally() {
          @Override
          public void restart() {
            races.clear();
          }

          @Override
          public void complete(Graph g, Object outcome) {
            SortedSet<String> found = new TreeSet<>();
            observed.observe(g, null);
            new DataRaces().see(observed, race -> found.add(key(program, race)));
            races.merge(found.toString(), 1, Integer::sum);
          }
        };
    new Search(Tally.tape(program, reductions), model.axioms(), tally).run();
    return races;
  }

  private static String key(Litmus program, DataRaces.Race race) {
    return program.locations.get(race.location()) + ":" + key(race.one()) + key(race.other());
  }

  private static String key(DataRaces.Side side) {
    boolean update = (side.access() & Access.UPDATE) != 0;
    String what = update ? "U" : (side.access() & Access.WRITE) != 0 ? "W" : "R";
    boolean plain = (side.access() & (Access.OPAQUE | Access.UPDATE)) == 0;
    return " " + side.actor() + what + (plain ? "p" : "");
  }
}
