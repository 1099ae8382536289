// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.Clause;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.jcstress.Failure;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Executions;
import vacate.explorer.search.Modes;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Search;
import vacate.explorer.search.Token;
import vacate.explorer.search.TooLong;
import vacate.explorer.search.Wait;
import vacate.explorer.weaken.Substitution;

/** One test under one model: runs the search, counts outcomes, and says what they mean. */
final class Exploration implements Executions {
  private static final long STACK = 1L << 29;
  private static final long GRACE_MILLIS = 10_000;

  /** After how many events in all executions a search that has cut a loop off tries fewer turns. */
  private static final long HOPELESS = 2_000_000;

  /** The fewest turns that are tried. */
  private static final int LEAST_TURNS = 2;

  private static final String DEADLOCK = "deadlock";
  private static final String STALE = "STALE";

  private final StressTest test;
  private final ClassLoader loader;
  private final MemoryModel model;
  private final Bounds bounds;
  private final Modes modes;
  private final Watch watch;
  private final Reporter reporter;

  private static final class Found {
    long executions;
    long cost = Long.MAX_VALUE;
    int[][] smallest;
  }

  /** Looks on, and says when it has seen enough. */
  @FunctionalInterface
  interface Watch {
    Watch NONE = (test, execution, outcome) -> false;

    /** Whether it wants to know where in the source events are. */
    default boolean wantsSites() {
      return false;
    }

