// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Array;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/** What woven code allocates: who has made which object, and what is in it from the beginning. */
public final class Allocations {
  private final Run run;
  private final Identity identity;
  private final Throwables throwables;
  private final Slots slots;
  private final Construction construction;
  private final Initializers initializers;
  private final Fields fields;
  private final Elements elements;

  public Allocations(
      Run run,
      Identity identity,
      Throwables throwables,
      Slots slots,
      Construction construction,
      Initializers initializers,
      Fields fields,
      Elements elements) {
    this.run = run;
    this.identity = identity;
    this.throwables = throwables;
    this.slots = slots;
    this.construction = construction;
    this.initializers = initializers;
    this.fields = fields;
    this.elements = elements;
  }

  public void allocated(Object o) throws Stop {
    if (!run.isRunning()) {
      inSetup(o);
      return;
    }
    int id = register(o);
    if (o.getClass().isArray()) {
      for (int i = 0; o instanceof Object[] nested && i < nested.length; i++) {
        if (nested[i] != null) { // an array of arrays comes filled
          allocated(nested[i]);
          elements.storedElement(o, i);
        }
      }
    } else if (WeavingLoader.isWoven(o.getClass())) {
      construction.begins(id);
      assignedEarly(o);
    }
  }

  /** As allocated, but no constructor will end, and what it refers to was there before. */
  public void cloned(Object o) {
    if (run.isRunning()) {
      register(o);
    } else {
      inSetup(o);
    }
  }

  private void inSetup(Object o) {
    identity.initial(o);
    initializers.made(o);
  }

  private int register(Object o) {
    if (o instanceof Throwable thrown) {
      return identity.published(o, throwables.content(thrown));
    }
    return identity.allocated(o, o.getClass().isArray() ? Array.getLength(o) : 0);
  }

  /**
   * What constructors have assigned before they called the last one is in the heap, and is stored
   * now. No reference is out yet, so that it comes a little late costs at most what a fence among
   * the arguments of that constructor would have promised for a plain field: never an outcome.
   */
  private void assignedEarly(Object o) throws Stop {
    for (Slot slot : slots.assignedEarly(o.getClass())) {
      Object value = slot.get(o);
      if (slot.isVolatile() || !isDefault(slot.type, value)) {
        fields.stored(o, slot);
      }
    }
  }

  /** Whether a plain store of that value would be told from none. */
  private static boolean isDefault(Class<?> type, Object value) {
    return type.isPrimitive() ? Values.bits(type, value) == 0 : value == null;
  }
}
