// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Class initialisers that start threads, and that actors set off, or that ask who they are. */
public final class StartingInitializers {
  private StartingInitializers() {}

  static class Watcher {
    static final AtomicInteger SHOWN = new AtomicInteger();
    static final Map<String, Integer> LATER = new HashMap<>();
    static final Thread THREAD;
    static int seen;

    static {
      Thread thread = new Thread(() -> seen = SHOWN.get());
      thread.start();
      THREAD = thread;
      Map<String, Integer> made = new HashMap<>();
      made.put("one", 1);
    }
  }

  /** The thread may look before, and after. */
  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Looks {
    @Actor
    public void a(I_Result r) throws InterruptedException {
      Watcher.SHOWN.set(1);
      Watcher.THREAD.join();
      r.r1 = Watcher.seen;
    }
  }

  /** It may look too early. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class LooksTooEarly {
    @Actor
    public void a(I_Result r) throws InterruptedException {
      Watcher.SHOWN.set(1);
      Watcher.THREAD.join();
      r.r1 = Watcher.seen;
    }
  }

  /** Though it starts when the actor comes to its class, it may look late, as it is said to. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class LooksTooLate {
    @Actor
    public void a(I_Result r) throws InterruptedException {
      Watcher.SHOWN.set(1);
      Watcher.THREAD.join();
      r.r1 = Watcher.seen;
    }
  }

  static class Pool {
    static final ExecutorService THREADS = Executors.newFixedThreadPool(1);
  }

  static class OtherPool {
    static final ExecutorService THREADS = Executors.newFixedThreadPool(1);
  }

  /** Both count with one counter. */
  @JCStressTest
  @Outcome(id = "3", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TwoPools {
    @Actor
    public void a(I_Result r) throws Exception {
      r.r1 = Pool.THREADS.submit(() -> 1).get() + OtherPool.THREADS.submit(() -> 2).get();
    }
  }

  // ---- refused

  static class Needing {
    static Thread thread;

    static {
      Thread t = new Thread(Needed::touch);
      thread = t;
      t.start();
      Needed.touch();
    }

    static int number() {
      return 5;
    }
  }

  static class Needed {
    static final int NUMBER = Needing.number();

    static void touch() {}
  }

  /** The thread initialises the second class, and waits for the first. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class WaitForEachOther {
    final Thread thread = Needing.thread;

    @Actor
    public void a(I_Result r) throws InterruptedException {
      thread.join();
      r.r1 = 1;
    }
  }

  static class LateNeeding {
    static Thread thread;

    static {
      Thread t = new Thread(LateNeeded::touch);
      thread = t;
      t.start();
      LateNeeded.touch();
    }

    static int number() {
      return 5;
    }
  }

  static class LateNeeded {
    static final int NUMBER = LateNeeding.number();

    static void touch() {}
  }

  /** The same, when an actor sets it off. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class WaitForEachOtherLate {
    @Actor
    public void a(I_Result r) throws InterruptedException {
      LateNeeding.thread.join();
      r.r1 = 1;
    }
  }

  static class Known {
    static final int[] COUNT;
    static final Thread THREAD;

    static {
      int[] count = new int[1];
      Thread t = new Thread(() -> count[0]++);
      t.start();
      THREAD = t;
      count[0] = 5;
      COUNT = count;
    }
  }

  /** It writes what the thread may write. */
  @JCStressTest
  @Outcome(id = "6", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WritesTooLate {
    @Actor
    public void a(I_Result r) throws InterruptedException {
      Known.THREAD.join();
      r.r1 = Known.COUNT[0];
    }
  }

  static class Who {
    static final Thread RUNS = Thread.currentThread();
  }

  static class WhoElse {
    static final Thread RUNS = Thread.currentThread();
  }

  /** It may be the actor, or whoever came there in an earlier instance. */
  @JCStressTest
  @Outcome(id = "false", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class IsMe {
    @Actor
    public void a(Z_Result r) {
      r.r1 = Who.RUNS == Thread.currentThread();
    }
  }

  /** One thread, or two. */
  @JCStressTest
  @Outcome(id = "false", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class IsOne {
    @Actor
    public void a(Z_Result r) {
      Thread who = Who.RUNS;
      r.r1 = who == WhoElse.RUNS;
    }
  }

  /** Nobody says whether that thread goes on. */
  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class LivesOn {
    @Actor
    public void a(Z_Result r) {
      r.r1 = Who.RUNS.isAlive();
    }
  }
}
