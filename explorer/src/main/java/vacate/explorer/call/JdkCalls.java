// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import vacate.explorer.heap.Behalf;
import vacate.explorer.heap.Elements;
import vacate.explorer.heap.Functions;
import vacate.explorer.heap.Heritage;
import vacate.explorer.heap.HiddenState;
import vacate.explorer.heap.Identity;
import vacate.explorer.heap.Initializers;
import vacate.explorer.heap.Names;
import vacate.explorer.heap.References;
import vacate.explorer.heap.Refusals;
import vacate.explorer.heap.Run;
import vacate.explorer.heap.Throwables;
import vacate.explorer.jdk.AllowedInActors;
import vacate.explorer.jdk.AllowedInSetup;
import vacate.explorer.loop.Calls;
import vacate.explorer.loop.Loops;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * Decides about each call of the JDK, whose code no hook watches. A call is refused that may not be
 * made at all, as {@link AllowedInActors} and {@link AllowedInSetup} say, and one on or with an
 * object that others may reach, a HashMap say; and what the program could learn by it that is
 * another in each run of the JVM.
 */
public final class JdkCalls {
  private final Run run;
  private final Identity identity;
  private final References references;
  private final SharedText texts;
  private final Throwables throwables;
  private final JdkObjects objects;
  private final Initializers initializers;
  private final Loops loops;
  private final Calls calls;
  private final Refusals refusals;
  private final Heritage heritage;

  /** Whether setup has asked what another machine or JVM would not say. */
  private boolean asked;

  public JdkCalls(
      Run run,
      Identity identity,
      References references,
      Elements elements,
      Throwables throwables,
      JdkObjects objects,
      Initializers initializers,
      Loops loops,
      Calls calls,
      Refusals refusals,
      Heritage heritage) {
    this.run = run;
    this.identity = identity;
    this.references = references;
    this.texts = new SharedText(elements, refusals);
    this.throwables = throwables;
    this.objects = objects;
    this.initializers = initializers;
    this.loops = loops;
    this.calls = calls;
    this.refusals = refusals;
    this.heritage = heritage;
  }

  /** What a verdict rests on because of what is outside of the program; empty if on nothing. */
  public Optional<String> assumption() {
    return asked ? Optional.of("a machine, files and a JVM as here") : Optional.empty();
  }

  // ---- calls

  /** Calls a static method. */
  public Object callStatic(MethodHandle target, String owner, String name, Object[] args)
      throws Throwable {
    String what = what(owner, name);
    refusals.refuseIf(Traces.refusal(args));
    if (!run.isRunning()) {
      return callInSetup(target, what, null, args, args);
    }
    if (Printing.givesLogger(what)) {
      if (args.length != 1) {
        throw refusals.refuse("calls " + what + " with the name of a bundle");
      }
      Object logger = Behalf.call(target, args);
      identity.initial(logger); // the same in each run
      return logger;
    }
    arguments(what, args);
    refusals.refuseIf(IdentityHashes.refusal(what, null, args));
    return told(what, args, leave(target, args));
  }

  /** Calls a method on the first of the arguments, which is not null and of a class of the JDK. */
  public Object callMethod(MethodHandle target, String owner, String name, Object[] args)
      throws Throwable {
    String what = what(owner, name);
    Object receiver = args[0];
    Object[] arguments = Arrays.copyOfRange(args, 1, args.length);
    refusals.refuseIf(Traces.refusal(args));
    if (!run.isRunning()) {
      return callInSetup(target, what, receiver, arguments, args);
    }
    if (Printing.isToPeople(name, receiver, arguments)) {
      loops.effect();
      return receiver instanceof PrintStream ? receiver : null;
    }
    if (Printing.isAsked(name, receiver)) {
      return Behalf.call(target, args);
    }
    if (receiver.getClass() == Object.class && name.equals("equals")) {
      references.compared(receiver, arguments[0]);
      return receiver == arguments[0];
    }
    receiver(owner, name, receiver);
    arguments(what, arguments);
    refusals.refuseIf(IdentityHashes.refusal(what, receiver, arguments));
    return leave(target, args);
  }

  private static String what(String owner, String name) {
    return owner.replace('/', '.') + "." + name;
  }

  private Object leave(MethodHandle target, Object[] args) throws Throwable {
    Calls.Outside outside = calls.leaveWoven();
    try {
      Object result = heard(Behalf.call(target, args));
      if (args.length > 0 && Functions.isOptional(args[0])) {
        result = identity.current(result);
      }
      objects.made(result, args);
      return result;
    } finally {
      calls.backInWoven(outside);
    }
  }

