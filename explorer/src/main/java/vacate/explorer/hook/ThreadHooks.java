// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import vacate.explorer.heap.Behalf;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.StandIns;

/**
 * What woven code calls in place of what threads do with each other: waiting, parking and
 * interrupting. Public, as {@link Hooks}, only because woven classes are the users'.
 *
 * <p>Where no exploration runs there is one thread, for which nobody waits.
 */
public final class ThreadHooks {
  private static final long MILLION = 1_000_000;

  private ThreadHooks() {}

  public static Thread currentThread() throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m == null) {
      return Thread.currentThread();
    }
    if (!VirtualMachine.isRunning(m)) {
      m.initializers.asksForThread("java.lang.Thread.currentThread");
    }
    return m.threads.current();
  }

  /** A number that no other thread has, for code of the JDK that knows threads by it. */
  public static long id(Thread thread) {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? thread.getId() : m.names.known(Behalf.nonNull(thread));
  }

  public static long getId(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? thread.getId() : m.names.number(thread);
  }

  public static long threadId(Thread thread) throws Stop {
    return getId(thread);
  }

  public static String getName(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? thread.getName() : m.names.get(thread);
  }

  public static void setName(Thread thread, String name) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.names.set(thread, name);
    }
  }

  // ---- threads that the test starts

  /** There is a new thread, whose class is the JDK's own, with that name if it is given one. */
  public static void made(Thread thread, Runnable target, String name) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.started.made(thread);
      m.traits.made(thread, target);
      extended(thread, target, name);
    }
  }

  /** The same of one whose class extends that. */
  public static void extended(Thread thread, Runnable target, String name) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.started.willRun(thread, target);
      m.names.bear(thread, name);
    }
  }

  public static void start(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.started.start(thread);
    }
  }

  public static void join(Thread thread) throws Stop, InterruptedException {
    join(thread, 0);
  }

  public static void join(Thread thread, long millis) throws Stop, InterruptedException {
    join(thread, millis, 0);
  }

  public static void join(Thread thread, long millis, int nanos) throws Stop, InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      check(millis, nanos, "timeout value is negative");
      await(m, thread, TimeUnit.MILLISECONDS.toNanos(millis) + nanos);
    }
  }

  /** An interrupt ends the wait, but not one that need not begin. */
  private static void await(VirtualMachine m, Thread thread, long nanos)
      throws Stop, InterruptedException {
    if (m.parking.isMeInterrupted() && m.started.isAlive(thread)) {
      m.parking.throwIfInterrupted();
    }
    m.started.join(thread, nanos);
  }

  /** Returns whether the thread has ended. */
  public static boolean join(Thread thread, Duration time) throws Stop, InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    if (m == null) {
      return false;
    }
    long nanos = TimeUnit.NANOSECONDS.convert(Behalf.nonNull(time));
    if (m.started.state(Behalf.nonNull(thread)) == Thread.State.NEW) {
      throw Behalf.startedBefore();
    }
    if (nanos > 0) {
      await(m, thread, nanos);
    }
    return m.started.state(thread) == Thread.State.TERMINATED;
  }

  public static boolean isAlive(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m != null && m.started.isAlive(thread);
  }

  public static Thread.State getState(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? Thread.State.NEW : m.started.state(thread);
  }

  /** The same for code of the program. */
  public static Thread.State toldState(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? Thread.State.NEW : m.started.toldState(Behalf.nonNull(thread));
  }

  public static boolean holdsLock(Object o) {
    VirtualMachine m = VirtualMachine.current();
    return m != null && m.monitors.isEntered(Behalf.nonNull(o));
  }

  public static boolean isVirtual(Thread thread) {
    return isStandIn(thread, "VirtualThread");
  }

  /** Whether it is a worker of a {@code ForkJoinPool}. */
  static boolean isOfPool(Thread thread) {
    return isStandIn(thread, "PoolThread");
  }

  private static boolean isStandIn(Thread thread, String name) {
    String type = Behalf.nonNull(thread).getClass().getName().replace('.', '/');
    return StandIns.isStandIn(type) && StandIns.simpleName(type).equals(name);
  }

  // ---- monitors

  public static void await(Object o, boolean spuriously) throws Stop, InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.waitSets.await(o, spuriously);
    }
  }

  public static void await(Object o, long millis, boolean spuriously)
      throws Stop, InterruptedException {
    await(o, millis, 0, spuriously, "timeout value is negative");
  }

  public static void await(Object o, long millis, int nanos, boolean spuriously)
      throws Stop, InterruptedException {
    await(o, millis, nanos, spuriously, "timeoutMillis value is negative");
  }

  private static void await(Object o, long millis, int nanos, boolean spuriously, String negative)
      throws Stop, InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    if (m == null) {
      return;
    }
    check(millis, nanos, negative);
    if (millis == 0 && nanos == 0) {
      m.waitSets.await(o, spuriously);
    } else {
      m.waitSets.awaitNanos(o, TimeUnit.MILLISECONDS.toNanos(millis) + nanos, spuriously);
    }
  }

  private static void check(long millis, int nanos, String negative) {
    if (millis < 0) {
      throw Behalf.illegalArgument(negative);
    }
    if (nanos < 0 || nanos >= MILLION) {
      throw Behalf.illegalArgument("nanosecond timeout value out of range");
    }
  }

  public static void signal(Object o) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.waitSets.signal(o);
    }
  }

  public static void signalAll(Object o) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.waitSets.signalAll(o);
    }
  }

  /** Code of the JDK is about to wait at a condition. */
  public static void insist() {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.waitSets.insist(true);
    }
  }

  /** It has done so. */
  public static void desist() {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.waitSets.insist(false);
    }
  }

  // ---- LockSupport

  public static void park(boolean spuriously) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.parking.park(spuriously);
    }
  }

  public static void park(Object blocker, boolean spuriously) throws Stop {
    park(spuriously);
  }

  public static void parkNanos(long nanos, boolean spuriously) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.parking.parkNanos(nanos, spuriously);
    }
  }

  public static void parkNanos(Object blocker, long nanos, boolean spuriously) throws Stop {
    parkNanos(nanos, spuriously);
  }

  public static void parkUntil(long millis, boolean spuriously) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.parking.parkNanos(m.clock.until(millis), spuriously);
    }
  }

  public static void parkUntil(Object blocker, long millis, boolean spuriously) throws Stop {
    parkUntil(millis, spuriously);
  }

  public static void unpark(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.parking.unpark(thread);
    }
  }

  /** The same of one that may not be started yet: it has no permit to give. */
  public static void unparkAny(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null && (thread == null || !m.started.isNew(thread))) {
      m.parking.unpark(thread);
    }
  }

  /** For who looks at threads from outside. */
  public static void setCurrentBlocker(Object blocker) {}

  // ---- interrupts

  public static void interrupt(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.parking.interrupt(thread);
    }
  }

  public static boolean isInterrupted(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m != null && m.parking.isInterrupted(thread);
  }

  public static boolean interrupted() throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null && !VirtualMachine.isRunning(m)) {
      m.initializers.asksForThread("java.lang.Thread.interrupted");
    }
    return m != null && m.parking.interrupted();
  }

  // ---- time

  public static void sleep(long millis) throws Stop, InterruptedException {
    sleep(millis, 0);
  }

  public static void sleep(long millis, int nanos) throws Stop, InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      check(millis, nanos, "timeout value is negative");
      m.parking.sleep(TimeUnit.MILLISECONDS.toNanos(millis) + nanos);
    }
  }

  public static void sleep(Duration time) throws Stop, InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    long nanos = TimeUnit.NANOSECONDS.convert(Behalf.nonNull(time));
    if (m != null && nanos >= 0) {
      m.parking.sleep(nanos);
    }
  }

  /** For no time it does not even look whether the thread is interrupted. */
  public static void sleep(TimeUnit unit, long time) throws Stop, InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    long nanos = Behalf.nonNull(unit).toNanos(time);
    if (m != null && time > 0) {
      m.parking.sleep(nanos);
    }
  }

  /** For no time it does not even look at the object. */
  public static void timedWait(TimeUnit unit, Object o, long time)
      throws Stop, InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    long nanos = Behalf.nonNull(unit).toNanos(time);
    if (m != null && time > 0) {
      m.waitSets.awaitNanos(o, nanos, true);
    }
  }

  /** Nor at the thread. */
  public static void timedJoin(TimeUnit unit, Thread thread, long time)
      throws Stop, InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    long nanos = Behalf.nonNull(unit).toNanos(time);
    if (m != null && time > 0) {
      await(m, thread, nanos);
    }
  }

  /** The time, for code of the JDK that waits for no longer than it says. */
  public static long nanoTime() {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? System.nanoTime() : m.clock.nanos();
  }

  public static long currentTimeMillis() {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? System.currentTimeMillis() : m.clock.now().toEpochMilli();
  }

  /** How many processors code of the JDK sees, which only decides how long it spins. */
  public static int availableProcessors(Runtime runtime) {
    return 1;
  }
}
