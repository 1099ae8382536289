// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Tests with an order too many, or with a check that can be left out. */
public final class Weakenable {
  private Weakenable() {}

  /** The full fence does what the release store does already. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "stale data")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class FenceTooMany extends Ordering.Passing {
    @Actor
    public void writer() {
      data = 1;
      VarHandle.fullFence();
      FLAG.setRelease(this, 1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = (int) FLAG.getAcquire(this);
      r.r2 = data;
    }
  }

  /** One line is a barrier for two callers, of which one needs it. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "stale data")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SharedBarrier extends Ordering.Passing {
    int last;

    static void barrier() {
      VarHandle.fullFence();
    }

    @Actor
    public void writer() {
      data = 1;
      barrier();
      flag = 1;
      barrier();
      last = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = (int) FLAG.getAcquire(this);
      r.r2 = data;
    }
  }

  /** A counter that nobody but its test of a limit keeps from going too far. */
  public static class Limited {
    final AtomicInteger count = new AtomicInteger();

    /** Whether there is room. */
    protected boolean hasRoom(int seen) {
      return seen < 1;
    }

    int add() {
      int seen = count.get();
      return hasRoom(seen) && count.compareAndSet(seen, seen + 1) ? 1 : 0;
    }
  }

  /** It without its test. */
  public static class Unlimited extends Limited {
    @Override
    protected boolean hasRoom(int seen) {
      return true;
    }
  }

  /** Both want the one place. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = Expect.FORBIDDEN, desc = "both got it")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Room {
    final Limited limited = new Limited();

    @Actor
    public void left(II_Result r) {
      r.r1 = limited.add();
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = limited.add();
    }
  }
}