  private Object callInSetup(
      MethodHandle target, String what, Object receiver, Object[] arguments, Object[] all)
      throws Throwable {
    refusals.refuseIf(AllowedInSetup.refusal(called(what, receiver), arguments));
    asks(what);
    refusals.refuseIf(IdentityHashes.refusal(what, receiver, arguments));
    if (!Printing.isToPeople(what.substring(what.lastIndexOf('.') + 1), receiver, arguments)) {
      initializers.callsInCompany(receiver, arguments);
    }
    initializers.calls(what, receiver, arguments);
    Object result = Behalf.call(target, all);
    initializers.got(result, all);
    return heard(told(what, all, result));
  }

  /** A run that goes on with another one must not be told something else. */
  private Object told(String what, Object[] of, Object answer) throws Stop {
    if (AllowedInSetup.tellsOfSurroundings(what)) {
      if (answer instanceof InputStream) {
        heritage.surroundings().looked(what);
      } else if (!heritage.surroundings().told(what, of, answer)) {
        throw refusals.refuse("is told something else by " + what + " than before it was stopped");
      }
    }
    return answer;
  }

  /** The same of how many processors there are. */
  public int processors(Runtime runtime) throws Stop {
    int many = runtime.availableProcessors();
    told("java.lang.Runtime.availableProcessors", new Object[0], many);
    return many;
  }

  /** Setup calls it; another exploration with the same classes might not, and would not say so. */
  private void asks(String what) {
    if (AllowedInSetup.isOfMachine(what)) {
      asked = true;
      heritage.spend("setup or an initialiser calls " + what);
    }
  }

  /** The method itself, or what that one calls by reflection. */
  private static String called(String what, Object receiver) {
    if (receiver instanceof File directory
        && what.matches(".*\\.mkdirs?")
        && directory.isDirectory()) {
      return "java.io.File.isDirectory"; // it makes none
    }
    return receiver instanceof Executable member
            && what.matches(".*\\.(invoke|newInstance)")
            && !WeavingLoader.isWoven(member.getDeclaringClass())
        ? member.getDeclaringClass().getName() + "." + member.getName()
        : what;
  }

  /** What the JDK gives the program, in the words that it would get without the explorer. */
  public Object heard(Object given) throws Stop {
    refusals.refuseIf(Names.refusal(given));
    return Names.heard(given);
  }

  // ---- what an actor calls, and with what

  private void receiver(String owner, String name, Object receiver) throws Stop {
    String what = what(owner, name);
    if (AllowedInActors.isNever(owner, name)) {
      throw refusals.refuse("calls " + what);
    }
    if (name.equals("toString") || receiver instanceof Class && name.matches("(get|to|desc).*")) {
      refusals.refuseIf(ObjectText.refusal(receiver));
    }
    if (receiver instanceof Throwable thrown) {
      throwables.looksAt(thrown, name);
    }
    if (isOfOthers(receiver)) {
      String type = ofTheJdk(receiver.getClass()).getName();
      throw refusals.refuse("calls " + what + " on a " + type + " that others may reach");
    }
    if (!AllowedInActors.isPrivate(owner)
        && !AllowedInActors.isImmutable(owner)
        && !(receiver instanceof Enum)) {
      throw refusals.refuse("calls " + what);
    }
    if (!Identity.isValue(receiver) && !Functions.isOptional(receiver)) {
      loops.effect();
    }
  }

  /**
   * The JDK reads an array in the heap, and keeps what it is given: right only for what is the
   * running thread's own.
   */
  private void arguments(String what, Object... args) throws Stop {
    for (Object a : args) {
      if (SharedText.isMade(what, a) && isShared(a)) {
        texts.read(what, args);
      } else {
        argument(what, a, false);
      }
    }
  }

  private void argument(String what, Object a, boolean isElement) throws Stop {
    if (a == null) {
      return;
    }
    if (references.isKept(a)) {
      throw refusals.refuse(
          "calls " + what + " with a " + a.getClass().getName() + " kept by a function");
    }
    refusals.refuseIf(ObjectText.refusal(what, a, isElement));
    if (a instanceof Throwable thrown && !ThrowableState.onlyHolds(what)) {
      throwables.looksAt(thrown, ThrowableState.isMade(what) ? "toString" : "");
    }
    Enums.prepare(a);
    if (a.getClass().isArray()) {
      array(what, a);
    } else if (isOfOthers(a)) {
      throw refusals.refuse("calls " + what + " with a " + a.getClass().getName() + " of others");
    } else if (HiddenState.isIn(a)) {
      loops.effect(); // the JDK may change it
    }
  }

