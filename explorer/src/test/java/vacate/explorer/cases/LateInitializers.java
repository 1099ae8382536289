// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Class initialisers that an actor sets off. */
public final class LateInitializers {
  private LateInitializers() {}

  static class Pair {
    static int x;
    static int y;

    static {
      y = 0;
    }
  }

  /** Two fields, of which the second becomes known while the first does. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN)
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Dekker {
    @Actor
    public void left(II_Result r) {
      Pair.x = 1;
      r.r1 = Pair.y;
    }

    @Actor
    public void right(II_Result r) {
      Pair.y = 1;
      r.r2 = Pair.x;
    }
  }

  static class Own {
    static final int[] squares = new int[3];
    static int next;
    static int[] made;

    static {
      for (next = 0; next < squares.length; next++) {
        squares[next] = next * next;
      }
      made = squares;
    }
  }

  /** What is the class's own is the same whoever comes first. */
  @JCStressTest
  @State
  @Outcome(id = "4, 3", expect = Expect.ACCEPTABLE)
  @Outcome(id = "0, 3", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class UsesItsOwn {
    @Actor
    public void left(II_Result r) {
      r.r1 = Own.made[2];
      r.r2 = Own.next;
    }

    @Actor
    public void right() {
      Own.squares[2] = 0;
    }
  }

  static class ReadsLate {
    static int value;

    static {
      value = Reads.used;
    }
  }

  /** The initialiser comes first, the location afterwards. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Reads {
    static int used;

    @Actor
    public void late(I_Result r) {
      r.r1 = ReadsLate.value;
    }

    @Actor
    public void other() {
      used = 1;
    }
  }

  static class WritesLate {
    static int value;

    static {
      Writes.used = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Writes {
    static int used;

    @Actor
    public void late(I_Result r) {
      r.r1 = WritesLate.value;
    }

    @Actor
    public void other() {
      used = 2;
    }
  }

  static class ReadsElementLate {
    static int value;

    static {
      value = ReadsElement.used[0];
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ReadsElement {
    static final int[] used = new int[1];

    @Actor
    public void late(I_Result r) {
      r.r1 = ReadsElementLate.value;
    }

    @Actor
    public void other() {
      used[0] = 1;
    }
  }

  static class CopiesLate {
    static int value;

    static {
      System.arraycopy(new int[] {1}, 0, Copies.used, 0, 1);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Copies {
    static final int[] used = new int[1];

    @Actor
    public void late(I_Result r) {
      r.r1 = CopiesLate.value;
    }

    @Actor
    public void other() {
      used[0] = 2;
    }
  }

  static class CountsLate {
    static int value;

    static {
      value = Counts.used.incrementAndGet();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Counts {
    static final AtomicInteger used = new AtomicInteger();

    @Actor
    public void late(I_Result r) {
      r.r1 = CountsLate.value;
    }

    @Actor
    public void other() {
      used.incrementAndGet();
    }
  }

  static class LocksLate {
    static int value;

    static {
      synchronized (Locks.lock) {
        value = 1;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Locks {
    static final Object lock = new Object();

    @Actor
    public void late(I_Result r) {
      r.r1 = LocksLate.value;
    }

    @Actor
    public void other() {
      synchronized (lock) {
        // held while the class is first used, say
      }
    }
  }

  static class Chicken {
    static final Integer first = Egg.second + 1;
  }

  static class Egg {
    static final Integer second = Chicken.first == null ? 1 : 2;
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class EachOther {
    @Actor
    public void left(II_Result r) {
      r.r1 = Chicken.first;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = Egg.second;
    }
  }

  static class Waiting {
    static volatile int gate;
    static int value;

    static {
      while (gate == 0) {}
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Waits {
    @Actor
    public void late(I_Result r) {
      r.r1 = Waiting.value;
    }
  }

  static class OfItsThread {
    static final ThreadLocal<Integer> LOCAL = new ThreadLocal<>();

    static {
      LOCAL.set(4);
    }
  }

  static class OfAnotherThread {
    static final Integer VALUE = OfItsThread.LOCAL.get();
  }

  /** "4, null" if the first sets off both, "null" if each sets off one. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SetsThreadLocal {
    @Actor
    public void one(L_Result r) {
      r.r1 = OfItsThread.LOCAL != null;
    }

    @Actor
    public void other(L_Result r) {
      r.r1 = OfAnotherThread.VALUE;
    }
  }

  static class Starter {
    static final Thread BY = Thread.currentThread();
  }

  static class OtherStarter {
    static final Thread BY = Thread.currentThread();
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class AsksForItsThread {
    @Actor
    public void one(L_Result r) {
      r.r1 = Starter.BY != null;
    }

    @Actor
    public void other(L_Result r) {
      r.r1 = Starter.BY == OtherStarter.BY;
    }
  }

  static class Traced {
    static final String BY = new Throwable().getStackTrace()[1].getMethodName();
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class LooksAtItsTrace {
    @Actor
    public void one(L_Result r) {
      r.r1 = Traced.BY;
    }
  }
}
