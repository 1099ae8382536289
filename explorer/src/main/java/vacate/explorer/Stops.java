// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;

/** What ends a search before all is visited, asked after each execution. */
final class Stops {
  /** The search is to end here. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String N = "{}";

    private final boolean isFinal;

    private Enough(String text, boolean isFinal) {
      super(text, null, false, false);
      this.isFinal = isFinal;
    }

    /** The words of a result that has so many executions, complete and blocked. */
    String text(long executions) {
      return getMessage().replace(N, Long.toString(executions));
    }

    /** Whether no other search is to say more of the test. */
    boolean isFinal() {
      return isFinal;
    }
  }

  private final StressTest test;
  private final Settings settings;
  private final Watch watch;

  /** Whether an outcome is one that was looked for. */
  private final Map<Object, Boolean> lookedFor = new HashMap<>();

  /** Where one of those was found. */
  private final Set<MemoryModel> found = EnumSet.noneOf(MemoryModel.class);

  private volatile boolean interrupted;
  private volatile boolean outOfTime;

  /** Whether setup, or a class initialiser, was told not to go on. */
  private volatile boolean ended;

  private boolean setUp;
  private boolean left;

  Stops(StressTest test, Settings settings, Watch watch) {
    this.test = test;
    this.settings = settings;
    this.watch = watch;
  }

  /** From any thread. */
  void interrupt() {
    interrupted = true;
  }

  /** The time is over, for what comes to no execution, too; from any thread. */
  void outOfTime() {
    outOfTime = true;
  }

  /**
   * What is to be said of setup, or of a class initialiser, that is not to go on; null if it is.
   *
   * @param who which of them it is
   */
  String ends(String who) {
    if (!interrupted && !outOfTime) {
      return null;
    }
    ended = true;
    return interrupted ? "interrupted in " + who : overtime(who);
  }

  /** What is to be said of one that does not end in time. */
  String overtime(String who) {
    return "stopped early, "
        + settings.deadline().name()
        + " are over in "
        + who
        + ", which wants more time or less to do";
  }

  /** Whether one of them was told so. */
  boolean haveEndedSetup() {
    return ended;
  }

  /** Setup is over; from now on it is waited for the next execution. */
  synchronized void isSetUp() {
    if (left) {
      throw new IllegalStateException("too late");
    }
    setUp = true;
  }

  /**
   * The search is not waited for any more, if it does not come out of setup or of a class
   * initialiser.
   *
   * @param initializes whether it is in one
   */
  synchronized boolean leave(boolean initializes) {
    left = !setUp || initializes;
    return left;
  }

  /** Whether several workers may search: else the order decides what is found. */
  boolean letWorkersShare() {
    return settings.bounds().executions() == Long.MAX_VALUE
        && settings.until() == Until.EXHAUSTED
        && watch == Watch.NONE;
  }

  /** Whether somebody looks on. */
  boolean areWatched() {
    return watch != Watch.NONE;
  }

  /** All that was found is void. */
  void restarted() {
    found.clear();
  }

  /**
   * An execution was counted.
   *
   * @param executions how many there are now
   * @throws Enough if that is all
   */
  void counted(long executions) {
    goesOn(executions);
    Deadline deadline = settings.deadline();
    if (deadline != Deadline.NONE && deadline.isPast()) {
      throw new Enough("stopped early after {} executions: " + deadline.name() + " are over", true);
    }
  }

  private void goesOn(long executions) {
    if (interrupted) {
      throw new Enough("interrupted after {} executions", true);
    }
    if (executions >= settings.bounds().executions()) {
      throw new Enough("stopped early after {} executions", false);
    }
  }

  /**
   * The same, by what the execution is.
   *
   * @param outcome null if a thread waits that others would wake
   * @param tallies of all models; those that allow the execution have counted it
   * @throws Enough if that is all
   */
  void seen(WovenTest program, Graph execution, Object outcome, List<ModelTally> tallies) {
    if (watch.isEnough(program, execution, outcome)) {
      throw new Enough("stopped at an outcome that settles it", true);
    }
    seen(outcome, tallies);
  }

  /** The same, where nobody looks on. */
  void seen(Object outcome, List<ModelTally> tallies) {
    if (settings.until() != Until.EXHAUSTED && outcome != null && isLookedFor(outcome)) {
      for (ModelTally tally : tallies) {
        if (tally.found().found().containsKey(outcome)) {
          found.add(tally.model());
        }
      }
      enoughFound(tallies);
    }
  }

  /**
   * An earlier search goes on, by an execution at least, however little time there is.
   *
   * @param executions how many it has visited
   * @throws Enough if that was all already
   */
  void resumed(long executions, List<ModelTally> tallies) {
    for (ModelTally tally : tallies) {
      if (settings.until() != Until.EXHAUSTED
          && tally.found().found().keySet().stream().anyMatch(this::isLookedFor)) {
        found.add(tally.model());
      }
    }
    goesOn(executions);
    enoughFound(tallies);
  }

  private void enoughFound(List<ModelTally> tallies) {
    if (found.size() == tallies.size()) {
      throw new Enough("stopped at a bad outcome, after {} executions", true);
    }
  }

  private boolean isLookedFor(Object outcome) {
    return lookedFor.computeIfAbsent(outcome, o -> settings.until().isEnough(test, o));
  }
}
