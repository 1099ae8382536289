// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.*;

/** One of each kind of event. */
public final class Witnessed {
  private Witnessed() {}

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Kinds {
    final AtomicInteger atomic = new AtomicInteger();
    int plain;

    private int bump() {
      return atomic.getAndAdd(5);
    }

    @Actor
    public void first(II_Result r) {
      plain = 1;
      VarHandle.storeStoreFence();
      r.r1 = bump();
    }

    @Actor
    public void second(II_Result r) {
      synchronized (this) {
        atomic.compareAndSet(7, 8);
      }
      r.r2 = plain;
    }
  }

  /** Whether {@code here} is 2 depends on who comes first; that it may be 1 takes two switches. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class BackAndForth {
    volatile int x;

    @Actor
    public void first(I_Result r) {
      x = 1;
      x = 2;
    }

    @Actor
    public void second(I_Result r) {
      r.r1 = x;
    }
  }

  /** Hundreds of executions of every outcome, among them some that are much simpler than others. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Crowded {
    int x;
    int y;

    @Actor
    public void first(II_Result r) {
      x = 1;
      y = 1;
      r.r1 = y + x;
    }

    @Actor
    public void second(II_Result r) {
      y = 2;
      x = 2;
      r.r2 = x + y;
    }

    @Actor
    public void third() {
      x = y;
    }
  }

  /** Where {@code late} is not seen under PSO, it alone is delayed. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Delayed {
    int late;
    int more;
    int flag;
    int after;

    @Actor
    public void writer() {
      late = 1;
      more = 1;
      more = 2;
      flag = 1;
    }

    @Actor
    public void reader(II_Result r) {
      int seen = flag;
      after = more;
      r.r1 = seen + after;
      r.r2 = late;
    }
  }

  /** Under JMM a reader may see what is written behind the update, and not the update. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class BehindAnUpdate {
    final AtomicInteger version = new AtomicInteger();
    int x;
    int y;

    @Actor
    public void reader(II_Result r) {
      int seen = x;
      r.r1 = y - seen;
      VarHandle.acquireFence();
      r.r2 = version.get();
    }

    @Actor
    public void writer() {
      version.compareAndSet(0, 1);
      x = 1;
      y = 1;
    }
  }

  /** Between the writes that are seen the other way round are reads that take part in nothing. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ReadsInBetween {
    int data;
    int flag;
    int own = 1;
    int mine;

    @Actor
    public void writer() {
      data = 1;
      mine = own;
      mine += data; // from the store buffer
      flag = mine;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag;
      r.r2 = data;
    }
  }
}
