// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * {@code Object.clone}, which copies all fields as they are in the heap: each is read before, and
 * written in the copy, in an order that the JVM does not say. What clone guarantees of final fields
 * nobody says either, so a class with any is refused.
 */
final class Clones {
  private Clones() {}

  /** Puts into the heap what the clone will have. */
  static void read(Machine m, Object original) throws Stop {
    for (Slot slot : slots(m, original)) {
      if (slot.isFinal) {
        throw m.refusals()
            .refuse("clones a " + original.getClass().getName() + ", which has final fields");
      }
      m.fields().load(original, slot);
    }
  }

  static void made(Machine m, Object copy) throws Stop {
    m.references().cloned(copy);
    for (Slot slot : slots(m, copy)) {
      m.fields().stored(copy, slot);
    }
  }

  private static List<Slot> slots(Machine m, Object o) {
    List<Slot> slots = new ArrayList<>();
    for (Class<?> c = o.getClass(); c != Object.class; c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        if (!Modifier.isStatic(f.getModifiers()) && WeavingLoader.isWoven(c)) {
          slots.add(m.slots().slot(f));
        }
      }
    }
    return slots;
  }
}
