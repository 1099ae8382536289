// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which fields and elements class initialisers use that are not their own. */
final class InitializerUses {
  /** A field or element; of a static field the object is null. */
  private record Place(int object, int part, boolean isElement) {}

  private final Map<Place, Set<Class<?>>> users = new HashMap<>();
  private final Set<Place> written = new HashSet<>();

  /**
   * The initialiser of a class uses a field of an object, which is 0 for a static one; returns
   * whether no two initialisers use it, or neither of them writes it.
   */
  boolean ofField(Class<?> by, int object, Slot slot, boolean writes) {
    return isAlone(by, new Place(object, slot.number, false), writes);
  }

  /** The same of an element. */
  boolean ofElement(Class<?> by, int array, int index, boolean writes) {
    return isAlone(by, new Place(array, index, true), writes);
  }

  private boolean isAlone(Class<?> initializer, Place place, boolean writes) {
    Set<Class<?>> by = users.computeIfAbsent(place, p -> new HashSet<>());
    by.add(initializer);
    if (writes) {
      written.add(place);
    }
    return by.size() == 1 || !written.contains(place);
  }
}
