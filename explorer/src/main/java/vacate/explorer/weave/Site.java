// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.Iterator;

/** A place in the source of woven code. */
public record Site(String type, String method, String file, int line) {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** The innermost method of the test's own that runs; null if none does. */
  public static Site here() {
    return WALKER.walk(
        frames -> {
          for (Iterator<StackWalker.StackFrame> i = frames.iterator(); i.hasNext(); ) {
            StackWalker.StackFrame f = i.next();
            if (f.getDeclaringClass().getClassLoader() instanceof WeavingLoader
                && !Woven.isShadow(f.getClassName())) {
              String file = f.toStackTraceElement().getFileName();
              return new Site(f.getClassName(), f.getMethodName(), file, f.getLineNumber());
            }
          }
          return null;
        });
  }

  @Override
  public String toString() {
    return type + "." + method + "(" + file + ":" + line + ")";
  }
}
