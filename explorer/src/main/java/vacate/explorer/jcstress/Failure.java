// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import vacate.explorer.search.Ending;

/**
 * The outcome of an execution in which an actor throws: jcstress fails such a test.
 *
 * @param endings who threw what, and what became of the others that did not finish
 */
public record Failure(List<String> endings) {
  public Failure {
    endings = List.copyOf(endings);
  }

  /** One actor, the arbiter or the result threw. */
  static Failure of(String actor, String thrown) {
    return new Failure(List.of(actor + " threw " + thrown));
  }

  /** Those that threw first: the others may wait for them. */
  static Failure of(List<Ending> endings, IntFunction<String> names) {
    List<String> told = new ArrayList<>();
    for (Ending e : endings) {
      if (e.thrown() instanceof Failure one) {
        told.addAll(one.endings);
      }
    }
    for (Ending e : endings) {
      switch (e.how()) {
        case WAITS -> told.add(names.apply(e.thread()) + " waits");
        case WAS_CUT_OFF -> told.add(names.apply(e.thread()) + " was cut off");
        default -> {}
      }
    }
    return new Failure(told);
  }

  @Override
  public String toString() {
    return String.join("; ", endings);
  }
}