    /**
     * @param outcome of this execution; null if a thread waits that others would wake
     * @return whether the exploration may end here
     */
    boolean isEnough(WovenTest test, Graph execution, Object outcome);
  }

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough(String why) {
      super(why, null, false, false);
    }
  }

  /** A loop was cut off, and the search goes on and on. */
  private static final class Hopeless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Hopeless() {
      super(null, null, false, false);
    }
  }

  private final Linearization order = new Linearization();
  private final Map<Object, Found> found = new LinkedHashMap<>();
  private long complete;
  private long blocked;
  private String cutOff;

  /** A location that a waiting loop reads plainly, where going on depends on reading it again. */
  private String repeated;

  private int turns;
  private long events;
  private final Map<Object, Found> earlier = new LinkedHashMap<>();
  private volatile boolean interrupted;
  private String reason;
  private boolean refused;
  private WovenTest program;
  private Tearing tearing;
  private Object lastOutcome;
  private Found last;

  Exploration(
      StressTest test,
      ClassLoader loader,
      MemoryModel model,
      Bounds bounds,
      Progress progress,
      Modes modes,
      Watch watch) {
    this.test = test;
    this.loader = loader;
    this.model = model;
    this.bounds = bounds;
    this.modes = modes;
    this.watch = watch;
    reporter = new Reporter(test, loader, model, bounds, modes, progress);
  }

  /** The search recurses once for every event, so it has a thread with a stack to match. */
  Result run() {
    long start = System.nanoTime();
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(null, this::search, "explorer " + test.name(), STACK);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
    thread.start();
    await(thread);
    if (failure[0] != null) {
      throw new IllegalStateException("internal error in " + test.name(), failure[0]);
    }
    return result(start);
  }

  /**
   * Waits for the search; if interrupted, lets it stop at the next execution. Only an actor that
   * never comes to one is left behind.
   */
  private void await(Thread search) {
    try {
      search.join();
    } catch (InterruptedException e) {
      interrupted = true;
      try {
        search.join(GRACE_MILLIS);
      } catch (InterruptedException again) {
        // the second time somebody means it
      }
      Thread.currentThread().interrupt();
      if (search.isAlive()) {
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private void search() {
    try {
      program = new WovenTest(test, loader, bounds.loop(), modes);
      tearing = new Tearing(program);
      if (watch.wantsSites()) {
        program.tape().locate();
      }
      exhaust();
    } catch (Refused | NotDeterministic e) {
      refused = true;
      reason = e.getMessage();
    } catch (Enough | TooLong e) {
      reason = e.getMessage();
    }
    if (cutOff != null && !refused) {
      reason = (reason == null ? "" : reason + "; ") + cutOff;
    }
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
        found.forEach(earlier::putIfAbsent);
        restart();
        turns = Math.max(LEAST_TURNS, turns / 4);
      }
    } finally {
      earlier.forEach(found::putIfAbsent);
      program.machine().boundLoops(bounds.loop());
    }
  }

  private boolean exhausted() {
    program.machine().boundLoops(turns);
    try {
      new Search(program.tape(), model.axioms(), this).run();
      return true;
    } catch (Hopeless e) {
      return false;
    }
  }

  @Override
  public void restart() {
    found.clear();
    complete = 0;
    blocked = 0;
    cutOff = null;
    events = 0;
    repeated = null;
    last = null;
    lastOutcome = null;
  }

  @Override
  public void complete(Graph graph, Object outcome) {
    if (outcome == null) {
      throw new Refused("the arbiter waits, and there is nobody left to wait for");
    }
    complete++;
    tearing.watch(graph);
    count(graph, outcome);
    stopIfEnough(graph, outcome);
  }

  @Override
  public void blocked(Graph graph, Wait wait) {
    blocked++;
    Object outcome = wait.isForEver() ? test.termination() ? STALE : DEADLOCK : null;
    if (wait.location() >= 0) {
      if (model.letsReadsBeHoisted() && test.termination()) {
        outcome = STALE;
      } else if (repeated == null) {
        repeated = program.location(wait.location()).toString();
      }
    }
    tearing.watch(graph);
    if (outcome != null) {
      count(graph, outcome);
    }
    stopIfEnough(graph, outcome);
  }

  @Override
  public void bounded(String why) {
    cutOff = cutOff == null ? why : cutOff;
  }

  private void count(Graph graph, Object outcome) {
    if (outcome != lastOutcome) {
      last = found.computeIfAbsent(outcome, o -> new Found());
      lastOutcome = outcome;
    }
    last.executions++;
    if (last.cost > Linearization.leastCost(graph) && order.arrange(graph, last.cost)) {
      last.cost = order.cost();
      last.smallest = Token.choices(graph);
    }
  }

  private void stopIfEnough(Graph graph, Object outcome) {
    reporter.found(complete, blocked);
    for (int t = 0; t < graph.threads(); t++) {
      events += graph.length(t);
    }
    if (cutOff != null && turns > LEAST_TURNS && events >= HOPELESS) {
      throw new Hopeless();
    }
    if (interrupted || complete + blocked >= bounds.executions()) {
      throw new Enough(
          (interrupted ? "interrupted" : "stopped early")
              + " after "
              + (complete + blocked)
              + " executions");
    }
    if (watch.isEnough(program, graph, outcome)) {
      throw new Enough("stopped at an outcome that settles it");
    }
  }

  private Result result(long start) {
    if (!refused && reason == null && found.isEmpty()) {
      reason = "no execution came to its end";
    }
    List<Outcome> outcomes = List.of();
    try {
      if (!refused) {
        outcomes = outcomes();
      }
    } catch (Refused | NotDeterministic e) {
      refused = true; // the search met every value once, and its witness is a second time
      reason = e.getMessage();
    }
    boolean refutes = outcomes.stream().anyMatch(Outcome::refutes);
    Verdict verdict =
        refused
            ? Verdict.NOT_RUN
            : refutes ? Verdict.REFUTED : reason != null ? Verdict.BOUNDED : Verdict.PROVED;
    return new Result(
        test.name(),
        model,
        verdict,
        reason,
        refused ? 0 : complete,
        refused ? 0 : blocked,
        (System.nanoTime() - start) / 1e6,
        refused ? null : assumption(),
        outcomes);
  }

  private String assumption() {
    List<String> assumed = new ArrayList<>();
    if (tearing.assumption() != null) {
      assumed.add(tearing.assumption());
    }
    if (repeated != null) {
      assumed.add(
          "reads are repeated: "
              + repeated
              + " is read plainly by a loop that waits for it, and a compiler may read it once");
    }
    return assumed.isEmpty() ? null : String.join("; ", assumed);
  }

  /**
   * Those found, then those that the test names. The witnesses of those that will be shown are made
   * while the program is at hand; that also sees whether the test does the same thing twice.
   */
  private List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    Rebuilder rebuilder = new Rebuilder(test, loader, model, bounds, modes, program);
    found.forEach((outcome, f) -> outcomes.add(outcome(rebuilder, outcome, f)));
    Set<String> ids = new HashSet<>();
    outcomes.forEach(o -> ids.add(o.id()));
    for (Clause clause : test.clauses()) {
      for (String id : clause.ids()) {
        if (!id.isEmpty()
            && !ids.contains(id)
            && ids.stream().noneMatch(o -> Clause.matches(id, o))) {
          outcomes.add(new Outcome(id, clause.expect(), clause.description(), 0, null));
        }
      }
    }
    Detail.BRIEF.shown(outcomes).stream()
        .filter(o -> !o.isImpossible())
        .forEach(o -> o.witness().rebuilt());
    rebuilder.forget();
    return outcomes;
  }

  private Outcome outcome(Rebuilder rebuilder, Object outcome, Found f) {
    String id = outcome.toString();
    Witness witness = rebuilder.witness(f.smallest, outcome);
    if (isFailure(outcome)) {
      String why = outcome == DEADLOCK ? "waits for what never comes" : "an actor threw";
      return new Outcome(id, Expectation.FORBIDDEN, why, f.executions, witness);
    }
    Clause clause = test.clauseFor(id);
    return new Outcome(id, clause.expect(), clause.description(), f.executions, witness);
  }

  private static boolean isFailure(Object outcome) {
    return outcome instanceof Failure || outcome == DEADLOCK;
  }

  /** Whether an outcome that a {@link Watch} is told refutes the test. */
  static boolean isForbidden(StressTest test, Object outcome) {
    return isFailure(outcome) || test.clauseFor(outcome.toString()).expect().fails();
  }

  /** What a token is bound to, besides what the execution does. */
  static String program(StressTest test, ClassLoader loader, MemoryModel model, Modes modes) {
    String changed = modes == Modes.DECLARED ? "" : " with " + modes;
    String replaced = loader instanceof Substitution ? " with " + loader : "";
    return test.name() + " " + model.id() + changed + replaced;
  }
}
