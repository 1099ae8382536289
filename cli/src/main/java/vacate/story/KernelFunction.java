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
    for (Frame f : e.stack()) {
      if (isFunction(f)) {
        return name(f);
      }
    }
    return null;
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
  static boolean isIn(Event e, String method) {
    return e.stack().stream().anyMatch(f -> f.method().equals(method));
  }

  private static boolean isFunction(Frame f) {
    return KernelNames.isFunction(f.type(), f.method());
  }

  private static String name(Frame f) {
    return KernelNames.function(f.type(), f.method());
  }
}
