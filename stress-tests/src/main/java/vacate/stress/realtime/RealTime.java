// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.realtime;

import java.util.concurrent.TimeUnit;
import vacate.kernel.Timer;

/**
 * Makes the port's {@link Timer} tick in a JVM that runs the tests on real processors: without it
 * an actor that waits for a lock that is never freed would spin for ever, where the kernel's
 * watchdog ends it with a soft lockup. A checker that is not bound to time does without.
 */
public final class RealTime {
  private RealTime() {}

  /** Starts ticking for as long as this JVM lives. */
  public static void start() {
    Thread timer = new Thread(RealTime::tick, "timer-interrupt");
    timer.setDaemon(true);
    timer.start();
  }

  /** As an agent, for a JVM whose main class is somebody else's. */
  public static void premain(String arguments) {
    start();
  }

  private static void tick() {
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(1000 / Timer.HZ);
        Timer.tick();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
