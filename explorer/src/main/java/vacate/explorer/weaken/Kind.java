// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import vacate.explorer.graph.Access;

/** What can be made weaker. */
public enum Kind {
  LOAD,
  STORE,
  /** An atomic update: a read-modify-write or a compare-and-set. It stays atomic. */
  UPDATE,
  FENCE,
  /** Entering a monitor or a lock of the JDK. It still excludes. */
  LOCK,
  /** Leaving it. */
  UNLOCK;

  static Kind of(int access) {
    if ((access & Access.FENCE) != 0) {
      return FENCE;
    }
    if ((access & Access.UPDATE) != 0) {
      return UPDATE;
    }
    return (access & Access.READ) != 0 ? LOAD : STORE;
  }

  /** Whether no mode can make it see a location go back in time. */
  boolean isAlwaysCoherent() {
    return this != LOAD && this != STORE;
  }
}
