// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C does while this is open, and SIGTERM, too: it stops the run and then holds the JVM's
 * end until this is closed, so that the results so far can still be printed. Do not call {@link
 * System#exit} while it is open: both would wait.
 */
public final class Interruption implements AutoCloseable {
  /** What the process returns, whichever signal it was. */
  public static final int EXIT_CODE = 130;

  /** A JVM that cannot even print must end all the same. */
  private static final long GRACE_SECONDS = 60;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Runnable stop) {
    hook = new Thread(() -> endAfter(stop), "interruption");
  }

  /** Opens it. */
  public static Interruption calls(Runnable stop) {
    Interruption interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is ending: the hook has run, or is running and will now let it end
    }
  }

  /** By itself the JVM would return 143 after SIGTERM. */
  private void endAfter(Runnable stop) {
    interrupted(stop);
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  /** What the hook does before the end; visible to its test. */
  void interrupted(Runnable stop) {
    stop.run();
    try {
      closed.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