  private void array(String what, Object array) throws Stop {
    if (AllowedInActors.onlyHolds(what)) {
      return;
    }
    if (isShared(array)) {
      throw refusals.refuse("calls " + what + " with a shared array");
    }
    if (array instanceof Object[] nested) {
      for (Object element : nested) {
        argument(what, element, true);
      }
    }
    if (!AllowedInActors.onlyReads(what)) {
      loops.effect();
      int id = identity.known(array);
      if (id >= 0) {
        identity.give(id);
      }
    }
  }

  private boolean isShared(Object array) {
    int id = identity.known(array);
    return id >= 0 ? !identity.isPrivate(id) : !identity.isLocal(array);
  }

  /** A class of the JDK: whoever runs the explorer may have put another in its place. */
  private static Class<?> ofTheJdk(Class<?> type) {
    Class<?> known = type;
    while (known.getClassLoader() != null && !WeavingLoader.isWoven(known)) {
      known = known.getSuperclass();
    }
    return known;
  }

  /** A throwable is printed, and people read where it was made. */
  public void printTrace(Throwable thrown, PrintStream to) throws Stop {
    boolean isOfTheJdk = !WeavingLoader.isWoven(thrown.getClass()); // others may have their own way
    if (isOfTheJdk && (to == System.out || to == System.err)) {
      loops.effect();
      throwable(thrown, "printStackTrace");
    } else {
      throwable(thrown, "printStackTrace(to)");
    }
  }

  /** Whether an object has state that no hook sees, and is not the running thread's own. */
  private boolean isOfOthers(Object o) {
    return HiddenState.isIn(o)
        && !identity.isLocal(o)
        && !references.isOfEpilogue(o)
        && !isWhatCallsBack(o);
  }

  /** Whether an object is a stage of a stream that this thread runs, given to woven code by it. */
  private boolean isWhatCallsBack(Object o) {
    return calls.isInForeignCall()
        && identity.known(o) < 0
        && o instanceof Consumer
        && o.getClass().getName().startsWith("java.util.stream.");
  }

  // ---- what weaving asks about

  /** A constructor or method will be called, and this is one of its arguments. */
  public void argument(Object o, String of) throws Stop {
    refusals.refuseIf(IdentityHashes.refusal(of, null, o));
    initializers.callsInCompany(o);
    initializers.calls(of, o);
    if (run.isRunning()) {
      argument(of, o, false);
    }
  }

  /**
   * A string is made of characters.
   *
   * @param args the array; where there are more, the first place and how many
   */
  public void newText(Object... args) throws Stop {
    if (run.isRunning() && args[0] != null && isShared(args[0])) {
      texts.read("java.lang.String", args);
    } else {
      argument(args[0], "java.lang.String");
    }
  }

  /** A call that no actor may make, and setup only where {@link AllowedInSetup} says so. */
  public void unlisted(String what) throws Stop {
    if (run.isRunning()) {
      throw refusals.refuse("calls " + what);
    }
    refusals.refuseIf(AllowedInSetup.refusal(what));
    asks(what);
    if (AllowedInSetup.isOfMachine(what) && !what.equals("java.io.File.<init>")) {
      heritage.surroundings().looked(what);
    }
    initializers.asks(what);
  }

  /** The same of one that may use what threads share. */
  public void unlistedSharing(String what) throws Stop {
    if (!run.isRunning()) {
      initializers.sharesInCompany();
    }
    unlisted(what);
  }

  /** A call for which even in setup there is nothing to call. */
  public void notModelled(String what) throws Stop {
    if (run.isRunning()) {
      throw refusals.refuse("calls " + what);
    }
    throw refusals.poison("calls " + what + " in setup");
  }

  /** A method is called on what may be a throwable. */
  public void throwable(Object o, String method) throws Stop {
    refusals.refuseIf(ThrowableState.refusal(o, method));
    if (!(o instanceof Throwable thrown)) {
      return;
    }
    if (!run.isRunning()) {
      if (ThrowableState.isWriting(method)) {
        initializers.changes(thrown, method);
      }
      return;
    }
    if (ThrowableState.isWriting(method)) {
      throwables.changes(thrown, method);
      loops.effect();
    } else {
      throwables.looksAt(thrown, method);
    }
  }
}
