// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import vacate.explorer.loop.LoopFrame;
import vacate.explorer.search.Stop;

/**
 * What woven loops and method entries call. Public, as {@link Hooks}, only because woven classes
 * are the users'.
 *
 * <p>A frame is null where nothing is explored, and the hooks then do nothing.
 */
public final class LoopHooks {
  private LoopHooks() {}

  /** The method that runs has {@code count} loops. */
  public static LoopFrame enterLooping(int count) {
    VirtualMachine m = VirtualMachine.current();
    return m == null
        ? null
        : VirtualMachine.isRunning(m) ? m.loops.frame(count) : m.setupLoops.frame(count);
  }

  /** At a loop's head; its variables come next. */
  public static void arrive(LoopFrame frame, int loop) {
    if (frame != null) {
      frame.arrive(loop);
    }
  }

  public static void variable(LoopFrame frame, int value) {
    variable(frame, (long) value);
  }

  public static void variable(LoopFrame frame, float value) {
    variable(frame, (long) Float.floatToRawIntBits(value));
  }

  public static void variable(LoopFrame frame, double value) {
    variable(frame, Double.doubleToRawLongBits(value));
  }

  public static void variable(LoopFrame frame, long value) {
    if (frame != null && frame.isLookedAt()) {
      frame.variable(new LoopFrame.Primitive(value));
    }
  }

  public static void variable(LoopFrame frame, Object value) {
    if (frame != null && frame.isLookedAt()) {
      frame.variable(value);
    }
  }

  /** All variables were shown: this was the way in. */
  public static void entered(LoopFrame frame) {
    if (frame != null) {
      frame.entered();
    }
  }

  /** All variables were shown: this was a turn. */
  public static void turned(LoopFrame frame) throws Stop {
    if (frame != null) {
      frame.turned();
    }
  }

  /** At a handler that lies before what it handles. */
  public static void handled(LoopFrame frame, int loop) throws Stop {
    if (frame != null) {
      frame.handled(loop);
    }
  }

  /** A method begins that calls others, and so might come back to its beginning. */
  public static void called(String method) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isRunning(m)) {
      m.calls.entered(method);
    } else if (m != null) {
      m.setupLoops.called();
    }
  }
}
