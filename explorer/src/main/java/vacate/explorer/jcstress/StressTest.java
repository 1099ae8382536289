// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.jcstress;

import java.util.List;

/**
 * A class with {@code @JCStressTest}, as its annotations describe it.
 *
 * @param className binary name
 * @param actors the methods with {@code @Actor}, in the order of the class file
 * @param arbiter the method with {@code @Arbiter}, or null
 * @param signal the method with {@code @Signal}, or null
 * @param termination whether the test is in {@code Mode.Termination}
 * @param stateClass binary name of the class with {@code @State}
 * @param clauses every {@code @Outcome}, of the class first and then of its metadata classes
 */
public record StressTest(
    String className,
    List<TestMethod> actors,
    TestMethod arbiter,
    TestMethod signal,
    boolean termination,
    String stateClass,
    List<Clause> clauses) {

  /** The name that jcstress gives the test. */
  public String name() {
    return className.replace('$', '.');
  }

  /** What the test says about a result: by its words, by a pattern, or by its default clause. */
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
    for (Clause c : clauses) {
      if (c.isDefault()) {
        return c;
      }
    }
    return new Clause(List.of(), Expectation.FORBIDDEN, "not among the outcomes of the test");
  }
}
