// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.*;

/** Which accesses race? */
public final class Races {
  private Races() {}

  private static VarHandle x(Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(type, "x", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Plain {
    int x;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class PlainReadOfVolatileWrite {
    private static final VarHandle X = Races.x(PlainReadOfVolatileWrite.class);
    int x;

    @Actor
    public void writer() {
      X.setVolatile(this, 1);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Opaque {
    private static final VarHandle X = Races.x(Opaque.class);
    int x;

    @Actor
    public void writer() {
      X.setOpaque(this, 1);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = (int) X.getOpaque(this);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Published {
    int x;
    volatile boolean done;

    @Actor
    public void writer() {
      x = 1;
      done = true;
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = done ? x : -1;
    }
  }

  /** The read races where it comes too early, and only there. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class PublishedAndReadAnyway {
    int x;
    volatile boolean done;

    @Actor
    public void writer() {
      x = 1;
      done = true;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = done ? 1 : 0;
      r.r2 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Fenced {
    private static final VarHandle X = Races.x(Fenced.class);
    int x;
    int data;

    @Actor
    public void writer() {
      data = 1;
      VarHandle.releaseFence();
      X.setOpaque(this, 1);
    }

    @Actor
    public void reader(I_Result r) {
      int seen = (int) X.getOpaque(this);
      VarHandle.acquireFence();
      r.r1 = seen == 1 ? data : -1;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Synchronized {
    int x;

    @Actor
    public synchronized void one() {
      x++;
    }

    @Actor
    public void other(I_Result r) {
      synchronized (this) {
        r.r1 = ++x;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Locked {
    final ReentrantLock lock = new ReentrantLock();
    int x;

    @Actor
    public void one() {
      lock.lock();
      x++;
      lock.unlock();
    }

    @Actor
    public void other(I_Result r) {
      lock.lock();
      r.r1 = ++x;
      lock.unlock();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Elements {
    final long[] a = new long[2];

    @Actor
    public void one() {
      a[0] = 1;
      a[1] = 1;
    }

    @Actor
    public void other() {
      a[1] = 2;
    }
  }

  /** What a final field leads to is seen as its constructor left it. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class BehindAFinalField {
    static final class Box {
      final int[] a;

      Box() {
        a = new int[1];
        a[0] = 1;
      }
    }

    Box box;

    @Actor
    public void writer() {
      box = new Box();
    }

    @Actor
    public void reader(I_Result r) {
      Box b = box;
      r.r1 = b == null ? -1 : b.a[0];
    }
  }

  /** The turn that waits has a race, the one that goes on has none. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WaitingTurn {
    int x;
    volatile boolean done;

    @Actor
    public void writer() {
      x = 1;
      done = true;
    }

    @Actor
    public void reader(I_Result r) {
      while (true) {
        boolean ready = done;
        int seen = x;
        if (ready) {
          r.r1 = seen;
          return;
        }
      }
    }
  }

  /** Enough executions for several workers. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Many {
    int x;
    int y;

    @Actor
    public void first() {
      x++;
      y++;
      x++;
    }

    @Actor
    public void second() {
      y++;
      x++;
      y++;
    }

    @Actor
    public void third() {
      x++;
    }
  }
}
