// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vacate.cli.bench.cases.Locked;
import vacate.cli.bench.cases.Written;
import vacate.explorer.Explorer;
import vacate.explorer.Progress;
import vacate.explorer.Settings;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.monitor.Monitor;
import vacate.explorer.monitor.Observed;

/**
 * How much memory a search takes, against the length of an execution: what is alive after a full
 * collection in the middle of it, at most, less what was before. Tells rows: family, events of the
 * longest execution, bytes.
 */
final class Memory {
  private static final int[] WRITES = {100, 200, 400, 800, 1600, 3200};
  private static final int[] TURNS = {8, 16, 32, 64};

  /** Of two threads with many turns nobody can visit all; this many in each of them. */
  static final int FIRST = 600;

  /** What is less is lost in what comes and goes for other reasons, and left out. */
  static final int NOISE = 100_000;

  private static final int LOOKS = 40;
  private static final int WARM_UP = 5;

  private Memory() {}

  /** What grows longer. */
  enum Family {
    WRITER("many writes, one read"),
    LOCK("two threads take a lock in turn");

    final String title;

    Family(String title) {
      this.title = title;
    }
  }

  /** Looks at the heap and at the length of executions a few times in a search. */
  private static final class Look implements Monitor<String> {
    private final long every;
    private long seen;
    private long bytes;
    private int events;

    Look(long every) {
      this.every = every;
    }

    @Override
    public String name() {
      return "bytes";
    }

    @Override
    public void see(Observed execution, Consumer<String> notes) {
      if (seen++ % every == 0) {
        bytes = Math.max(bytes, alive());
        int length = 0;
        for (int t = 0; t < execution.graph().threads(); t++) {
          length += execution.graph().length(t);
        }
        events = Math.max(events, length);
      }
    }

    @Override
    public List<Finding<String>> conclude(Collection<String> notes, Names names) {
      return List.of();
    }
  }

  public static void main(String[] arguments) {
    StressTest written = Exploring.test(Written.class, WRITES[0]);
    StressTest locked = Exploring.test(Locked.class, 2, TURNS[0]);
    for (int i = 0; i < WARM_UP; i++) { // what is left behind for good is there before
      search(written, Long.MAX_VALUE, WRITES[0]);
      search(locked, FIRST, FIRST / 3);
    }
    for (int writes : WRITES) {
      measure(Family.WRITER, Exploring.test(Written.class, writes), Long.MAX_VALUE, writes);
    }
    for (int turns : TURNS) {
      measure(Family.LOCK, Exploring.test(Locked.class, 2, turns), FIRST, FIRST / 3);
    }
  }

  private static void measure(Family family, StressTest test, long most, int complete) {
    alive(); // classes go only after the first collection that finds them unused
    long before = alive();
    Look look = search(test, most, complete);
    long bytes = look.bytes - before;
    if (bytes >= NOISE) {
      Exploring.tell(family, look.events, bytes);
    }
  }

  private static Look search(StressTest test, long most, int complete) {
    Look look = new Look(Math.max(1, complete / LOOKS));
    Settings settings = Exploring.settings(most).monitors(List.of(look));
    Explorer.explore(test, Exploring.LOADER, Set.of(MemoryModel.JMM), settings, Progress.NONE);
    return look;
  }

  private static long alive() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
