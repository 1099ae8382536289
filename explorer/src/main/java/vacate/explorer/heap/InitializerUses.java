// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which fields and elements class initialisers use that are not their own. */
final class InitializerUses {
  /** A field or element; of a static field the object is null. */
  private record Place(int object, int part, boolean isElement) {}

  /** What initialisers have done with a place so far. */
  private static final class Uses {
    private final Class<?> first;
    private boolean isShared;
    private boolean isWritten;
    private boolean isWrittenShared;

    private Uses(Class<?> first) {
      this.first = first;
    }

    private void add(Class<?> by, boolean writes) {
      isShared |= by != first;
      isWritten |= writes;
      isWrittenShared |= writes && isShared;
    }

    /** Whether no two use it, or nobody writes it. */
    private boolean saysNothing() {
      return !isShared || !isWritten;
    }
  }

  private final Map<Place, Uses> all = new HashMap<>();
  private final Set<String> left = new TreeSet<>();

  /** The static fields that one initialiser has left for others to find, by class and name. */
  Collection<String> left() {
    return left;
  }

  /**
   * The initialiser of a class uses a field of an object, which is 0 for a static one; returns
   * whether that says nothing of which is the first.
   *
   * @param inOrder whether their order is known: then one may leave an object in a static field,
   *     for others to find, as whoever wants it makes it if there is none
   */
  boolean ofField(Class<?> by, int object, Slot slot, boolean writes, boolean inOrder) {
    Uses uses = use(by, new Place(object, slot.number, false), writes);
    if (uses.saysNothing()) {
      return true;
    }
    if (inOrder && slot.isStatic && !slot.type.isPrimitive() && !uses.isWrittenShared) {
      left.add(slot.owner.getName() + "." + slot.name);
      return true;
    }
    return false;
  }

  /** The same of an element. */
  boolean ofElement(Class<?> by, int array, int index, boolean writes) {
    return use(by, new Place(array, index, true), writes).saysNothing();
  }

  private Uses use(Class<?> by, Place place, boolean writes) {
    Uses uses = all.computeIfAbsent(place, p -> new Uses(by));
    uses.add(by, writes);
    return uses;
  }
}
