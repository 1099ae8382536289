// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The threads that setup has started, and of which objects they cannot know: those that it has made
 * since, as it writes no reference to one where they may look.
 */
final class Company {
  private final Run run;
  private final Set<Object> unknown = Collections.newSetFromMap(new IdentityHashMap<>());

  Company(Run run) {
    this.run = run;
  }

  /** Setup starts a thread, which may know of all that there is. */
  void starts() {
    run.keepsCompany();
    unknown.clear();
  }

  /** The program makes an object. */
  void makes(Object o) {
    if (run.hasCompany()) {
      unknown.add(o);
    }
  }

  /**
   * Whether they may know of what the JDK looks at or changes when it is called with that: an
   * array, or an object whose state no hook sees.
   */
  boolean mayKnowState(Object o) {
    if (o == null || isUnknown(o) && !(o instanceof Object[])) {
      return false;
    }
    if (!isUnknown(o)) {
      return o.getClass().isArray() || HiddenState.isIn(o) && !(o instanceof Thread);
    }
    return Arrays.stream((Object[]) o).anyMatch(this::mayKnowState);
  }

  /** Whether it is an object that none of them knows of. */
  boolean isUnknown(Object o) {
    return o != null && unknown.contains(o);
  }
}
