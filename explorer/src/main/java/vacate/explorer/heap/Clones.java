// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * {@code Object.clone}, which copies all fields as they are in the heap: each is read before, and
 * written in the copy, in an order that the JVM does not say. What clone guarantees of final fields
 * nobody says either, so of such a class they promise nothing.
 */
public final class Clones {
  private final Slots slots;
  private final Fields fields;
  private final Elements elements;
  private final Allocations allocations;
  private final Construction construction;
  private final Refusals refusals;

  public Clones(
      Slots slots,
      Fields fields,
      Elements elements,
      Allocations allocations,
      Construction construction,
      Refusals refusals) {
    this.slots = slots;
    this.fields = fields;
    this.elements = elements;
    this.allocations = allocations;
    this.construction = construction;
    this.refusals = refusals;
  }

  /**
   * Puts into the heap what the clone will have. No constructor ends that would show others what
   * its final fields hold, so these are taken as plain ones.
   */
  public void cloning(Object original) throws Stop {
    for (Slot slot : slots(original)) {
      if (slot.isFinal) {
        throw refusals.refuse(
            "clones a " + original.getClass().getName() + ", which has final fields",
            Foreknowledge.ofEscaping(construction.withFinals(original.getClass())));
      }
      fields.load(original, slot);
    }
  }

  public void cloned(Object copy) throws Stop {
    allocations.cloned(copy);
    for (Slot slot : slots(copy)) {
      fields.stored(copy, slot);
    }
  }

  private List<Slot> slots(Object o) {
    List<Slot> all = new ArrayList<>();
    for (Class<?> c = o.getClass(); c != Object.class; c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        if (!Modifier.isStatic(f.getModifiers()) && WeavingLoader.isWoven(c)) {
          all.add(slots.slot(f));
        }
      }
    }
    return all;
  }

  public Object cloneArray(Object array) throws Stop {
    int n = Array.getLength(Behalf.nonNull(array));
    Object copy = Array.newInstance(array.getClass().getComponentType(), n);
    allocations.allocated(copy);
    elements.arraycopy(array, 0, copy, 0, n);
    return copy;
  }

  /** Nobody can write what an enum keeps of its constants, so reading it is no event. */
  public Object cloneConstants(Object array) throws Stop {
    Object[] copy = ((Object[]) array).clone();
    allocations.cloned(copy);
    for (int i = 0; i < copy.length; i++) {
      elements.storedElement(copy, i);
    }
    return copy;
  }
}
