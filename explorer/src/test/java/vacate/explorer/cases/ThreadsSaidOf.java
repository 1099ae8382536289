// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** What programs say of threads, and what classes have of {@code Thread} that extend it. */
public final class ThreadsSaidOf {
  private ThreadsSaidOf() {}

  /** Makes threads as people do who want to name them. */
  static final class Factory implements ThreadFactory {
    private final ThreadGroup group = Thread.currentThread().getThreadGroup();

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(group, task, "worker", 0);
      if (thread.isDaemon()) {
        thread.setDaemon(false);
      }
      if (thread.getPriority() != Thread.NORM_PRIORITY) {
        thread.setPriority(Thread.NORM_PRIORITY);
      }
      thread.setContextClassLoader(null);
      return thread;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Pooled {
    final ExecutorService pool = Executors.newFixedThreadPool(1, new Factory());

    @Actor
    public void a(I_Result r) throws Exception {
      r.r1 = pool.submit(() -> 1).get();
    }
  }

  @JCStressTest
  @Outcome(id = "true, 7", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class BySetup {
    final Thread thread = new Thread(() -> {});

    public BySetup() {
      thread.setDaemon(true);
      thread.setPriority(7);
    }

    @Actor
    public void a(ZI_Result r) {
      r.r1 = thread.isDaemon();
      r.r2 = thread.getPriority();
    }
  }

  /** Another may say so before, or after. */
  @JCStressTest
  @Outcome(id = "5", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ByAnother {
    final Thread thread = new Thread(() -> {});

    @Actor
    public void a() {
      thread.setPriority(7);
    }

    @Actor
    public void b(I_Result r) {
      r.r1 = thread.getPriority();
    }
  }

  @JCStressTest
  @Outcome(id = "thrown", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TooHigh {
    @Actor
    public void a(L_Result r) {
      try {
        new Thread(() -> {}).setPriority(Thread.MAX_PRIORITY + 1);
      } catch (IllegalArgumentException e) {
        r.r1 = "thrown";
      }
    }
  }

  static class Worker extends Thread {
    boolean isMe;
    boolean wasInterrupted;
    boolean holds;

    Worker() {
      setDaemon(true);
      setPriority(MAX_PRIORITY);
    }

    @Override
    public void run() {
      isMe = currentThread() == this;
      interrupt();
      try {
        sleep(1);
      } catch (InterruptedException e) {
        wasInterrupted = !interrupted();
      }
      synchronized (this) {
        holds = holdsLock(this);
      }
    }
  }

  /** Methods of {@code Thread}, called by way of a class that extends it. */
  @JCStressTest
  @Outcome(id = "true, 10", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Inherited {
    @Actor
    public void a(ZI_Result r) throws InterruptedException {
      Worker worker = new Worker();
      boolean isNew = worker.getState() == Thread.State.NEW && worker.isDaemon();
      r.r2 = worker.getPriority();
      worker.start();
      worker.join();
      r.r1 =
          isNew
              && worker.isMe
              && worker.wasInterrupted
              && worker.holds
              && worker.getState() == Thread.State.TERMINATED;
    }
  }

  static class NotAThread {
    static int interrupted() {
      return 3;
    }

    static boolean holdsLock(Object o) {
      return false;
    }
  }

  /** The same names, but its own methods. */
  @JCStressTest
  @Outcome(id = "false, 3", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OwnMethods {
    @Actor
    public synchronized void a(ZI_Result r) {
      r.r1 = NotAThread.holdsLock(this);
      r.r2 = NotAThread.interrupted();
    }
  }

  /** The handler runs before the thread ends. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TellsBefore {
    int told;

    @Actor
    public void a(I_Result r) throws InterruptedException {
      Thread thread = new Thread(TellsBefore::fail);
      thread.setUncaughtExceptionHandler((t, e) -> told = t == thread ? 1 : 2);
      thread.start();
      thread.join();
      r.r1 = told;
    }

    private static void fail() {
      throw new IllegalStateException();
    }
  }

  /** It is told before anybody knows that the thread has failed. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TellsAnyTime {
    volatile int told;

    @Actor
    public void a(I_Result r) {
      Thread thread = new Thread(TellsBefore::fail);
      thread.setUncaughtExceptionHandler((t, e) -> told = 1);
      thread.start();
      r.r1 = told;
    }
  }

  // ---- nobody can say

  /** The thread may have ended, and a thread without a group keeps the priority that it had. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class AsksTooLate {
    @Actor
    public void a(I_Result r) {
      Thread thread = new Thread(() -> {});
      thread.start();
      thread.setPriority(2);
      r.r1 = thread.getPriority();
    }
  }

  /** Where nothing is to be waited for nobody asks whether the thread is interrupted. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WaitsForNothing {
    @Actor
    public void a(I_Result r) throws InterruptedException {
      Thread thread = new Thread(() -> {});
      thread.start();
      thread.join();
      Thread.currentThread().interrupt();
      thread.join();
      TimeUnit.SECONDS.sleep(0);
      r.r1 = Thread.interrupted() ? 1 : 0;
    }
  }

  /** Of who runs: an interrupt ends its wait. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WaitsInterrupted {
    @Actor
    public void a(I_Result r) {
      Thread.currentThread().interrupt();
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        r.r1 = Thread.interrupted() ? 2 : 1;
      }
    }
  }

  /** Whoever works for a pool is a daemon. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WorksForAPool {
    @Actor
    public void a(I_Result r) throws Exception {
      r.r1 = ForkJoinPool.commonPool().submit(ThreadsSaidOf::mine).get();
    }
  }

  private static int mine() {
    return Thread.currentThread().isDaemon() ? 1 : 0;
  }

  /** A thread has the priority of its maker. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class Inherits {
    @Actor
    public void a(I_Result r) {
      Thread.currentThread().setPriority(7);
      r.r1 = new Thread(() -> {}).getPriority();
    }
  }

  interface Service {
    void start();
  }

  static class Server extends Thread implements Service {
    @Override
    public void run() {}
  }

  /** What starts is a thread of the program's, though its interface does not say so. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class StartsAService {
    @Actor
    public void a(I_Result r) {
      Service service = new Server();
      service.start();
    }
  }

  static class OwnHandler extends Thread {
    @Override
    public void run() {
      throw new IllegalStateException();
    }

    @Override
    public UncaughtExceptionHandler getUncaughtExceptionHandler() {
      return (t, e) -> {};
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class SaysWhoHandles {
    @Actor
    public void a(Z_Result r) {
      new OwnHandler().start();
    }
  }

  /** Whatever it comes to is not explored. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class CountsThreads {
    @Actor
    public void a(I_Result r) {
      r.r1 = Worker.activeCount();
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class AsksForLoader {
    @Actor
    public void a(Z_Result r) {
      r.r1 = new Worker().getContextClassLoader() == null;
    }
  }
}
