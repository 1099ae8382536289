// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.time.Instant;
import vacate.explorer.search.Stop;

/** Lets {@code Stop} out of methods that Java source calls, where it cannot be declared. */
final class Unchecked {
  interface Action {
    void run() throws Stop;
  }

  interface Wait {
    void run() throws Stop, InterruptedException;
  }

  interface Question {
    boolean get() throws Stop;
  }

  private Unchecked() {}

  static void run(Action action) {
    try {
      action.run();
    } catch (Stop stop) {
      throw Unchecked.<RuntimeException>as(stop);
    }
  }

  static void interruptibly(Wait wait) throws InterruptedException {
    try {
      wait.run();
    } catch (Stop stop) {
      throw Unchecked.<RuntimeException>as(stop);
    }
  }

  static long drawn(VirtualMachine m, long bound) {
    try {
      long bits = m.lots.draw("java.util.concurrent.ThreadLocalRandom").nextLong();
      return Math.floorMod(bits, bound);
    } catch (Stop stop) {
      throw Unchecked.<RuntimeException>as(stop);
    }
  }

  /** The time of day. */
  static Instant now(VirtualMachine m) {
    try {
      return m.lots.now("java.time.Instant.now");
    } catch (Stop stop) {
      throw Unchecked.<RuntimeException>as(stop);
    }
  }

  static boolean get(Question question) {
    try {
      return question.get();
    } catch (Stop stop) {
      throw Unchecked.<RuntimeException>as(stop);
    }
  }

  /** Generics are erased: the cast does nothing, and the compiler believes it. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T as(Throwable t) throws T {
    throw (T) t;
  }
}
