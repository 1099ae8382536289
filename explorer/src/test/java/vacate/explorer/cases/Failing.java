// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Somebody throws, and the others come to no end either. Nothing is forbidden but that. */
public final class Failing {
  private Failing() {}

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SignalThrows {
    final int[] a = new int[1];
    volatile boolean f;

    @Actor
    public void waiter() {
      while (!f) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void signal() {
      a[1] = 1;
      f = true;
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ThrowsWhenSignalled {
    volatile boolean f;

    @Actor
    public void waiter() {
      while (!f) {
        Thread.onSpinWait();
      }
      throw new IllegalStateException("seen");
    }

    @Signal
    public void signal() {
      f = true;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class AnotherWaits {
    final int[] a = new int[1];
    volatile boolean f;

    @Actor
    public void thrower() {
      a[1] = 1;
      f = true;
    }

    @Actor
    public void waiter() {
      while (!f) {
        Thread.onSpinWait();
      }
    }
  }

  /** The other waits only where this one has thrown. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class LockIsLeft {
    final ReentrantLock lock = new ReentrantLock();
    volatile int x;

    @Actor
    public void thrower() {
      lock.lock();
      if (x == 1) {
        throw new IllegalStateException("left");
      }
      lock.unlock();
    }

    @Actor
    public void waiter() {
      x = 1;
      lock.lock();
      lock.unlock();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class OthersDeadlock {
    final Object a = new Object();
    final Object b = new Object();
    int n;

    @Actor
    public void left() {
      synchronized (a) {
        synchronized (b) {
          n++;
        }
      }
    }

    @Actor
    public void right() {
      synchronized (b) {
        synchronized (a) {
          n++;
        }
      }
    }

    @Actor
    public void thrower() {
      throw new IllegalStateException("always");
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class AnotherIsCutOff {
    final int[] a = new int[1];
    volatile int n;

    @Actor
    public void thrower() {
      a[1] = 1;
    }

    @Actor
    public void counter() {
      while (n >= 0) {
        n++;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class OneWaitsOneIsCutOff {
    volatile int n;
    volatile boolean f;

    @Actor
    public void thrower() {
      throw new IllegalStateException("always");
    }

    @Actor
    public void counter() {
      while (n >= 0) {
        n++;
      }
    }

    @Actor
    public void waiter() {
      while (!f) {
        Thread.onSpinWait();
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class BothThrow {
    volatile int x;

    @Actor
    public void always() {
      x = 1;
      throw new IllegalStateException("first");
    }

    @Actor
    public void sometimes() {
      if (x == 1) {
        throw new IllegalArgumentException("second");
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ArbiterThrows {
    volatile int x;

    @Actor
    public void left() {
      x = 1;
    }

    @Actor
    public void right() {
      x = 2;
    }

    @Arbiter
    public void arbiter(I_Result r) {
      if (x == 2) {
        throw new IllegalStateException("two");
      }
    }
  }

  /** Nobody throws: the one that is cut off might set the flag, and here it does. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WaitsForOneThatIsCutOff {
    volatile int n;
    volatile boolean f;

    @Actor
    public void counter() {
      while (n < 10) {
        n++;
      }
      f = true;
    }

    @Actor
    public void waiter() {
      while (!f) {
        Thread.onSpinWait();
      }
    }
  }
}
