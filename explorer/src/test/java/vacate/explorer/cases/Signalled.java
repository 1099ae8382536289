// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** Termination tests whose signal is given the thread of the actor. */
public final class Signalled {
  private Signalled() {}

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Sleeps {
    @Actor
    public void actor() {
      try {
        TimeUnit.DAYS.sleep(1);
      } catch (InterruptedException e) {
        // goes on
      }
    }

    @Signal
    public void signal(Thread actor) {
      actor.interrupt();
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class LooksAtTheFlag {
    @Actor
    public void actor() {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void signal(Thread actor) {
      actor.interrupt();
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class TakesTheFlag {
    @Actor
    public void actor() {
      while (!Thread.interrupted()) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void signal(Thread actor) {
      actor.interrupt();
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Waits {
    @Actor
    public void actor() {
      synchronized (this) {
        try {
          wait();
        } catch (InterruptedException e) {
          // goes on
        }
      }
    }

    @Signal
    public void signal(Thread actor) {
      actor.interrupt();
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Locks {
    private final ReentrantLock lock = new ReentrantLock();

    @Actor
    public void actor() {
      try {
        lock.lockInterruptibly();
      } catch (InterruptedException e) {
        // goes on
      }
    }

    @Signal
    public void signal(Thread actor) {
      actor.interrupt();
    }
  }

  /** The second wait has lost the only interrupt. */
  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class TakesItTwice {
    @Actor
    public void actor() {
      while (!Thread.interrupted()) {
        Thread.onSpinWait();
      }
      while (!Thread.interrupted()) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void signal(Thread actor) {
      actor.interrupt();
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class IsUnparked {
    private volatile boolean go;

    @Actor
    public void actor() {
      while (!go) {
        LockSupport.park();
      }
    }

    @Signal
    public void signal(Thread actor) {
      go = true;
      LockSupport.unpark(actor);
    }
  }

  /** The permit comes first, and what it was for later. */
  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class IsUnparkedEarly {
    private volatile boolean go;

    @Actor
    public void actor() {
      while (!go) {
        LockSupport.park();
      }
    }

    @Signal
    public void signal(Thread actor) {
      LockSupport.unpark(actor);
      go = true;
    }
  }

  /** It waits for the actor, who ends by himself. */
  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class IsJoined {
    @Actor
    public void actor() {
      // ends
    }

    @Signal
    public void signal(Thread actor) throws InterruptedException {
      actor.join();
    }
  }

  /** As jcstress, which gives a thread to the signal alone. */
  @JCStressTest(Mode.Termination)
  @State
  public static class ActorWithAThread {
    @Actor
    public void actor(Thread itself) {
      itself.interrupt();
    }

    @Signal
    public void signal() {
      // nothing
    }
  }
}
