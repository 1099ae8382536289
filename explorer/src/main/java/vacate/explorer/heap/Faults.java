// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vacate.explorer.execution.Frame;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.weave.Engine;
import vacate.explorer.weave.WeavingLoader;

/**
 * Tells what a program throws from what it runs into because its class path is not whole, or
 * because the explorer is at its end. Errors of linking belong to the program only where the JLS
 * makes it throw them: after an initialiser of its own has thrown (12.4.2), or if it made the
 * object itself.
 */
public final class Faults {
  private static final String NOT_INITIALIZED = "Could not initialize class ";
  private final Run run;
  private final Identity identity;
  private final ClassLoader loader;
  private final AbsentClasses absent;

  /** Errors that setup has made, to throw them or to keep them. */
  private final Set<Throwable> made = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Classes of the program whose initialisers have thrown, and what. */
  private final Map<Class<?>, Throwable> failed = new IdentityHashMap<>();

  /** Those of them that others have set off, which actors set off. */
  private final Set<Class<?>> failedLate = Collections.newSetFromMap(new IdentityHashMap<>());

  public Faults(Run run, Identity identity, ClassLoader loader, Heritage heritage) {
    this.run = run;
    this.identity = identity;
    this.loader = loader;
    absent = new AbsentClasses(loader, heritage);
  }

  /** What verdicts rest on because a class is missing; empty if on nothing. */
  public Optional<String> assumption() {
    return absent.assumption();
  }

  /**
   * What is wrong if a handler of the program gets to know that, and where; null if it is the
   * program's own doing, or setup asks whether a class is there.
   *
   * @throws RuntimeException if the explorer has thrown it
   */
  String caught(Throwable thrown) {
    String name = run.isRunning() ? null : absent.told(thrown);
    if (name != null) {
      absent.caught(name);
      return null;
    }
    return of(thrown);
  }

  /** The program has made an object of a class of the JDK. */
  public void made(Object o) {
    if (o instanceof Error error && !run.isRunning()) {
      made.add(error);
    }
  }

  /**
   * A class initialiser of the program throws; nobody will run it again.
   *
   * @param isLate whether nobody else may use the class, as who comes first gets another error
   */
  void initializerFailed(Class<?> type, Throwable thrown, boolean isLate) {
    failed.put(type, thrown);
    if (isLate) {
      failedLate.add(type);
    }
  }

  /**
   * What is wrong, and where; null if it is the program's own doing.
   *
   * @throws RuntimeException if the explorer has thrown it
   * @throws OutOfMemoryError if the JVM has thrown that
   */
  public String of(Throwable thrown) {
    Throwable root = thrown;
    while (root != null && isWrapper(root)) {
      root = root.getCause();
    }
    if (root instanceof OutOfMemoryError spent && isSuspect(root) && !isOwn(root)) {
      throw spent; // whoever needed the last of it
    }
    if (root instanceof Refused || root instanceof NotDeterministic) {
      throw (RuntimeException) root;
    }
    if (isOurs(root == null ? thrown : root)) {
      throw new IllegalStateException("in the explorer itself", thrown);
    }
    if (!isSuspect(thrown) || isOwn(thrown)) {
      return null;
    }
    Frame where = Site.of(thrown);
    return described(root == null ? thrown : root) + (where == null ? "" : ", at " + where);
  }

  private static boolean isWrapper(Throwable t) {
    return t instanceof BootstrapMethodError || t instanceof ExceptionInInitializerError;
  }

  private static boolean isSuspect(Throwable t) {
    return (t instanceof LinkageError || t instanceof VirtualMachineError)
        && !WeavingLoader.isWoven(t.getClass());
  }

  private boolean isOwn(Throwable t) {
    if (made.contains(t) || identity.isLocal(t) || isOfAnother(t)) {
      return true;
    }
    if (t instanceof ExceptionInInitializerError) {
      return t.getCause() != null
          && failed.containsValue(t.getCause())
          && (!isSuspect(t.getCause()) || isOwn(t.getCause()));
    }
    return t instanceof NoClassDefFoundError
        && failed(t.getMessage()).filter(f -> !failedLate.contains(f)).isPresent();
  }

  /** Whether a thread has made it and shown it to others; no handler gets one of the JVM's. */
  private boolean isOfAnother(Throwable t) {
    return t instanceof VirtualMachineError && identity.known(t) >= 0;
  }

  /** The class whose initialiser has thrown, if that is what an error of the JVM's says. */
  private Optional<Class<?>> failed(String message) {
    if (message == null || !message.startsWith(NOT_INITIALIZED)) {
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName(message.substring(NOT_INITIALIZED.length()), false, loader);
      return failed.keySet().stream()
          .filter(f -> f.isAssignableFrom(type))
          .sorted(Comparator.comparing(failedLate::contains).reversed())
          .findFirst();
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private String described(Throwable t) {
    String message = t.getMessage();
    Optional<Class<?>> late = failed(message).filter(failedLate::contains);
    if (late.isPresent()) {
      return late.get().getName()
          + ", whose initialiser an actor sets off, and which throws "
          + failed.get(late.get());
    }
    return t instanceof NoClassDefFoundError && message != null && message.matches("[\\w/$]+")
        ? "the class " + message.replace('/', '.') + ", which is missing"
        : t.toString();
  }

  /** Whether the explorer failed and not the test, for which it acts in {@link Behalf} only. */
  private static boolean isOurs(Throwable thrown) {
    StackTraceElement by = isSuspect(thrown) ? null : thrower(thrown);
    return by != null
        && Engine.isInItsPackages(by.getClassName().replace('.', '/'))
        && !by.getClassName().equals(Behalf.class.getName())
        && !by.getClassName().equals(WeavingLoader.class.getName()) // finds no class of that name
        && !Site.isTestCode(by);
  }

  /** The innermost code that is not the JDK's; null if the JVM has not kept it. */
  private static StackTraceElement thrower(Throwable t) {
    for (StackTraceElement e : t.getStackTrace()) {
      if (e.getModuleName() == null) {
        return e;
      }
    }
    return null;
  }
}
