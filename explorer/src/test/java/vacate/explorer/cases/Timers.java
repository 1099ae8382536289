// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.Timer;
import java.util.TimerTask;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Tasks that a timer runs, in a thread of its own. */
public final class Timers {
  private Timers() {}

  private static TimerTask task(Runnable code) {
    return new TimerTask() {
      @Override
      public void run() {
        code.run();
      }
    };
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Tells {
    private int x;
    private int y;
    private volatile boolean told;

    @Actor
    public void schedules() {
      x = 1;
      new Timer().schedule(task(this::tell), 10);
    }

    private void tell() {
      y = 1;
      told = true;
    }

    @Actor
    public void reads(II_Result r) {
      if (told) {
        r.r1 = x;
        r.r2 = y;
      }
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class WritesPlainly {
    private int x;
    private int y;

    @Actor
    public void schedules() {
      new Timer().schedule(task(this::write), 0);
    }

    private void write() {
      x = 1;
      y = 1;
    }

    @Actor
    public void reads(II_Result r) {
      r.r1 = y;
      r.r2 = x;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Cancels {
    private final TimerTask task = task(() -> ran = true);
    private volatile boolean ran;

    @Actor
    public void schedules(II_Result r) {
      new Timer().schedule(task, 0);
      r.r1 = task.cancel() ? 1 : 0;
    }

    @Actor
    public void reads(II_Result r) {
      r.r2 = ran ? 1 : 0;
    }
  }

  /** Each waits, and nothing has changed behind it but the time. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class SchedulesAnother {
    private volatile int done;

    @Actor
    public void schedules() {
      Timer timer = new Timer();
      timer.schedule(
          task(
              () -> {
                done = 1;
                timer.schedule(task(() -> done = 2), 10);
              }),
          0);
    }

    @Actor
    public void reads(II_Result r) {
      r.r1 = done;
    }
  }
}
