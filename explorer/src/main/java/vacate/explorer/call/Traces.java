// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vacate.explorer.heap.Heritage;
import vacate.explorer.heap.Identity;
import vacate.explorer.heap.Initializers;
import vacate.explorer.heap.Names;
import vacate.explorer.heap.Refusals;
import vacate.explorer.heap.Run;
import vacate.explorer.heap.Site;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.Engine;
import vacate.explorer.weave.MethodReferences;
import vacate.explorer.weave.StandIns;
import vacate.explorer.weave.WeavingLoader;

/**
 * The stack traces that a program looks at: of methods of its own and of the JDK, down to that of
 * the test which was called first, or to a class initialiser, which anybody may have set off. Who
 * calls these is not the program's to know: there are some frames of that, at none of which it may
 * look.
 */
public final class Traces {
  /** As many frames as mostly are below a test's own. */
  private static final int CALLERS = 16;

  private final Run run;
  private final Identity identity;
  private final JdkObjects objects;
  private final Refusals refusals;
  private final Heritage heritage;
  private final Initializers initializers;
  private boolean shown;

  public Traces(
      Run run,
      Identity identity,
      JdkObjects objects,
      Refusals refusals,
      Heritage heritage,
      Initializers initializers) {
    this.run = run;
    this.identity = identity;
    this.objects = objects;
    this.refusals = refusals;
    this.heritage = heritage;
    this.initializers = initializers;
  }

  /** What a verdict rests on because of them; empty if on nothing. */
  public Optional<String> assumption() {
    return shown ? Optional.of("one length of each stack trace") : Optional.empty();
  }

  /**
   * The trace of a throwable that the running thread has made, in this run: another's may be one
   * that was made elsewhere and has only the same message.
   */
  public StackTraceElement[] of(Throwable thrown) throws Stop {
    if (!isOwn(thrown)) {
      throw looks(thrown, " that others may have made");
    }
    if (hasItsOwn(thrown.getClass())) {
      throw looks(thrown, ", which has its own way");
    }
    StackTraceElement[] all = thrown.getStackTrace();
    if (all.length == 0 && !WeavingLoader.isWoven(thrown.getClass())) {
      throw looks(thrown, ", which has none"); // the JVM leaves out what it has often filled in
    }
    shown = true;
    if (!run.isRunning()) {
      heritage.spend("setup looks at a stack trace");
    }
    StackTraceElement[] trace = program(all);
    objects.made(trace);
    return trace;
  }

  /** Whether who runs has made it; in setup nobody else does. */
  private boolean isOwn(Throwable thrown) {
    if (run.isRunning()) {
      int id = identity.known(thrown);
      return id < 0 ? identity.isLocal(thrown) : identity.isMine(id);
    }
    return !run.isInitializing() || initializers.hasMade(thrown);
  }

  private Stop looks(Throwable thrown, String whose) throws Stop {
    String what =
        "looks at the stack trace of a " + Names.said(thrown.getClass().getName()) + whose;
    if (!run.isRunning()) {
      throw refusals.poison(what);
    }
    return refusals.refuse(what);
  }

  private static boolean hasItsOwn(Class<?> type) {
    for (Class<?> c = type; WeavingLoader.isWoven(c); c = c.getSuperclass()) {
      for (Method m : c.getDeclaredMethods()) {
        if (m.getName().equals("getStackTrace")) {
          return true;
        }
      }
    }
    return false;
  }

  /** What of a trace is the program's: all of one that it has set. */
  private static StackTraceElement[] program(StackTraceElement[] all) {
    List<StackTraceElement> trace = new ArrayList<>();
    int own = -1;
    for (StackTraceElement e : all) {
      String name = e.getClassName().replace('.', '/');
      if (isOfTheExplorer(name)) {
        if (!Engine.isCalled(name)) {
          return called(trace.subList(0, Math.max(own, 0)));
        }
      } else if (!isBetween(e)) {
        trace.add(StandIns.isStandIn(name) ? ofTheJdk(e) : e);
      }
      if (Site.isTestCode(e)) {
        own = trace.size();
        if (e.getMethodName().equals("<clinit>")) {
          return called(trace);
        }
      }
    }
    return trace.toArray(StackTraceElement[]::new);
  }

  /** A trace with that of whoever calls. */
  private static StackTraceElement[] called(List<StackTraceElement> own) {
    StackTraceElement caller = new StackTraceElement(Names.CALLER, Names.CALLER, null, -1);
    return Stream.concat(own.stream(), Collections.nCopies(CALLERS, caller).stream())
        .toArray(StackTraceElement[]::new);
  }

  /** What is wrong with looking at some objects; null if nothing is. */
  static String refusal(Object... looked) {
    for (Object o : looked) {
      if (o instanceof StackTraceElement e && e.getClassName().equals(Names.CALLER)) {
        return "looks at who calls the test";
      }
    }
    return null;
  }

  private static boolean isOfTheExplorer(String name) {
    return Engine.isInItsPackages(name);
  }

  /** Whether a frame is there because a call is made in another way than it would be. */
  private static boolean isBetween(StackTraceElement e) {
    return MethodReferences.isBetween(e.getMethodName())
        || e.getClassName().startsWith("java.lang.invoke.")
        || e.getClassName().startsWith("jdk.internal.reflect.");
  }

  private static StackTraceElement ofTheJdk(StackTraceElement e) {
    return new StackTraceElement(
        null,
        "java.base",
        System.getProperty("java.version"),
        Names.said(e.getClassName()),
        e.getMethodName(),
        e.getFileName(),
        e.getLineNumber());
  }
}
