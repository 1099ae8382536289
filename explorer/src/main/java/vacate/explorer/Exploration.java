// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Executions;
import vacate.explorer.search.Modes;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Search;
import vacate.explorer.search.TooLong;
import vacate.explorer.search.Wait;
import vacate.explorer.weaken.Change;

/** One test under one model: runs the search, counts outcomes, and says what they mean. */
final class Exploration implements Executions {
  /** After how many events in all executions a search that has cut a loop off tries fewer turns. */
  private static final long HOPELESS = 2_000_000;

  /** The fewest turns that are tried. */
  private static final int LEAST_TURNS = 2;

  private final StressTest test;
  private final ClassLoader loader;
  private final MemoryModel model;
  private final Bounds bounds;
  private final Modes modes;
  private final Watch watch;
  private final Reporter reporter;

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

  private final OutcomeTally found = new OutcomeTally();
  private long complete;
  private long blocked;
  private String cutOff;

  /** A location that a waiting loop reads plainly, where going on depends on reading it again. */
  private String repeated;

  private int turns;
  private long events;
  private volatile boolean interrupted;
  private String reason;
  private boolean refused;
  private WovenTest program;
  private Tearing tearing;

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

  Result run() {
    long start = System.nanoTime();
    SearchThread thread = new SearchThread(test.name(), this::search);
    thread.run(() -> interrupted = true);
    return result(start);
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
        found.setAside();
        restart();
        turns = Math.max(LEAST_TURNS, turns / 4);
      }
    } finally {
      found.recall();
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
  }

  @Override
  public void complete(Graph graph, Object outcome) {
    if (outcome == null) {
      throw new Refused("the arbiter waits, and there is nobody left to wait for");
    }
    complete++;
    tearing.watch(graph);
    found.count(graph, outcome);
    stopIfEnough(graph, outcome);
  }

  @Override
  public void blocked(Graph graph, Wait wait) {
    blocked++;
    Object outcome = wait.isForEver() ? test.termination() ? Grades.STALE : Grades.DEADLOCK : null;
    if (wait.location() >= 0) {
      if (model.letsReadsBeHoisted() && test.termination()) {
        outcome = Grades.STALE;
      } else if (repeated == null) {
        repeated = program.location(wait.location()).toString();
      }
    }
    tearing.watch(graph);
    if (outcome != null) {
      found.count(graph, outcome);
    }
    stopIfEnough(graph, outcome);
  }

  @Override
  public void bounded(String why) {
    cutOff = cutOff == null ? why : cutOff;
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
    if (!refused && reason == null && found.found().isEmpty()) {
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
   * The witnesses of the outcomes that will be shown are made while the program is at hand; that
   * also sees whether the test does the same thing twice.
   */
  private List<Outcome> outcomes() {
    Rebuilder rebuilder = new Rebuilder(test, loader, model, bounds, modes, program);
    List<Outcome> outcomes = new Grades(test).of(found.found(), rebuilder);
    Detail.BRIEF.shown(outcomes).stream()
        .filter(o -> !o.isImpossible())
        .forEach(o -> o.witness().rebuilt());
    rebuilder.forget();
    return outcomes;
  }

  /** What a token is bound to, besides what the execution does. */
  static String program(StressTest test, ClassLoader loader, MemoryModel model, Modes modes) {
    String changed = modes == Modes.DECLARED ? "" : " with " + modes;
    String replaced = loader instanceof Change ? " with " + loader : "";
    return test.name() + " " + model.id() + changed + replaced;
  }
}
