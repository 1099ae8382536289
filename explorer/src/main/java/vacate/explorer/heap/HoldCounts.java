// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.HashMap;
import java.util.Map;

/** How often the running thread has entered what. */
public final class HoldCounts {
  /** Replaced, and never changed. */
  private Map<Mutex, Integer> counts = Map.of();

  /** A thread starts from its beginning. */
  public void startRun() {
    counts = Map.of();
  }

  /** All that is held; never changed afterwards. */
  public Map<Mutex, Integer> counts() {
    return counts;
  }

  public int count(Mutex mutex) {
    return counts.getOrDefault(mutex, 0);
  }

  void hold(Mutex mutex, int count) {
    Map<Mutex, Integer> changed = new HashMap<>(counts);
    if (count == 0) {
      changed.remove(mutex);
    } else {
      changed.put(mutex, count);
    }
    counts = changed;
  }
}
