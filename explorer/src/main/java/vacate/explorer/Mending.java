// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Pass;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;
import vacate.explorer.weaken.Mend;
import vacate.explorer.weaken.Mended;

/**
 * Looks for what forbids an outcome: orders what an execution has out of order, explores the test
 * with that, and as long as the outcome still comes about mends that execution, too. Then leaves
 * out what is not needed.
 */
final class Mending {
  /** How many executions are visited for one witness at most, with all that is tried. */
  static final long MOST = 100_000;

  /** How many of these to see whether it takes a broken data dependency. */
  private static final long FEW = 10_000;

  /** How often another execution may show that more must be mended. */
  private static final int ROUNDS = 12;

  /** How many pairs of accesses are tried alone. */
  private static final int ALONE = 6;

  /** With more mends than this there is no advice left. */
  private static final int WIDEST = 16;

  private final StressTest test;
  private final ClassLoader loader;
  private final MemoryModel model;
  private final Settings settings;
  private final Modes program;

  Mending(
      StressTest test, ClassLoader loader, MemoryModel model, Settings settings, Modes program) {
    this.test = test;
    this.loader = loader;
    this.model = model;
    this.settings = settings;
    this.program = program;
  }

  /**
   * What forbids the outcome of an execution; nothing is tried if it is an interleaving.
   *
   * @param progress hears of all that is tried as of one exploration
   */
  Advice advise(Execution execution, Progress progress) {
    return execution.passes().isEmpty() || execution.outcome() == null
        ? Advice.NONE
        : new Search(execution, progress).advice();
  }

  /**
   * One exploration.
   *
   * @param counterexample an execution that has the outcome; null if none was found
   * @param isGone whether all executions were visited and none has the outcome
   */
  private record Trial(Execution counterexample, boolean isGone, long executions) {}

