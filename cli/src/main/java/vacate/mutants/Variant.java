// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vacate.explorer.World;

/**
 * The corrected protocol with one thing changed.
 *
 * @param id names it on the command line, and in a result file
 * @param function the kernel function, or the method where it is nobody's
 * @param place file and line, or the class that does otherwise
 * @param what stands there
 * @param to what stands there instead
 * @param partOf id of a mutant that orders less still, and what is not killed where that is not;
 *     null for none
 * @param world makes its classes
 * @param isEntered whether, of the methods that CPUs enter in a scenario, one is changed; true if
 *     that cannot be said
 */
record Variant(
    String id,
    Kind kind,
    String function,
    String place,
    String what,
    String to,
    String partOf,
    Supplier<World> world,
    Predicate<Set<String>> isEntered) {

  /** In which way it is changed. */
  enum Kind {
    /** A precaution is left out. */
    LEFT_OUT,
    /** An access, fence or lock orders less. */
    WEAKER,
    /** Two neighbouring steps come in the other order. */
    REORDERED
  }

  /** All that is known of it before it is tried, in a line. */
  String text() {
    return function + " (" + place + "): " + what + " -> " + to;
  }
}
