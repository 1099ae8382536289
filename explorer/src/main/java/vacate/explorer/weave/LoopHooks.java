// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import vacate.explorer.search.Stop;

/**
 * What woven loops call. Public, as {@link Hooks}, only because woven classes are the users'.
 *
 * <p>Outside an exploration they do nothing.
 */
public final class LoopHooks {
  private LoopHooks() {}

  private static boolean running(Machine machine) {
    return machine != null && machine.isRunning();
  }

  public static int enterLooping() {
    Machine m = Machine.current();
    return running(m) ? m.loops().enter() : 0;
  }

  public static void iteration(int site, int comparable, int activation) {
    Machine m = Machine.current();
    if (running(m)) {
      m.loops().begin(site, comparable != 0, activation);
    }
  }

  public static void variable(int value) {
    variable((long) value);
  }

  public static void variable(float value) {
    variable((long) Float.floatToRawIntBits(value));
  }

  public static void variable(double value) {
    variable(Double.doubleToRawLongBits(value));
  }

  public static void variable(long value) {
    Machine m = Machine.current();
    if (running(m)) {
      m.loops().variable(new Loops.Primitive(value));
    }
  }

  public static void variable(Object value) {
    Machine m = Machine.current();
    if (running(m)) {
      m.loops().variable(value);
    }
  }

  public static void iterated() throws Stop {
    Machine m = Machine.current();
    if (running(m)) {
      m.loops().end(m.recorder());
    }
  }
}
