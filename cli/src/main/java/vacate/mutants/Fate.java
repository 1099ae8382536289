// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a mutant.
 *
 * @param scenario the first in which something is broken; null if it survives
 * @param how what is, in words; null if it survives
 * @param asked before how many scenarios it was put whose CPUs come to the change
 * @param executions of all of them, complete and blocked
 * @param other the first scenario that has an outcome more, or less, than that of the protocol as
 *     it is, and nothing broken; null if none has
 * @param open why one was not explored to its end, the first; null if all were
 */
record Fate(
    String id, String scenario, String how, int asked, long executions, String other, String open) {
  boolean isKilled() {
    return scenario != null;
  }

  /** Whether it survives, and all is known of that. */
  boolean survives() {
    return !isKilled() && open == null;
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", id);
    map.put("scenario", scenario);
    map.put("how", how);
    map.put("asked", asked);
    map.put("executions", executions);
    map.put("other", other);
    map.put("open", open);
    return map;
  }

  /**
   * What {@link #toMap} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Fate of(Map<String, Object> map) {
    try {
      return new Fate(
          (String) map.get("id"),
          (String) map.get("scenario"),
          (String) map.get("how"),
          ((Number) map.get("asked")).intValue(),
          ((Number) map.get("executions")).longValue(),
          (String) map.get("other"),
          (String) map.get("open"));
    } catch (ClassCastException | NullPointerException e) {
      throw new IllegalArgumentException("no fate of a mutant", e);
    }
  }
}
