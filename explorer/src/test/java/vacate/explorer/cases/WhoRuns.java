// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** What a thread is called, or whether it is interrupted, where nobody says which one it is. */
public final class WhoRuns {
  private WhoRuns() {}

  private static String name() {
    return Thread.currentThread().getName();
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NameOfSetup {
    final String setup = name();

    @Actor
    public void actor(Z_Result r) {
      r.r1 = !setup.isEmpty();
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NameOfSetupAndActor {
    final String setup = name();

    @Actor
    public void actor(Z_Result r) {
      r.r1 = !setup.equals(name());
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NumberOfSetupAndActor {
    final long setup = Thread.currentThread().getId();

    @Actor
    public void actor(Z_Result r) {
      r.r1 = setup != Thread.currentThread().getId();
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NameOfSetupAndArbiter {
    final String setup = name();

    @Actor
    public void actor() {}

    @Arbiter
    public void arbiter(Z_Result r) {
      r.r1 = !setup.equals(name());
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NameOfActorAndArbiter {
    String actor;

    @Actor
    public void actor() {
      actor = name();
    }

    @Arbiter
    public void arbiter(Z_Result r) {
      r.r1 = !actor.equals(name());
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NameOfSetupAndStarted {
    final String setup = name();

    @Actor
    public void actor(Z_Result r) {
      r.r1 = new Thread(null, null, "given").getName().equals("given") && !setup.isEmpty();
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NameOfSetupAndAnother {
    final String setup = name();

    @Actor
    public void actor(Z_Result r) {
      r.r1 = new Thread(null, null, "another").getName().equals("given") && !setup.isEmpty();
    }
  }

  static class Named {
    static final String NAME = name();
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NameOfInitialiser {

    @Actor
    public void actor(Z_Result r) {
      r.r1 = !Named.NAME.isEmpty();
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NameOfInitialiserAndActor {

    @Actor
    public void actor(Z_Result r) {
      r.r1 = !Named.NAME.equals(name());
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NameOfInitialiserAndSetup {
    final String setup = name();

    @Actor
    public void actor(Z_Result r) {
      r.r1 = !Named.NAME.equals(setup);
    }
  }

  static class Asks {
    static final boolean INTERRUPTED = Thread.interrupted();
  }

  @JCStressTest
  @Outcome(id = "false", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NobodyInterrupts {

    @Actor
    public void actor(Z_Result r) {
      r.r1 = Asks.INTERRUPTED;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NobodyInterruptsIt {

    @Actor
    public void actor(Z_Result r) {
      r.r1 = Asks.INTERRUPTED;
    }
  }

  @JCStressTest
  @Outcome(id = "false", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Interrupts {

    @Actor
    public void actor(Z_Result r) {
      Thread.currentThread().interrupt();
      r.r1 = Asks.INTERRUPTED;
    }
  }

  @JCStressTest
  @Outcome(id = "false", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OfAFuture {

    @Actor
    public void actor(Z_Result r) throws Exception {
      r.r1 = CompletableFuture.supplyAsync(() -> Thread.currentThread().isDaemon()).get();
    }
  }

  @JCStressTest
  @Outcome(id = "false", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OfAFuturesThreads {

    @Actor
    public void actor(Z_Result r) throws Exception {
      r.r1 =
          CompletableFuture.supplyAsync(
                  () -> Thread.currentThread().isDaemon(), task -> new Thread(task).start())
              .get();
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OfAFuturesDaemons {

    @Actor
    public void actor(Z_Result r) throws Exception {
      r.r1 =
          CompletableFuture.supplyAsync(
                  () -> Thread.currentThread().isDaemon(), task -> new Thread(task).start())
              .get();
    }
  }

  /** A thread that setup has put into a table may be an actor's. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class KeyOfSetup {
    final Map<Thread, Integer> map = new ConcurrentHashMap<>();

    public KeyOfSetup() {
      map.put(Thread.currentThread(), 1);
    }

    @Actor
    public void actor(I_Result r) {
      Integer found = map.get(Thread.currentThread());
      r.r1 = found == null ? 0 : found;
    }
  }

  /** An actor's own it finds, and no other's. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class KeyOfActors {
    final Map<Thread, Integer> map = new ConcurrentHashMap<>();

    @Actor
    public void one(II_Result r) {
      map.merge(Thread.currentThread(), 1, Integer::sum);
      r.r1 = map.get(Thread.currentThread());
    }

    @Actor
    public void other(II_Result r) {
      map.merge(Thread.currentThread(), 1, Integer::sum);
      r.r2 = map.get(Thread.currentThread());
    }
  }

  /** The arbiter's thread may have been an actor's. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class KeyOfArbiter {
    final Map<Thread, Integer> map = new ConcurrentHashMap<>();

    @Actor
    public void actor() {
      map.put(Thread.currentThread(), 1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = map.getOrDefault(Thread.currentThread(), 0);
    }
  }

  static class Counts {
    static int n;
    static final Thread COUNTER = new Thread(() -> n++);

    static {
      COUNTER.start();
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class FirstOfTwo {

    @Actor
    public void one() {
      Counts.COUNTER.isAlive();
    }

    @Actor
    public void other() {
      Counts.COUNTER.isAlive();
    }

    @Arbiter
    public void arbiter(I_Result r) throws InterruptedException {
      Counts.COUNTER.join();
      r.r1 = Counts.n;
    }
  }
}
