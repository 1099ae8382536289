// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.function.Supplier;

/**
 * With which modes the events of the running code are recorded; asked once for each new event. The
 * answer depends on the arguments alone, and keeps the kind of the event.
 */
@FunctionalInterface
public interface Modes {
  /** As the code says. */
  Modes DECLARED = (access, site) -> access;

  /**
   * @param access bits of {@link vacate.explorer.graph.Access}, as the code says
   * @param site where in the source; asking takes far longer than all else
   * @return the bits that are recorded
   */
  int of(int access, Supplier<?> site);

  /**
   * A fence that is put before an access, in the same thread; not asked for the write of a
   * read-modify-write, which nothing comes before.
   *
   * @return its bits, or 0 for none
   */
  default int before(int access, Supplier<?> site) {
    return 0;
  }
}
