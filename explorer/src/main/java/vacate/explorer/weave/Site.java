// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vacate.explorer.execution.Frame;

/**
 * A place in the source of woven code, and how it was come to.
 *
 * @param stack the test's own methods that run, the innermost first; never empty
 */
public record Site(List<Frame> stack) {
  /** An instruction; looking up its line costs more than all else here. */
  private record Instruction(Class<?> type, String method, String descriptor, int index) {}

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** The frames that were met, by instruction; each loader keeps those of its classes. */
  static final class Cache {
    private final Map<Instruction, Frame> frames = new ConcurrentHashMap<>();
  }

  public Site {
    stack = List.copyOf(stack);
  }

  /** Whether a place is in the user's code: neither of the JDK nor of the explorer. */
  static boolean isTestCode(StackTraceElement e) {
    String name = e.getClassName().replace('.', '/');
    boolean ofTheJdk = e.getModuleName() != null;
    boolean unnamedLoader = e.getClassLoaderName() == null; // as every WeavingLoader is
    return !ofTheJdk && unnamedLoader && !Woven.isHook(name) && !Woven.isShadow(name);
  }

  /** Where test code met a throwable first; null if it did not. */
  public static Frame of(Throwable thrown) {
    for (StackTraceElement e : thrown.getStackTrace()) {
      if (isTestCode(e)) {
        return new Frame(e);
      }
    }
    return null;
  }

  /** Where the running thread's test code is; null if none runs. */
  public static Site here() {
    List<Frame> stack = WALKER.walk(frames -> stack(frames.iterator()));
    return stack.isEmpty() ? null : new Site(stack);
  }

  private static List<Frame> stack(Iterator<StackWalker.StackFrame> frames) {
    List<Frame> stack = new ArrayList<>();
    while (frames.hasNext()) {
      StackWalker.StackFrame f = frames.next();
      Class<?> type = f.getDeclaringClass();
      if (type.getClassLoader() instanceof WeavingLoader loader) {
        if (!Woven.isShadow(type.getName().replace('.', '/'))
            && !f.getMethodName().startsWith(MethodReferences.CAPTURED)) {
          stack.add(frame(loader.frames(), type, f));
        }
      } else if (type == Machine.class && !stack.isEmpty()) {
        break; // what called the test
      }
    }
    return stack;
  }

  private static Frame frame(Cache cache, Class<?> type, StackWalker.StackFrame f) {
    return cache.frames.computeIfAbsent(
        new Instruction(type, f.getMethodName(), f.getDescriptor(), f.getByteCodeIndex()),
        i -> new Frame(f.toStackTraceElement()));
  }

  /** The innermost place. */
  @Override
  public String toString() {
    return stack.get(0).toString();
  }
}
