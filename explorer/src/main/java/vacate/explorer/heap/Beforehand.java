// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.explorer.search.Foreknowledge;

/**
 * Classes that are initialised before the actors run, as if an earlier instance of the test had
 * done it, and those that would have to be.
 */
final class Beforehand {
  /** How many classes an assumption names. */
  private static final int FEW = 3;

  private static final String LOGS = "org.slf4j.LoggerFactory";

  /** The classes whose initialisers actors have set off, in this order. */
  private final Set<String> late = new LinkedHashSet<>();

  /** Those whose initialisers have thrown, which others have set off. */
  private final Set<String> failed = new HashSet<>();

  /** The classes that setup initialises in the end. */
  private final List<String> before = new ArrayList<>();

  private final Run run;

  Beforehand(Run run) {
    this.run = run;
  }

  /** Initialises classes, which {@code loader} finds. */
  void initialize(List<String> classes, ClassLoader loader) throws ClassNotFoundException {
    run.initializesBeforehand(true);
    try {
      for (String name : classes) {
        if (!failed.contains(name)) {
          Class.forName(name, true, loader);
          before.add(name);
        }
      }
    } finally {
      run.initializesBeforehand(false);
    }
  }

  /**
   * Whoever asks SLF4J first has it look for who writes the log. That is found before, too, as
   * other initialisers ask without a lock whether it was.
   */
  static void findWhoLogs(List<String> classes, ClassLoader loader)
      throws ReflectiveOperationException {
    if (!classes.contains(LOGS)) {
      return;
    }
    Class.forName(LOGS, true, loader).getMethod("getILoggerFactory").invoke(null);
  }

  /** Whether that is what happens now. */
  boolean isNow() {
    return run.isBeforehand();
  }

  /** An actor sets off the initialiser of a class. */
  void isLate(Class<?> type) {
    late.add(type.getName());
  }

  /** That initialiser has thrown, and so will the one which has set it off see it do. */
  void hasFailed(Class<?> type) {
    late.remove(type.getName());
    failed.add(type.getName());
  }

  /** What would have to be known for none to be late. */
  Foreknowledge wanted() {
    return Foreknowledge.of(late);
  }

  /**
   * What verdicts rest on because of that; empty if on nothing.
   *
   * @param isFirst whether there is no earlier instance that could have done it
   * @param left the fields in which one has left what others have found
   */
  Optional<String> assumption(boolean isFirst, Collection<String> left) {
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (before.size() == 1 ? "a class" : before.size() + " classes in one order")
                + " initialised before the actors run: "
                + before.stream().limit(FEW).collect(Collectors.joining(", "))
                + (before.size() > FEW ? " and so on" : "")
                + (left.isEmpty() ? "" : ", where later ones find " + String.join(", ", left))
                + (isFirst ? ", by somebody else than an earlier instance" : ""));
  }
}
