// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Crew;
import vacate.explorer.search.Modes;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Search;
import vacate.explorer.search.SharedSearch;
import vacate.explorer.search.TooLong;
import vacate.explorer.weaken.Change;

/**
 * One test under some models, in one pass: searches under the weakest of them, which has every
 * execution of the others, counts outcomes for each model that allows the execution, and says what
 * they mean.
 */
final class Exploration implements PartTally.Counted {
  /** After how many events in all executions a search that has cut a loop off tries fewer turns. */
  private static final long HOPELESS = 2_000_000;

  /** The fewest turns that are tried. */
  private static final int LEAST_TURNS = 2;

  private final StressTest test;
  private final ClassLoader loader;

  /** Each before all that it includes: the first is the one that the search is under. */
  private final List<MemoryModel> models;

  private final Settings settings;
  private final Bounds bounds;
  private final Modes modes;
  private final Watch watch;
  private final Reporter reporter;

  /** A loop was cut off, and the search ends as it is. */
  private static final class CutOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How far it goes depends on its order, so one worker does it. */
    static final CutOff ALONE = new CutOff();

    /** It goes on and on. */
    static final CutOff HOPELESS = new CutOff();

    private CutOff() {
      super(null, null, false, false);
    }
  }

  /** In the order of {@link #models}; none before the test is woven. */
  private List<ModelTally> tallies = List.of();

  private final PartTallies parts = new PartTallies();
  private final AtomicLong visited = new AtomicLong();
  private int turns;
  private final AtomicLong events = new AtomicLong();

  /** How many threads search; with a limit the order matters, and one does. */
  private int workers;

  private final Stops stops;
  private Stops.Enough enough;
  private String reason;
  private boolean refused;
  private boolean exhausted;
  private boolean begunAgain;
  private WovenTest program;

  Exploration(
      StressTest test,
      ClassLoader loader,
      MemoryModel model,
      Bounds bounds,
      Progress progress,
      Modes modes,
      Watch watch) {
    this(test, loader, Set.of(model), Settings.of(bounds), progress, modes, watch);
  }

  /**
   * @param models one of which includes all others
   */
  Exploration(
      StressTest test,
      ClassLoader loader,
      Set<MemoryModel> models,
      Settings settings,
      Progress progress,
      Modes modes,
      Watch watch) {
    this.test = test;
    this.loader = loader;
    this.models = MemoryModel.weakestFirst(models);
    this.settings = settings;
    this.bounds = settings.bounds();
    stops = new Stops(test, settings, watch);
    this.modes = modes;
    this.watch = watch;
    workers = stops.letWorkersShare() ? settings.workers() : 1;
    reporter = new Reporter(test, loader, this.models.get(0), bounds, modes, progress);
  }

  /** The result under the model, or the weakest of them. */
  Result run() {
    return runAll().get(models.get(0));
  }

  /** The result under each model. */
  Map<MemoryModel, Result> runAll() {
    long start = System.nanoTime();
    SearchThread thread = new SearchThread(test.name(), this::search);
    thread.run(stops::interrupt);
    Map<MemoryModel, Result> results = new EnumMap<>(MemoryModel.class);
    models.forEach(model -> results.put(model, result(model, start)));
    return results;
  }

  /**
   * Whether it was all that there is to say of the test: every execution was visited, but for loops
   * that were cut off; or no more is wanted, or there is no time for it.
   */
  boolean isSettled() {
    return exhausted && !begunAgain || isCutShort();
  }

  /** Whether it would say more if it had not been stopped. */
  boolean isCutShort() {
    return enough != null && enough.isFinal();
  }

  private void search() {
    try {
      weave();
      exhaust();
    } catch (Refused | NotDeterministic e) {
      refused = true;
      reason = e.getMessage();
    } catch (Stops.Enough e) {
      enough = e;
    } catch (TooLong e) {
      reason = e.getMessage();
    }
  }

  private void weave() {
    program = new WovenTest(test, loader, bounds.loop(), modes, settings.reductions());
    if (watch.wantsSites() || !settings.monitors().isEmpty()) {
      program.tape().locate();
    }
    tallies = models.stream().map(m -> new ModelTally(test, m, program, settings)).toList();
  }

  /**
   * Searches, and where a loop is cut off searches no longer than it takes to see that this is
   * hopeless: a proof is out of reach then, and all executions with fewer turns say more than some
   * of those with many.
   */
  private void exhaust() {
    turns = bounds.loop();
    try {
      while (!exhausted()) {
        tallies.forEach(ModelTally::setAside);
        turns = Math.max(LEAST_TURNS, turns / 4);
      }
      exhausted = turns == bounds.loop();
    } finally {
      parts.join();
      tallies.forEach(ModelTally::recall);
      program.machine().boundLoops(bounds.loop());
    }
  }

  private boolean exhausted() {
    program.machine().boundLoops(turns);
    begin();
    PartTally all = parts.begin(tallies, this);
    try {
      if (workers > 1) {
        Crew.Threads others = work -> SearchThread.started(test.name(), work);
        new SharedSearch(program.tape(), models.get(0)::axioms, all, workers, others).run();
      } else {
        new Search(program.tape(), models.get(0).axioms(), all).run();
      }
      return true;
    } catch (CutOff cut) {
      if (cut == CutOff.ALONE) {
        workers = 1;
        weave(); // what is known of the threads has a part in how long it goes on
        return exhausted();
      }
      return false;
    }
  }

  private void begin() {
    tallies.forEach(ModelTally::clear);
    restarted();
    begunAgain = false;
  }

  @Override
  public void restarted() {
    begunAgain = true; // a stronger model alone may not have to, and counts other waits then
    visited.set(0);
    events.set(0);
    stops.restarted();
  }

  @Override
  public void counted(ModelTally tally, Graph graph, Object outcome) {
    long executions = visited.incrementAndGet();
    if (workers > 1 && tally.cutOff() != null) {
      throw CutOff.ALONE;
    }
    reporter.found(executions, parts);
    int length = 0;
    for (int t = 0; t < graph.threads(); t++) {
      length += graph.length(t);
    }
    if (events.addAndGet(length) >= HOPELESS && tally.cutOff() != null && turns > LEAST_TURNS) {
      throw CutOff.HOPELESS;
    }
    stops.counted(executions);
    stops.seen(program, graph, outcome, tallies);
  }

  private Result result(MemoryModel model, long start) {
    ModelTally tally = tallies.stream().filter(t -> t.model() == model).findFirst().orElse(null);
    if (refused || tally == null) {
      return notRun(model, reason, (System.nanoTime() - start) / 1e6);
    }
    String why = enough == null ? reason : enough.text(tally.executions() + tally.blocked());
    if (tally.cutOff() != null) {
      why = (why == null ? "" : why + "; ") + tally.cutOff();
    }
    if (why == null && tally.found().found().isEmpty()) {
      why = "no execution came to its end";
    }
    Rebuilder rebuilder = new Rebuilder(test, loader, model, settings, modes, program);
    List<Outcome> outcomes;
    List<Monitored> monitored;
    LoadBuffering buffering;
    try {
      outcomes = outcomes(tally, rebuilder);
      monitored = tally.monitored(rebuilder);
      buffering = tally.loadBuffering(why == null);
      rebuilder.forget();
    } catch (Refused | NotDeterministic e) {
      // the search met every value once, and its witness is a second time
      return notRun(model, e.getMessage(), (System.nanoTime() - start) / 1e6);
    }
    boolean refutes = outcomes.stream().anyMatch(Outcome::refutes);
    return new Result(
        test.name(),
        model,
        refutes ? Verdict.REFUTED : why != null ? Verdict.BOUNDED : Verdict.PROVED,
        why,
        tally.executions(),
        tally.blocked(),
        (System.nanoTime() - start) / 1e6,
        tally.assumption(),
        outcomes,
        monitored,
        buffering);
  }

  private Result notRun(MemoryModel model, String why, double millis) {
    return new Result(test.name(), model, Verdict.NOT_RUN, why, 0, 0, millis, null, List.of());
  }

  /**
   * The witnesses of the outcomes that will be shown are made while the program is at hand; that
   * also sees whether the test does the same thing twice.
   */
  private List<Outcome> outcomes(ModelTally tally, Rebuilder rebuilder) {
    List<Outcome> outcomes = new Grades(test).of(tally.found().found(), rebuilder);
    Detail.BRIEF.shown(outcomes).stream()
        .filter(o -> !o.isImpossible())
        .forEach(o -> o.witness().rebuilt());
    return outcomes;
  }

  /** What a token is bound to, besides what the execution does. */
  static String program(StressTest test, ClassLoader loader, MemoryModel model, Modes modes) {
    String changed = modes == Modes.DECLARED ? "" : " with " + modes;
    String replaced = loader instanceof Change ? " with " + loader : "";
    return test.name() + " " + model.id() + changed + replaced;
  }
}
