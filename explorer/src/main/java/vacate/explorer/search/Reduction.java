// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the search leaves out because it cannot matter. None of them changes which outcomes there
 * are, nor how many executions come to their end; each can be switched off, to see that.
 */
public enum Reduction {
  /** Accesses of a location that one thread alone touches, or that nobody writes, see Sharing. */
  UNSHARED,
  /** Of fences between which nothing happens there is one, see {@link Asides}. */
  FENCES,
  /**
   * Executions in which a thread waits for what is there already, see {@link ChoiceTree#IN_VAIN},
   * and with them much of what threads do while another has a lock. Of threads that wait for ever
   * it visits those executions in which none has passed over something newer.
   */
  WAITS,
  /**
   * Of an execution and its mirror image, in which two threads that do the same up to the names of
   * locations and values have changed places, one is visited and both are reported, see {@link
   * Mirror}.
   */
  TWINS;

  /** All of them. */
  public static final Set<Reduction> ALL = Set.copyOf(EnumSet.allOf(Reduction.class));

  /** None of them: every access and fence is an event. */
  public static final Set<Reduction> NONE = Set.of();
}
