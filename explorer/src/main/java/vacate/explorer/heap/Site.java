// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import vacate.explorer.execution.Frame;
import vacate.explorer.weave.Engine;
import vacate.explorer.weave.MethodReferences;
import vacate.explorer.weave.SourceLines;
import vacate.explorer.weave.StandIns;
import vacate.explorer.weave.WeavingLoader;

/**
 * A place in the source of woven code, and how it was come to.
 *
 * @param stack the test's own methods that run, the innermost first; never empty
 * @param own how many of them, from the innermost on, an interrupt has called; all if none has come
 * @param ofTheJdk the method of the JDK's code that it is in, as {@code class.method}; null if none
 */
public record Site(List<Frame> stack, int own, String ofTheJdk) {
  /**
   * As deep as test code usually is, with what of the explorer is above it, so that one look does.
   */
  private static final int USUAL_DEPTH = 38;

  /** Shows hidden frames, of which {@link SourceLines} knows: to have them sifted takes longer. */
  private static final StackWalker WALKER =
      StackWalker.getInstance(
          Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_HIDDEN_FRAMES),
          USUAL_DEPTH);

  public Site {
    stack = List.copyOf(stack);
  }

  /** Whether a place is in the user's code: neither of the JDK nor of the explorer. */
  public static boolean isTestCode(StackTraceElement e) {
    String name = e.getClassName().replace('.', '/');
    boolean ofTheJdk = e.getModuleName() != null;
    boolean unnamedLoader = e.getClassLoaderName() == null; // as every WeavingLoader is
    return !ofTheJdk && unnamedLoader && !Engine.isCalled(name) && !StandIns.isStandIn(name);
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
    return WALKER.walk(frames -> site(frames.iterator()));
  }

  private static Site site(Iterator<StackWalker.StackFrame> frames) {
    List<Frame> stack = new ArrayList<>();
    int own = 0;
    String ofTheJdk = null;
    while (frames.hasNext()) {
      StackWalker.StackFrame f = frames.next();
      Class<?> type = f.getDeclaringClass();
      if (type.getClassLoader() instanceof WeavingLoader loader) {
        loader.lines().of(f).ifPresent(stack::add);
        if (stack.isEmpty() && ofTheJdk == null && isCodeOfTheJdk(type)) {
          ofTheJdk = Names.said(type.getName()) + "." + f.getMethodName();
        }
      } else if (type == InterruptLine.Source.class && own == 0) {
        own = stack.size();
      } else if (type == Run.class && !stack.isEmpty()) {
        break; // what called the test
      }
    }
    return stack.isEmpty() ? null : new Site(stack, own == 0 ? stack.size() : own, ofTheJdk);
  }

  private static boolean isCodeOfTheJdk(Class<?> type) {
    return !type.isHidden() && StandIns.isCopy(Identity.internalName(type));
  }

  /**
   * What the running thread's test code has called of the JDK, as {@code class.method}, in whose
   * code, or that of its stand-in, the thread is; null if it is in none.
   */
  public static String calledOfTheJdk() {
    return WALKER.walk(frames -> called(frames.iterator()));
  }

  private static String called(Iterator<StackWalker.StackFrame> frames) {
    String called = null;
    while (frames.hasNext()) {
      StackWalker.StackFrame f = frames.next();
      Class<?> type = f.getDeclaringClass();
      if (type.getClassLoader() instanceof WeavingLoader
          && !type.isHidden()
          && !MethodReferences.isBetween(f.getMethodName())) {
        if (!StandIns.isStandIn(type.getName().replace('.', '/'))) {
          return called;
        }
        called = Names.said(type.getName()) + "." + f.getMethodName();
      }
    }
    return called;
  }

  /** The innermost place, and what is called there of the JDK; empty if no test code runs. */
  public static String told() {
    Site site = here();
    String called = calledOfTheJdk();
    String in = called == null ? "" : ", in " + called;
    return site == null ? in : in + ", at " + site;
  }

  /** The methods that run since an interrupt came, or all, the innermost first. */
  public List<Frame> uninterrupted() {
    return stack.subList(0, own);
  }

  /** Whether they run because an interrupt came, or was asked for. */
  public boolean isOfInterrupt() {
    return own < stack.size();
  }

  /** The innermost place. */
  @Override
  public String toString() {
    return stack.get(0).toString();
  }
}
