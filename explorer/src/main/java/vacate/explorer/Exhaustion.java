// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vacate.explorer.checkpoint.Checkpoints;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Crew;
import vacate.explorer.search.SharedSearch;

/**
 * The search of an exploration: under the weakest model, which has every execution of the others,
 * with a tally for each. Where a loop is cut off it searches no longer than it takes to see that
 * this is hopeless: a proof is out of reach then, and all executions with fewer turns say more than
 * some of those with many.
 */
final class Exhaustion implements PartTally.Counted {
  /** After how many events in all executions a search that has cut a loop off tries fewer turns. */
  private static final long HOPELESS = 2_000_000;

  /** The fewest turns that are tried. */
  private static final int LEAST_TURNS = 2;

  private final StressTest test;
  private final ClassLoader loader;
  private final List<MemoryModel> models;
  private final Settings settings;
  private final Stops stops;
  private final Reporter reporter;
  private final Supplier<WovenTest> weaver;
  private final Checkpoints checkpoints;
  private final String name;

  private WovenTest program;

  /** In the order of the models; none before the test is woven. */
  private List<ModelTally> tallies = List.of();

  private final PartTallies parts = new PartTallies();
  private final AtomicLong visited = new AtomicLong();
  private final AtomicLong events = new AtomicLong();
  private int turns;

  /** How many threads search; with a limit the order matters, and one does. */
  private int workers;

  private boolean begunAgain;
  private boolean exhausted;
  private final long began = System.nanoTime();
  private double millisBefore;
  private volatile long round;

  /** What the program was told in an earlier run that this one goes on with. */
  private Map<String, String> told = Map.of();

  /** How many executions an earlier run had visited that this one goes on with, or -1. */
  private long resumed = -1;

  /**
   * @param loader finds the classes of the program
   * @param models each before all that it includes
   * @param name under which it keeps how far it is
   */
  Exhaustion(
      StressTest test,
      ClassLoader loader,
      List<MemoryModel> models,
      Settings settings,
      Stops stops,
      Reporter reporter,
      Supplier<WovenTest> weaver,
      String name) {
    this.test = test;
    this.loader = loader;
    this.models = models;
    this.settings = settings;
    this.stops = stops;
    this.reporter = reporter;
    this.weaver = weaver;
    this.name = name;
    checkpoints = settings.checkpoints();
    workers = stops.letWorkersShare() ? settings.workers() : 1;
    turns = settings.bounds().loop();
  }

  /** The program that was searched; null before it is woven. */
  WovenTest program() {
    return program;
  }

  List<ModelTally> tallies() {
    return tallies;
  }

  /** Whether every execution was visited, but for loops that were cut off, and without detours. */
  boolean isExhausted() {
    return exhausted && !begunAgain;
  }

  /**
   * Weaves the test and visits all executions, or those that an earlier run has left.
   *
   * @throws Stops.Enough if it is not to go on
   */
  void run() {
    weave();
    try {
      boolean resumes = comesToWhereItWas();
      round = checkpoints.round(visited.get());
      boolean over = resumes ? visitRest() : visitAll();
      while (!over) {
        tallies.forEach(ModelTally::setAside);
        turns = Math.max(LEAST_TURNS, turns / 4);
        over = visitAll();
      }
      exhausted = turns == settings.bounds().loop();
    } finally {
      parts.compact();
    }
  }

  private void weave() {
    program = weaver.get();
    tallies = models.stream().map(m -> new ModelTally(test, m, program, settings)).toList();
    parts.begin(tallies, this);
  }

  /** Returns false if that is hopeless. */
  private boolean visitAll() {
    beginPass();
    return visit(SharedSearch::run);
  }

  private void beginPass() {
    program.tape().boundLoops(turns);
    tallies.forEach(ModelTally::clear);
    parts.begin(tallies, this);
    restarted();
    begunAgain = false;
  }

  private boolean visitRest() {
    stops.resumed(visited.get(), tallies);
    return visit(search -> search.goOn(parts.unvisited()));
  }

  private boolean visit(Consumer<SharedSearch> beginning) {
    Consumer<SharedSearch> next = beginning;
    while (true) {
      Crew.Threads others = work -> SearchThread.started(test.name(), work);
      try {
        next.accept(
            new SharedSearch(
                program.tape(), models.get(0)::axioms, parts.first(), workers, others));
        return true;
      } catch (Break why) {
        if (why == Break.HOPELESS) {
          return false;
        }
        if (workers > 1 && parts.areCutOff()) {
          workers = 1;
          weave(); // what is known of the threads has a part in how long it goes on
          beginPass();
          next = SharedSearch::run;
        } else {
          parts.compact();
          checkpoints.keep(name, state());
          next = search -> search.goOn(parts.unvisited());
        }
      }
    }
  }

