// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Ways to go round without end, or for as long as another actor likes. */
public final class Endless {
  private Endless() {}

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Gen {
    volatile int x;

    @Actor
    public void w() {
      x = 1;
    }

    @Actor
    public void r(I_Result r) {
      r.r1 = Stream.generate(() -> x).filter(v -> v == 1).findFirst().get();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Store {
    int x;

    @Actor
    public void w() {
      for (; ; ) x = 1;
    }

    @Actor
    public void r(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Arb {
    int x;

    @Actor
    public void w() {
      x = 1;
    }

    @Actor
    public void v() {
      x = 2;
    }

    @Arbiter
    public void r(I_Result r) {
      while (true) x++;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class ArbWait {
    int x;

    @Actor
    public void w() {
      x = 1;
    }

    @Actor
    public void v() {
      x = 2;
    }

    @Arbiter
    public void r(I_Result r) {
      while (x == 2)
        ;
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class ArbLocal {
    static class B {
      int v;
    }

    int x;

    @Actor
    public void w() {
      x = 1;
    }

    @Actor
    public void v() {
      x = 2;
    }

    @Arbiter
    public void r(I_Result r) {
      B b = new B();
      int s = 0;
      while (b.v < 5) {
        s = x;
        b.v++;
      }
      r.r1 = s;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class ArbHandle {
    static final VarHandle ELEMENTS = MethodHandles.arrayElementVarHandle(int[].class);
    int x;

    @Actor
    public void w() {
      x = 1;
    }

    @Actor
    public void v() {
      x = 2;
    }

    @Arbiter
    public void r(I_Result r) {
      int[] own = new int[1];
      int s = 0;
      while ((int) ELEMENTS.getAndAdd(own, 0, 1) < 5) {
        s = x;
      }
      r.r1 = s;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Mutual {
    volatile int x;

    int a() {
      return x == 1 ? 1 : b();
    }

    int b() {
      return x == 1 ? 2 : a();
    }

    @Actor
    public void w() {
      x = 1;
    }

    @Actor
    public void r(I_Result r) {
      r.r1 = a();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Ctor {
    static volatile int x;

    static class N {
      N n;

      N() {
        if (x == 0) n = new N();
      }
    }

    @Actor
    public void w() {
      x = 1;
    }

    @Actor
    public void r(I_Result r) {
      new N();
      r.r1 = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Iter {
    volatile int x;

    @Actor
    public void w() {
      x = 1;
    }

    @Actor
    public void r(I_Result r) {
      Iterator<Integer> i =
          new Iterator<>() {
            public boolean hasNext() {
              return x == 0;
            }

            public Integer next() {
              return 1;
            }
          };
      i.forEachRemaining(v -> {});
      r.r1 = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Fences {
    int x;

    @Actor
    public void w() {
      for (; ; ) VarHandle.fullFence();
    }

    @Actor
    public void r(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Alloc {
    volatile Object x;

    @Actor
    public void w() {
      while (x == null) {
        int[] a = new int[1];
        a[0] = 1;
      }
    }

    @Actor
    public void r() {
      x = this;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class ListSpin {
    volatile int x;

    @Actor
    public void w() {
      List<Integer> l = new ArrayList<>();
      while (x == 0) Collections.addAll(l, 1);
    }

    @Actor
    public void r() {
      x = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class LivelockYield {
    volatile boolean a, b;
    volatile int n;

    @Actor
    public void x() {
      for (; ; ) {
        a = true;
        if (!b) {
          n++;
          a = false;
          return;
        }
        a = false;
      }
    }

    @Actor
    public void y() {
      for (; ; ) {
        b = true;
        if (!a) {
          n++;
          b = false;
          return;
        }
        b = false;
      }
    }

    @Arbiter
    public void z(I_Result r) {
      r.r1 = n;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class TryBackoff {
    final ReentrantLock a = new ReentrantLock(), b = new ReentrantLock();
    int n;

    void both(ReentrantLock p, ReentrantLock q) {
      while (true) {
        p.lock();
        try {
          if (q.tryLock()) {
            n++;
            q.unlock();
            return;
          }
        } finally {
          p.unlock();
        }
        Thread.onSpinWait();
      }
    }

    @Actor
    public void x() {
      both(a, b);
    }

    @Actor
    public void y() {
      both(b, a);
    }

    @Arbiter
    public void z(I_Result r) {
      r.r1 = n;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class RecSpin {
    volatile int x;

    @Actor
    public void w() {
      x = 1;
    }

    int spin() {
      return x == 1 ? 1 : spin();
    }

    @Actor
    public void r(I_Result r) {
      r.r1 = spin();
    }
  }

  /** Comes to an end as the array does. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Scan {
    final int[] cells = new int[30];

    @Actor
    public void w() {
      cells[20] = 1;
      cells[10] = 1;
    }

    @Actor
    public void r(I_Result r) {
      int sum = 0;
      for (int i = 0; i < cells.length; i++) {
        sum = 2 * sum + cells[i];
      }
      r.r1 = sum >> 9;
    }
  }

  /** Reads new elements, and others say for how long. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class ScanToFlag {
    final int[] cells = new int[30];
    volatile boolean stop;

    @Actor
    public void w() {
      stop = true;
    }

    @Actor
    public void r(I_Result r) {
      for (int i = 0; i < cells.length && !stop; i++) {
        r.r1 += cells[i];
      }
    }
  }

  /** Reads the same elements again and again, and counts how often. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class ScanAgain {
    final int[] cells = new int[3];

    @Actor
    public void w() {
      cells[0] = 1;
    }

    @Actor
    public void r(I_Result r) {
      for (int i = 0; i < 300; i++) {
        r.r1 += cells[i % 3];
      }
    }
  }
}
