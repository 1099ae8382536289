// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;

/** Small data structures with Lincheck's annotations. */
public final class Structures {
  private Structures() {}

  public static class Counter {
    private final AtomicInteger value = new AtomicInteger();

    @Operation
    public int inc() {
      return value.incrementAndGet();
    }

    @Operation
    public int get() {
      return value.get();
    }
  }

  /** Returns nothing, so what is lost shows only to who looks later. */
  public static class LossyCounter {
    private volatile int value;

    @Operation
    public void inc() {
      value++;
    }

    @Operation
    public int get() {
      return value;
    }
  }

  /** Under sc two threads that raise and look cannot both see nothing. */
  public static class PlainFlags {
    private boolean left;
    private boolean right;

    @Operation
    public void raiseLeft() {
      left = true;
    }

    @Operation
    public void raiseRight() {
      right = true;
    }

    @Operation
    public boolean left() {
      return left;
    }

    @Operation
    public boolean right() {
      return right;
    }
  }

  /**
   * What was put comes out with the next put: nothing was written that a taker could have missed.
   */
  public static class Hoarder {
    private final ThreadLocal<Integer> hoarded = new ThreadLocal<>();
    private volatile Integer shown;

    @Operation(nonParallelGroup = "putters")
    public void put(@Param(gen = IntGen.class, conf = "1:1") int value) {
      shown = hoarded.get() == null ? shown : hoarded.get();
      hoarded.set(value);
    }

    @Operation
    public Integer look() {
      return hoarded.get() != null ? hoarded.get() : shown;
    }
  }

  /** Which two may both come to zero, and one of them throws, as it would alone. */
  public static class Limited {
    private int left = 1;

    @Operation
    public synchronized int take() {
      if (left == 0) {
        throw new IllegalStateException("empty");
      }
      return --left;
    }
  }

  /** Two moves at once may lose half of one. */
  public static class Damaged {
    private volatile int debit;
    private volatile int credit;

    @Operation
    public void move() {
      debit++;
      credit++;
    }

    @Validate
    public void balances() {
      if (debit != credit) {
        throw new IllegalStateException(debit + " is not " + credit);
      }
    }
  }

  /** Two locks, in two orders. */
  public static class Crossed {
    private final Object one = new Object();
    private final Object other = new Object();
    private int times;

    @Operation
    public int there() {
      synchronized (one) {
        synchronized (other) {
          return ++times;
        }
      }
    }

    @Operation
    public int back() {
      synchronized (other) {
        synchronized (one) {
          return ++times;
        }
      }
    }
  }

  /** The same twice, whoever comes: its specification says that each gets another number. */
  public static class Tickets {
    @Operation
    public int next() {
      return 1;
    }
  }

  /** What tickets should be. */
  public static class TicketSpecification {
    private int next;

    public int next() {
      return ++next;
    }
  }

  /** Counts on: that has no end. */
  public static class Endless {
    private volatile int turns;

    @Operation
    public int turn(@Param(gen = IntGen.class, conf = "1:1") int by) {
      int turn = 0;
      while (turns == 0 && turn < 1000) {
        turn += by;
      }
      return turn;
    }

    @Operation
    public void stop() {
      turns = 1;
    }
  }

  /** Fails now and then, for no reason. */
  public static class Spurious {
    private final AtomicInteger value = new AtomicInteger();

    @Operation
    public boolean set() {
      return value.weakCompareAndSetPlain(0, 1);
    }
  }

  /** Asks what nobody understands. */
  public static class Reflective {
    @Operation
    public int fields() {
      return getClass().getDeclaredFields().length;
    }
  }

  /** The JDK's own, as code. */
  public static class Keys {
    private final ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();

    @Operation
    public Integer put(@Param(gen = IntGen.class, conf = "1:1") int key) {
      return map.put(key, 5);
    }

    @Operation
    public Integer remove(@Param(gen = IntGen.class, conf = "1:1") int key) {
      return map.remove(key);
    }
  }
}
