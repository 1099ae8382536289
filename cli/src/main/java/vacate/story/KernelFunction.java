// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.List;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Frame;
import vacate.port.KernelNames;

/** In which kernel function an event is, as {@link KernelNames} knows them. */
public final class KernelFunction {
  private KernelFunction() {}

  /** The innermost function of slab, page allocator or callback; null if there is none. */
  public static String innermost(Event e) {
    Frame frame = innermostFrame(e);
    return frame == null ? null : name(frame);
  }

  private static Frame innermostFrame(Event e) {
    return e.stack().stream().filter(KernelFunction::isFunction).findFirst().orElse(null);
  }

  /** The outermost: what the actor called; null if there is none. */
  static String outermost(Event e) {
    List<Frame> stack = e.stack();
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (isFunction(stack.get(i))) {
        return name(stack.get(i));
      }
    }
    return null;
  }

  /** Whether a method is among those that run. */
  static boolean isIn(Event e, PortMethod method) {
    return e.stack().stream()
        .anyMatch(f -> f.type().equals(method.type()) && f.method().equals(method.name()));
  }

  /** Whether a method runs that is, or is a part of, a function of the kernel. */
  static boolean isIn(Event e, String function) {
    return e.stack().stream().anyMatch(f -> name(f).equals(function));
  }

  /**
   * Whether a user's callback runs, and nothing of the kernel in it.
   *
   * @param callback what it implements
   */
  static boolean isInCallback(Event e, PortMethod callback) {
    Frame frame = innermostFrame(e);
    return frame != null && frame.method().equals(callback.name());
  }

  private static boolean isFunction(Frame f) {
    return KernelNames.isFunction(f.type(), f.method());
  }

  private static String name(Frame f) {
    return KernelNames.function(f.type(), f.method());
  }
}
