// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.util.List;

/**
 * A class with {@code @JCStressTest}, as its annotations describe it.
 *
 * @param className binary name
 * @param actors the methods with {@code @Actor}, in the order of the class file
 * @param arbiter the method with {@code @Arbiter}, or null; a termination test has none
 * @param signal the method with {@code @Signal} of a termination test, or null
 * @param termination whether the test is in {@code Mode.Termination}
 * @param stateClass binary name of the class with {@code @State}
 * @param clauses every {@code @Outcome}: those of its metadata class, then its own and inherited
 *     ones
 * @param arguments what the constructor of the state class is called with; none as jcstress does
 * @param refusal why jcstress would not take it, and it is not explored; null if it would
 * @param keepsDependencies whether it is taken to be compiled with its data dependencies kept: a
 *     read through a reference does not come before the read that the reference came out of
 * @param footing that on which it is explored
 */
public record StressTest(
    String className,
    List<TestMethod> actors,
    TestMethod arbiter,
    TestMethod signal,
    boolean termination,
    String stateClass,
    List<Clause> clauses,
    List<Object> arguments,
    String refusal,
    boolean keepsDependencies,
    Footing footing) {

  /** One whose state is made as jcstress makes it. */
  public StressTest(
      String className,
      List<TestMethod> actors,
      TestMethod arbiter,
      TestMethod signal,
      boolean termination,
      String stateClass,
      List<Clause> clauses,
      String refusal) {
    this(
        className,
        actors,
        arbiter,
        signal,
        termination,
        stateClass,
        clauses,
        List.of(),
        refusal,
        false,
        Footing.FIRST);
  }

  /**
   * The same test of another state: the constructor of its class that has so many parameters is
   * called with them.
   *
   * @throws IllegalArgumentException if one is neither a string nor a boxed primitive: other
   *     objects are of classes that are not the test's
   */
  public StressTest of(List<Object> arguments) {
    for (Object a : arguments) {
      if (!(a instanceof String
          || a instanceof Number && a.getClass().getName().startsWith("java.lang.")
          || a instanceof Boolean
          || a instanceof Character)) {
        throw new IllegalArgumentException("neither a string nor a primitive: " + a);
      }
    }
    return new StressTest(
        className,
        actors,
        arbiter,
        signal,
        termination,
        stateClass,
        clauses,
        arguments,
        refusal,
        keepsDependencies,
        footing);
  }

  /** The same test, compiled with its data dependencies kept. */
  public StressTest keepingDependencies() {
    return new StressTest(
        className,
        actors,
        arbiter,
        signal,
        termination,
        stateClass,
        clauses,
        arguments,
        refusal,
        true,
        footing);
  }

  /** The same test on another footing. */
  public StressTest on(Footing other) {
    return new StressTest(
        className,
        actors,
        arbiter,
        signal,
        termination,
        stateClass,
        clauses,
        arguments,
        refusal,
        keepsDependencies,
        other);
  }

  /** The name that jcstress gives the test. */
  public String name() {
    return name(className);
  }

  /** The name that jcstress gives the test of a class. */
  public static String name(String className) {
    return className.replace('$', '.');
  }

  /** The name, and the arguments if there are any. */
  public String call() {
    return arguments.isEmpty() ? name() : name() + arguments;
  }

  /**
   * What the test says about a result, graded as jcstress grades: by the first id that is the
   * result, or else the first that matches it as a pattern, or else by the last default clause.
   */
  public Clause clauseFor(String result) {
    for (Clause c : clauses) {
      if (c.names(result)) {
        return c;
      }
    }
    for (Clause c : clauses) {
      if (c.matches(result)) {
        return c;
      }
    }
    for (int i = clauses.size() - 1; i >= 0; i--) {
      if (clauses.get(i).isDefault()) {
        return clauses.get(i);
      }
    }
    return new Clause(List.of(), Expectation.FORBIDDEN, "not among the outcomes of the test");
  }
}
