// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.Axioms;
import vacate.explorer.model.MemoryModel;

/** Counts the executions of a program, and keeps every graph to see whether one comes twice. */
public class Tally implements Executions {
  public final Map<Object, Integer> outcomes =
      new TreeMap<>(java.util.Comparator.comparing(Object::toString));
  final Set<String> graphs = new HashSet<>();
  public long complete;
  long blocked;
  long deadlocks;
  boolean bounded;
  boolean keepGraphs = true;

  /** Of code that is left as it is, and says of no place where it is: each step is an event. */
  static Tape tape(Program program) {
    return tape(program, Reduction.NONE);
  }

  static Tape tape(Program program, Set<Reduction> reductions) {
    return new Tape(program, () -> null, Modes.DECLARED, reductions);
  }

  public static Tally of(Program program, MemoryModel model) {
    return of(program, model.axioms());
  }

  public static Tally of(Program program, Axioms axioms) {
    return of(tape(program), axioms);
  }

  /** Of a program as its own tape has it. */
  public static Tally of(Tape tape, Axioms axioms) {
    Tally tally = new Tally();
    new Search(tape, axioms, tally).run();
    return tally;
  }

  /** The outcomes under all models, of those executions of the weakest that they allow. */
  static Map<MemoryModel, Map<Object, Integer>> inOnePass(Program program) {
    Map<MemoryModel, Map<Object, Integer>> byModel = new TreeMap<>();
    Map<MemoryModel, Axioms> axioms = new TreeMap<>();
    for (MemoryModel model : MemoryModel.values()) {
      byModel.put(model, new TreeMap<>(java.util.Comparator.comparing(Object::toString)));
      axioms.put(model, model.axioms());
    }
    Tally tally =
        new Tally() {
          @Override
          public void restart() {
            byModel.values().forEach(Map::clear);
          }

          @Override
          public void complete(Graph g, Object outcome) {
            byModel.forEach(
                (model, found) -> {
                  if (model == MemoryModel.weakest() || axioms.get(model).hold(g)) {
                    found.merge(outcome, 1, Integer::sum);
                  }
                });
          }
        };
    new Search(tape(program, Reduction.ALL), MemoryModel.weakest().axioms(), tally).run();
    return byModel;
  }

  static Tally countOnly(Program program, MemoryModel model) {
    Tally tally = new Tally();
    tally.keepGraphs = false;
    new Search(tape(program), model.axioms(), tally).run();
    return tally;
  }

  @Override
  public void restart() {
    outcomes.clear();
    graphs.clear();
    complete = 0;
    blocked = 0;
    deadlocks = 0;
    bounded = false;
  }

  @Override
  public void complete(Graph g, Object outcome) {
    complete++;
    outcomes.merge(outcome, 1, Integer::sum);
    if (keepGraphs && !graphs.add(key(g))) {
      throw new AssertionError("visited twice: " + key(g));
    }
  }

  @Override
  public void blocked(Graph g, Wait wait) {
    blocked++;
    if (wait.isForEver()) {
      deadlocks++;
    }
  }

  @Override
  public void bounded(String why) {
    bounded = true;
  }

  private static String key(Graph g) {
    StringBuilder key = new StringBuilder();
    int locations = 0;
    for (int t = 0; t < g.threads(); t++) {
      for (int i = 0; i < g.length(t); i++) {
        int e = g.event(t, i);
        key.append(g.is(e, vacate.explorer.graph.Access.READ) ? g.source(e) : "-").append(' ');
        locations = Math.max(locations, g.location(e) + 1);
      }
    }
    for (int l = 0; l < locations; l++) {
      for (int k = 1; k < g.writes(l); k++) {
        key.append(l).append(':').append(g.write(l, k)).append(' ');
      }
    }
    return key.toString();
  }
}
