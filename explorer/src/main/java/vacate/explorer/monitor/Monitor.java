// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.monitor;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sees each execution of a search once, takes notes, and says in the end what they come to.
 *
 * <p>Of notes that are equal the first is kept, with its execution as witness: first in the order
 * of the search, which is the same however many threads search. A monitor has no state of its own,
 * as several threads ask it at once; all that it wants to know later it notes.
 *
 * @param <N> what it notes, a value with {@code equals}
 */
public interface Monitor<N> {
  /** What it looks for, in the plural. */
  String name();

  /**
   * Looks at an execution. It is complete, or some thread of it waits, threw or was cut off at a
   * bound; it is valid only during the call.
   */
  void see(Observed execution, Consumer<N> notes);

  /** Whether it wants to see executions, too, in which a thread waits or was cut off. */
  default boolean seesBlocked() {
    return false;
  }

  /**
   * What the notes come to.
   *
   * @param notes in the order of the search
   */
  List<Finding<N>> conclude(Collection<N> notes, Names names);

  /**
   * Something that should not be.
   *
   * @param what in one line
   * @param shownBy the notes whose executions show it
   */
  record Finding<N>(String what, List<N> shownBy) {
    public Finding {
      shownBy = List.copyOf(shownBy);
    }
  }

  /** What things are called. */
  interface Names {
    /** A location by its number. */
    String location(int location);

    /** An actor by its number. */
    String actor(int thread);
  }
}