  /** Counts what was found as one; nobody searches any more. */
  void conclude() {
    parts.join();
    tallies.forEach(ModelTally::recall);
    if (program != null) {
      program.machine().boundLoops(settings.bounds().loop());
    }
  }

  @Override
  public void restarted() {
    if (resumed == visited.get() && !parts.areOver()) {
      checkpoints.begunAnew(name);
    }
    begunAgain = true; // a stronger model alone may not have to, and counts other waits then
    restartedForTwins();
  }

  @Override
  public void restartedForTwins() {
    visited.set(0);
    events.set(0);
    resumed = -1;
    stops.restarted();
  }

  @Override
  public void counted(ModelTally tally, Graph graph, Object outcome) {
    long executions = visited.incrementAndGet();
    if (workers > 1 && tally.cutOff() != null) {
      throw Break.ALONE;
    }
    reporter.found(executions, parts);
    int length = 0;
    for (int t = 0; t < graph.threads(); t++) {
      length += graph.length(t);
    }
    if (events.addAndGet(length) >= HOPELESS && tally.cutOff() != null && turns > LEAST_TURNS) {
      throw Break.HOPELESS;
    }
    stops.counted(executions);
    stops.seen(program, graph, outcome, tallies);
    pause(executions);
  }

  @Override
  public void countedImage(Object outcome) {
    long executions = visited.incrementAndGet();
    reporter.found(executions, parts);
    stops.counted(executions);
    stops.seen(outcome, tallies);
    pause(executions);
  }

  @Override
  public boolean isWatched() {
    return stops.areWatched();
  }

  private void pause(long executions) {
    long now = checkpoints.round(executions);
    if (now != round) {
      round = now;
      throw Break.PAUSE;
    }
  }

  // ---- how far it is

  /** Wall-clock time, also that of an earlier run that this one goes on with. */
  double millis() {
    return millisBefore + (System.nanoTime() - began) / 1e6;
  }

  /** What was found; only while nobody searches. */
  Lines found() {
    return tallies.stream().anyMatch(ModelTally::needsProgram) ? state() : counted();
  }

  private Lines counted() {
    Lines state = new Lines();
    if (program != null) {
      state.put("search", turns, visited, events, workers == 1, begunAgain, exhausted, millis());
      KeptSurroundings.save(program.machine().surroundings(), state);
      parts.save(state);
    }
    return state;
  }

  /** What was found, and all that it takes to go on; only while nobody searches. */
  Lines state() {
    Lines state = counted();
    KeptJournal.save(program.tape(), state);
    return state;
  }

  /** Goes to where an earlier run was; returns false if there is none, or the way is not found. */
  private boolean comesToWhereItWas() {
    Optional<Lines> kept = checkpoints.find(name).filter(l -> l.isNext("search"));
    if (kept.isEmpty()) {
      return false;
    }
    read(kept.get());
    if (repeats(kept.get())) {
      resumed = visited.get();
      return true;
    }
    weave();
    return false;
  }

  /** Returns false, having said so, if the program does not do again what it did. */
  private boolean repeats(Lines state) {
    if (isToldTheSame() && KeptJournal.repeat(state, program.tape())) {
      return true;
    }
    checkpoints.begunAnew(name);
    turns = settings.bounds().loop();
    return false;
  }

  private boolean isToldTheSame() {
    return program
        .machine()
        .surroundings()
        .isAsIn(told, name -> loader.getResource(name.replace('.', '/') + ".class") == null);
  }

  /**
   * Knows what an earlier run has come to, which was over. The program is only woven where it takes
   * that to say what was found; returns false if it does not do again what it did.
   */
  boolean recall(Lines state) {
    if (state.isNext("search")) {
      tallies = models.stream().map(m -> new ModelTally(test, m, null, settings)).toList();
      parts.begin(tallies, this);
      read(state);
    }
    if (KeptJournal.isNext(state)) {
      program = weaver.get();
      return repeats(state);
    }
    return true;
  }

  private void read(Lines state) {
    Lines.Words search = state.take("search", 7);
    turns = (int) search.number(0);
    visited.set(search.number(1));
    events.set(search.number(2));
    begunAgain = search.is(4);
    exhausted = search.is(5);
    millisBefore = Double.parseDouble(search.text(6));
    told = KeptSurroundings.read(state);
    parts.restore(state);
    workers = search.is(3) && parts.areCutOff() ? 1 : workers;
  }
}
