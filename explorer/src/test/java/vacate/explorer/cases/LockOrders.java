// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;

/** In which order are locks taken? */
public final class LockOrders {
  private LockOrders() {}

  /** What each has. */
  public static class Locks {
    final Object a = new Object[0];
    final Object b = new Object[0];
    final ReentrantLock gate = new ReentrantLock();
    volatile boolean done;

    void both(Object first, Object second) {
      synchronized (first) {
        synchronized (second) {
          return;
        }
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Crossed extends Locks {
    @Actor
    public void one() {
      both(a, b);
    }

    @Actor
    public void other() {
      both(b, a);
    }
  }

  /** A flag keeps the actors apart. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CrossedOneAfterTheOther extends Locks {
    @Actor
    public void one() {
      both(a, b);
      done = true;
    }

    @Actor
    public void other() {
      if (done) {
        both(b, a);
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CrossedBehindAGate extends Locks {
    @Actor
    public void one() {
      gate.lock();
      both(a, b);
      gate.unlock();
    }

    @Actor
    public void other() {
      gate.lock();
      both(b, a);
      gate.unlock();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SameOrder extends Locks {
    @Actor
    public void one() {
      both(a, b);
    }

    @Actor
    public void other() {
      both(a, b);
    }
  }

  /** One actor alone cannot stand in its own way. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CrossedByOneActor extends Locks {
    @Actor
    public void one() {
      both(a, b);
      both(b, a);
    }

    @Actor
    public void other() {
      synchronized (a) {
        return;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CycleOfThree extends Locks {
    final Object c = new Object[0];

    @Actor
    public void first() {
      both(a, b);
    }

    @Actor
    public void second() {
      both(b, c);
    }

    @Actor
    public void third() {
      both(c, a);
    }
  }
}
