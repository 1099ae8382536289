// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
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
   * Fields of the initial state that it wants to know the locations of, {@link Observed#cell}:
   * names of fields with dots between them, from the state object on, all final but the last.
   */
  default List<String> cells() {
    return List.of();
  }

  /**
   * Looks at an execution. It is complete, or some thread of it waits, threw or was cut off at a
   * bound; it is valid only during the call.
   */
  void see(Observed execution, Consumer<N> notes);

  /**
   * Whether it wants to see accesses of locations that one actor alone touches, or that nobody
   * writes; those of its {@link #cells} it sees all the same. They make executions some three times
   * as long.
   */
  default boolean seesUnshared() {
    return true;
  }

  /**
   * Whether what it finds is a fault of the test, of which the execution is asked for in any case:
   * it is rebuilt while the test's classes are at hand.
   */
  default boolean findsFaults() {
    return false;
  }

  /** Which executions it wants to see besides those that are complete. */
  default Besides sees() {
    return Besides.NONE;
  }

  /** Executions that are not complete. */
  enum Besides {
    NONE,

    /**
     * Those in which threads wait for ever. What else takes place before a wait does so in an
     * execution that is complete, too, or in one of these; only what the waiting thread itself
     * reads in vain is not to be seen.
     */
    STUCK,

    /** All in which a thread waits or was cut off. */
    BLOCKED
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
