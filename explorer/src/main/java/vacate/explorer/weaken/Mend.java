// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.List;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.graph.Access;
import vacate.explorer.heap.Site;

/** A change to one place of a program that may forbid what it does. */
public sealed interface Mend permits Strengthening, InsertedFence {
  /**
   * The place: an access of one kind, on one line that is come to in one way. If the line has
   * several they all are meant.
   *
   * @param kind one of LOAD, STORE and UPDATE
   * @param stack the methods that run there, the innermost first
   * @param of the variables, as {@link Location#variable} says them
   */
  record Place(Kind kind, List<Frame> stack, List<String> of) {
    public Place {
      stack = List.copyOf(stack);
      of = List.copyOf(of);
    }

    boolean mayBe(int access) {
      boolean isAccess = (access & (Access.FENCE | Access.CHOICE | Access.FINAL)) == 0;
      return isAccess && Kind.of(access) == kind;
    }

    boolean isAt(Object site) {
      return site instanceof Site s && s.stack().equals(stack);
    }

    /** As {@code read of Box.value at Box.java:12}. */
    @Override
    public String toString() {
      Frame here = stack.get(0);
      return verb() + " of " + String.join(" and ", of) + " at " + here.place();
    }

    private String verb() {
      return switch (kind) {
        case LOAD -> "read";
        case STORE -> "write";
        default -> "update";
      };
    }
  }

  Place at();

  /** With an article, as {@code an acquire read of Box.value at Box.java:12}. */
  @Override
  String toString();
}