  /** Whoever asks wants no more of it. */
  private static final class NoTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoTime() {
      super(null, null, false, false);
    }
  }

  private final class Search {
    private final Execution witness;
    private final Progress progress;
    private final long began = System.nanoTime();
    private final List<List<Mend>> failed = new ArrayList<>();
    private long visited;
    private boolean decided = true;

    Search(Execution witness, Progress progress) {
      this.witness = witness;
      this.progress = progress;
    }

    Advice advice() {
      List<Advice.Cure> cures = new ArrayList<>();
      long dependent = 0;
      try {
        cure(Style.MODES, Style.VOLATILE, cures);
        cure(Style.FENCES, Style.FULL_FENCES, cures);
        dependent = whereDependenciesAreKept();
      } catch (NoTime e) {
        decided = false;
      }
      return new Advice(cures, failed, decided ? 0 : visited, dependent);
    }

    /** How many executions the test has then, if none has the outcome; else 0. */
    private long whereDependenciesAreKept() {
      if (!model.letsReadsBeHoisted() || test.keepsDependencies() || !isThereOne()) {
        return 0;
      }
      boolean before = decided;
      long tried = visited;
      visited = Math.max(visited, MOST - FEW); // most tests of that kind are small
      Trial trial = explore(test.keepingDependencies(), program);
      visited = tried;
      decided = before; // it is no cure
      return trial.isGone ? trial.executions : 0;
    }

    /** Whether some actor reads through a reference that it has read. */
    private boolean isThereOne() {
      return witness.events().stream()
          .flatMap(List::stream)
          .anyMatch(
              read ->
                  read.reads()
                      && witness.events().get(read.actor()).stream()
                          .limit(read.index())
                          .anyMatch(link -> link.reads() && isOf(link.read(), read.location())));
    }

    private static boolean isOf(Value object, Location location) {
      return location instanceof Location.Field f && f.owner().equals(object)
          || location instanceof Location.Element e && e.array().equals(object);
    }

    private void cure(Style weak, Style strong, List<Advice.Cure> cures) {
      Advice.Cure cure = cure(weak);
      if (cure == null) {
        cure = cure(strong);
      }
      if (cure != null) {
        cures.add(cure);
      }
    }

    /** The pairs one by one, then all of them and what else turns up. */
    private Advice.Cure cure(Style style) {
      Set<List<Mend>> pairs = new LinkedHashSet<>();
      Related.passes(witness).forEach(pass -> pairs.add(style.ordering(witness, pass)));
      pairs.remove(List.of());
      if (pairs.size() > 1) {
        for (List<Mend> pair : pairs.stream().limit(ALONE).toList()) {
          Trial trial = explore(pair);
          if (trial.isGone) {
            return least(pair, trial);
          }
          failed.add(pair);
        }
      }
      return together(style);
    }

    private Advice.Cure together(Style style) {
      Set<Mend> mends = new LinkedHashSet<>();
      Execution shown = witness;
      for (int round = 0; round < ROUNDS && add(style, shown, mends); round++) {
        List<Mend> all = List.copyOf(mends);
        Trial trial = explore(all);
        if (trial.isGone) {
          return least(all, trial);
        }
        if (trial.counterexample == null) {
          break;
        }
        shown = trial.counterexample;
      }
      if (!mends.isEmpty()) {
        failed.add(List.copyOf(mends));
      }
      return null;
    }

    /**
     * Whether an execution says what to mend besides. The order in which it is told has one thread
     * out of order where it may as well be another, so that neighbours in all of them come next.
     */
    private boolean add(Style style, Execution shown, Set<Mend> mends) {
      return mends.size() <= WIDEST
          && (addAll(style, shown, Related.passes(shown), mends)
              || addAll(style, shown, Related.neighbours(shown), mends)
              || Related.readsAcross(shown).stream()
                  .map(edge -> mends.addAll(style.publishing(shown, edge)))
                  .reduce(false, Boolean::logicalOr));
    }

    private boolean addAll(Style style, Execution shown, List<Pass> pairs, Set<Mend> mends) {
      boolean more = false;
      for (Pass pair : pairs) {
        more |= mends.addAll(style.ordering(shown, pair));
      }
      return more;
    }

    /** Without all that can be left out, one by one. */
    private Advice.Cure least(List<Mend> mends, Trial gone) {
      List<Mend> needed = new ArrayList<>(mends);
      Trial last = gone;
      boolean isLeast = true;
      for (Mend mend : mends) {
        if (needed.size() == 1) {
          break;
        }
        List<Mend> without = new ArrayList<>(needed);
        without.remove(mend);
        Trial trial = explore(without);
        if (trial.isGone) {
          needed = without;
          last = trial;
        }
        isLeast &= trial.isGone || trial.counterexample != null;
      }
      return new Advice.Cure(needed, isLeast, last.executions);
    }

    /** Counts what was tried before; nobody knows how much is still to be tried. */
    private Progress all(Progress one) {
      if (one == Progress.NONE) {
        return one;
      }
      return state ->
          one.update(
              new Progress.State(
                  state.test(),
                  state.model(),
                  visited + state.executions(),
                  state.blocked(),
                  System.nanoTime() - began,
                  Double.NaN));
    }

    private Trial explore(List<Mend> mends) {
      return explore(test, new Mended(program, mends));
    }

    private Trial explore(StressTest changed, Modes mended) {
      if (Thread.currentThread().isInterrupted() || settings.deadline().isPast()) {
        throw new NoTime();
      }
      if (visited >= MOST) {
        decided = false;
        return new Trial(null, false, 0);
      }
      Bounds bounds = settings.bounds();
      Bounds upTo = new Bounds(bounds.loop(), Math.min(bounds.executions(), MOST - visited));
      Settings trying = Settings.of(upTo).by(settings.deadline());
      Shown shown = new Shown(witness.outcome(), model);
      Result result =
          new Exploration(changed, loader, Set.of(model), trying, all(progress), mended, shown)
              .run();
      long executions = result.executions() + result.blocked();
      visited += executions;
      boolean isGone = shown.execution == null && result.reason() == null;
      decided &= isGone || shown.execution != null;
      return new Trial(shown.execution, isGone, executions);
    }
  }

  /** Waits for one outcome, and keeps the first execution that has it. */
  private static final class Shown implements Watch {
    private final String outcome;
    private final MemoryModel model;
    private Execution execution;

    Shown(String outcome, MemoryModel model) {
      this.outcome = outcome;
      this.model = model;
    }

    @Override
    public boolean wantsSites() {
      return true;
    }

    @Override
    public boolean isEnough(WovenTest program, Graph graph, Object found) {
      if (found == null || !found.toString().equals(outcome)) {
        return false;
      }
      Linearization order = new Linearization(model);
      order.arrange(graph, Long.MAX_VALUE);
      execution = Transcript.of(program, graph, order, found);
      return true;
    }
  }
}
