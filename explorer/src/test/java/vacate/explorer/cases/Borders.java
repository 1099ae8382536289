// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Where woven code and the JDK meet: arrays that both use, and what stands for a class of it. */
public final class Borders {
  private Borders() {}

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class WritesArray {
    @Actor
    public void actor(I_Result r) {
      char[] c = new char[1];
      Character.toChars(97, c, 0);
      r.r1 = c[0];
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "5", expect = Expect.ACCEPTABLE)
  public static class KeepsArray {
    @Actor
    public void actor(I_Result r) {
      Integer[] c = {0};
      List<Integer> l = Arrays.asList(c);
      l.set(0, 5);
      r.r1 = c[0];
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class PublishesKept {
    Integer[] shared;

    @Actor
    public void actor(I_Result r) {
      Integer[] c = {0};
      List<Integer> l = Arrays.asList(c);
      shared = c;
      r.r1 = l.get(0);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1", expect = Expect.ACCEPTABLE)
  public static class FillsArray {
    @Actor
    public void actor(I_Result r) {
      List<Integer> l = new ArrayList<>();
      l.add(1);
      r.r1 = l.toArray(new Integer[1])[0];
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class NestsArray {
    final int[] cells = new int[2];

    @Actor
    public void actor(I_Result r) {
      r.r1 = Objects.deepEquals(new Object[] {cells}, new Object[] {new int[2]}) ? 0 : 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1", expect = Expect.ACCEPTABLE)
  public static class Condition {
    final ReentrantLock lock = new ReentrantLock();

    @Actor
    public void actor(I_Result r) {
      try {
        lock.newCondition();
        r.r1 = 1;
      } catch (RuntimeException e) {
        r.r1 = 0;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class Missing {
    final ReentrantLock lock = new ReentrantLock();

    @Actor
    public void actor(I_Result r) {
      try {
        r.r1 = lock.isLocked() ? 1 : 0;
      } catch (Throwable t) {
        r.r1 = 0;
      }
    }
  }

  static class OwnLock extends ReentrantLock {
    private static final long serialVersionUID = 1L;
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class MissingInherited {
    final OwnLock lock = new OwnLock();

    @Actor
    public void actor(I_Result r) {
      try {
        r.r1 = lock.isLocked() ? 1 : 0;
      } catch (Throwable t) {
        r.r1 = 0;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class MissingInSetup {
    final ReentrantLock lock = new ReentrantLock();
    int x;

    public MissingInSetup() {
      try {
        lock.newCondition();
      } catch (RuntimeException e) {
        x = 1;
      }
    }

    @Actor
    public void actor(I_Result r) {
      r.r1 = x - x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class LockAndMonitor {
    final ReentrantLock lock = new ReentrantLock();
    int x;

    @Actor
    public void locks() {
      lock.lock();
      x++;
      lock.unlock();
    }

    @Actor
    @SuppressWarnings("synchronization")
    public void synchronizes() {
      synchronized (lock) {
        x++;
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class CountsInArray {
    volatile int x;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void reader(I_Result r) {
      char[] n = "abc".toCharArray();
      while (x == 0 && n[0] < 'd') {
        n[0]++;
      }
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class WritesFinal {
    private static final VarHandle X;

    static {
      try {
        X = MethodHandles.lookup().findVarHandle(WritesFinal.class, "x", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    final int x = Integer.parseInt("3");

    @Actor
    public void actor(I_Result r) {
      try {
        X.setVolatile(this, 1);
        r.r1 = 1;
      } catch (UnsupportedOperationException e) {
        r.r1 = x - 3;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class CopiesTooMuch {
    final int[] bounds = new int[2];
    final long[] longs = new long[1];
    final Object[] strings = new String[2];

    @Actor
    public void bounds() {
      try {
        System.arraycopy(new int[] {1, 1, 1}, 0, bounds, 0, 3);
      } catch (IndexOutOfBoundsException e) {
        bounds[1]--;
      }
    }

    @Actor
    public void types() {
      try {
        System.arraycopy(new int[] {1}, 0, longs, 0, 1);
      } catch (ArrayStoreException e) {
        longs[0]--;
      }
      try {
        System.arraycopy(new Object[] {"a", 1}, 0, strings, 0, 2);
      } catch (ArrayStoreException e) {
        longs[0]--;
      }
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = bounds[0] * 10 + bounds[1];
      r.r2 = (int) longs[0] + (strings[0] == null ? 0 : 1) + (strings[1] == null ? 0 : 1);
    }
  }
}
