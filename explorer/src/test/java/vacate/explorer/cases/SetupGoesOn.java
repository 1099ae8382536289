// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Tests whose setup goes on beside a thread that it has started. */
public final class SetupGoesOn {
  private SetupGoesOn() {}

  /** Two that read what the other has written. */
  @JCStressTest
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class PlainDekker {
    int seenByThread;
    int seenBySetup;
    final Thread t;
    int x;
    int y;

    public PlainDekker() {
      t =
          new Thread(
              () -> {
                x = 1;
                seenByThread = y;
              });
      t.start();
      y = 1;
      seenBySetup = x;
    }

    @Actor
    public void a(II_Result r) throws InterruptedException {
      t.join();
      r.r1 = seenByThread;
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = seenBySetup;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class VolatileDekker {
    int seenByThread;
    int seenBySetup;
    final Thread t;
    volatile int x;
    volatile int y;

    public VolatileDekker() {
      t =
          new Thread(
              () -> {
                x = 1;
                seenByThread = y;
              });
      t.start();
      y = 1;
      seenBySetup = x;
    }

    @Actor
    public void a(II_Result r) throws InterruptedException {
      t.join();
      r.r1 = seenByThread;
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = seenBySetup;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ActorsBeginAfterIt {
    int x;

    public ActorsBeginAfterIt() {
      new Thread(() -> {}).start();
      x = 1;
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Joins {
    int x;

    public Joins() throws InterruptedException {
      Thread t = new Thread(() -> x = 1);
      t.start();
      t.join();
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class CountsTooEarly {
    int x;

    public CountsTooEarly() throws InterruptedException {
      CountDownLatch begun = new CountDownLatch(1);
      new Thread(
              () -> {
                begun.countDown();
                x = 1;
              })
          .start();
      begun.await();
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WaitsForEver {
    public WaitsForEver() throws InterruptedException {
      CountDownLatch never = new CountDownLatch(1);
      new Thread(() -> {}).start();
      never.await();
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = 1;
    }
  }

  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Submits {
    final ExecutorService pool = Executors.newSingleThreadExecutor();
    final Future<?> done;
    int x;
    int y;

    public Submits() {
      done = pool.submit(() -> x = 1);
      y = 1;
    }

    @Actor
    public void a(II_Result r) throws Exception {
      done.get();
      r.r1 = x;
      r.r2 = y;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SubmitsTooEarly {
    final ExecutorService pool = Executors.newSingleThreadExecutor();
    final Future<Integer> seen;
    int y;

    public SubmitsTooEarly() {
      seen = pool.submit(() -> y);
      y = 1;
    }

    @Actor
    public void a(I_Result r) throws Exception {
      r.r1 = seen.get();
    }
  }

  @JCStressTest
  @Outcome(id = "43", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Composes {
    final CompletableFuture<Integer> later =
        CompletableFuture.supplyAsync(() -> 42).thenApply(v -> v + 1);

    @Actor
    public void a(I_Result r) {
      r.r1 = later.join();
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Notifies {
    boolean told;
    final Thread t;

    public Notifies() {
      t = new Thread(this::untilTold);
      t.start();
      synchronized (this) {
        told = true;
        notifyAll();
      }
    }

    private synchronized void untilTold() {
      while (!told) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Actor
    public void a(I_Result r) throws InterruptedException {
      t.join();
      r.r1 = 1;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ForgetsToNotify {
    boolean told;
    final Thread t;

    public ForgetsToNotify() {
      t = new Thread(this::untilTold);
      t.start();
      synchronized (this) {
        told = true;
      }
    }

    private synchronized void untilTold() {
      while (!told) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Actor
    public void a(I_Result r) throws InterruptedException {
      t.join();
      r.r1 = 1;
    }
  }

  @JCStressTest
  @Outcome(id = "late", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Names {
    final Thread t;
    String seen;

    public Names() {
      t = new Thread(() -> seen = Thread.currentThread().getName(), "early");
      t.start();
      t.setName("late");
    }

    @Actor
    public void a(L_Result r) throws InterruptedException {
      t.join();
      r.r1 = seen;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class StartsTwice {
    final AtomicInteger n = new AtomicInteger();
    final Thread t = new Thread(n::incrementAndGet);

    public StartsTwice() {
      t.start();
      try {
        t.start();
      } catch (IllegalThreadStateException e) {
        return;
      }
    }

    @Actor
    public void a(I_Result r) throws InterruptedException {
      t.join();
      r.r1 = n.get();
    }
  }

  /** What the thread looks for in a class it finds when that is initialised. */
  @JCStressTest
  @Outcome(id = "2, 1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ByAnInitialiser {
    static int seen;
    static final Thread T;
    static final int Y;

    static {
      Thread t = new Thread(() -> seen = ByAnInitialiser.Y);
      t.start();
      int[] unknown = {2};
      T = t;
      Y = unknown[0];
    }

    int x = 1;

    @Actor
    public void a(II_Result r) throws InterruptedException {
      T.join();
      r.r1 = seen;
      r.r2 = x;
    }
  }

  /** As above, but its class is not the one of which an object is made. */
  static final class Elsewhere {
    static int seen;
    static final Thread T = new Thread(() -> seen = 1);

    static {
      T.start();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ByTheInitialiserOfAnother {
    final Thread t = Elsewhere.T;

    @Actor
    public void a(I_Result r) {
      r.r1 = Elsewhere.seen;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InitialiserGoesOn {
    static final int[] SHARED = new int[1];
    static int x;
    static final Thread T;

    static {
      Thread t = new Thread(() -> x = SHARED[0]);
      t.start();
      SHARED[0] = 1;
      T = t;
    }

    @Actor
    public void a(I_Result r) throws InterruptedException {
      T.join();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class FillsTooLate {
    int seen;
    final Thread t;

    public FillsTooLate() {
      int[] local = new int[1];
      t = new Thread(() -> seen = local[0]);
      t.start();
      Arrays.fill(local, 1);
    }

    @Actor
    public void a(I_Result r) throws InterruptedException {
      t.join();
      r.r1 = seen;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class PutsTooLate {
    int seen;
    final Thread t;

    public PutsTooLate() {
      byte[] local = new byte[1];
      ByteBuffer buffer = ByteBuffer.wrap(local);
      t = new Thread(() -> seen = local[0]);
      t.start();
      buffer.put(0, (byte) 1);
    }

    @Actor
    public void a(I_Result r) throws InterruptedException {
      t.join();
      r.r1 = seen;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InitialiserFills {
    static int x;
    static final Thread T;

    static {
      int[] local = new int[1];
      Thread t = new Thread(() -> x = local[0]);
      t.start();
      Arrays.fill(local, 1);
      T = t;
    }

    @Actor
    public void a(I_Result r) throws InterruptedException {
      T.join();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "false", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InitialiserLooksForInterrupt {
    static final boolean SEEN;

    static {
      Thread t = new Thread(() -> Thread.currentThread().interrupt());
      t.start();
      SEEN = t.isInterrupted();
    }

    @Actor
    public void a(L_Result r) {
      r.r1 = SEEN;
    }
  }

  @JCStressTest
  @Outcome(id = "early", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InitialiserLooksForName {
    static final String SEEN;

    static {
      Thread t = new Thread(() -> Thread.currentThread().setName("late"), "early");
      t.start();
      SEEN = t.getName();
    }

    @Actor
    public void a(L_Result r) {
      r.r1 = SEEN;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class DaemonTooLate {
    final CountDownLatch over = new CountDownLatch(1);
    int thrown;

    public DaemonTooLate() {
      Thread t = new Thread(this::untilOver);
      t.setDaemon(true);
      t.start();
      try {
        t.setDaemon(false);
      } catch (IllegalThreadStateException e) {
        thrown = 1;
      }
      over.countDown();
    }

    private void untilOver() {
      try {
        over.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = thrown;
    }
  }

  // ---- nobody can say

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class EndsWithAnException {
    int x;

    public EndsWithAnException() {
      new Thread(() -> x = 1).start();
      if (x == 1) {
        throw new IllegalStateException();
      }
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class KeepsALock {
    final ReentrantLock lock = new ReentrantLock();
    int x;

    public KeepsALock() {
      new Thread(() -> x = 1).start();
      lock.lock();
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = lock.tryLock() ? x : 0;
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class WhoIsIt {
    final Thread me;
    int x;

    public WhoIsIt() {
      new Thread(() -> x = 1).start();
      me = Thread.currentThread();
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = me == Thread.currentThread() ? 1 : 0;
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class LivesOn {
    final Thread me;
    int x;

    public LivesOn() {
      new Thread(() -> x = 1).start();
      me = Thread.currentThread();
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = me.isAlive() ? 1 : 0;
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class IsInterrupted {
    int x;

    public IsInterrupted() {
      Thread me = Thread.currentThread();
      new Thread(me::interrupt).start();
      x = 1;
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = Thread.interrupted() ? 1 : 0;
    }
  }
}
