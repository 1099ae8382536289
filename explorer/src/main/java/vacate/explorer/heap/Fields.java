// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/** Fields as locations. */
final class Fields {
  private final Machine machine;
  private final Identity identity;
  private final Locations locations;
  private final References references;
  private final Initializers initializers;

  Fields(Machine machine) {
    this.machine = machine;
    this.identity = machine.identity;
    this.locations = machine.locations();
    this.references = machine.references();
    this.initializers = machine.initializers();
  }

  /** The location of a field, or -1 for one that no two threads can race for. */
  int location(Object o, Slot slot) throws Stop {
    if (slot.isStatic) {
      return slot.isFinal ? -1 : locations.field(0, null, slot);
    }
    int id = references.owner(o);
    return slot.isFinal && identity.isInitial(id) || machine.isLocal(o)
        ? -1
        : locations.field(id, o, slot);
  }

  /** The field is about to be read: puts into the heap what the thread is to see. */
  void load(Object o, Slot slot) throws Stop {
    if (!machine.isRunning()) {
      initializers.reads(o, slot);
      return;
    }
    int location = location(o, slot);
    if (location >= 0) {
      int access = slot.isFinal ? slot.readAccess | Access.FINAL : slot.readAccess;
      int owner = slot.isStatic ? 0 : identity.known(o);
      long bits = machine.read(owner, slot, slot.type, location, access);
      slot.set(o, references.decode(slot.type, bits));
    } else if (!slot.type.isPrimitive() && !machine.isLocal(o)) {
      identity.initial(slot.get(o)); // a constant; but what it refers to others can reach too
    }
  }

  /** The field is about to be written: makes it a location while the heap has what was before. */
  void touch(Object o, Slot slot) throws Stop {
    if (machine.isRunning()) {
      location(o, slot);
    } else {
      initializers.writes(o, slot);
    }
  }

  /** The field was written: the heap has what the thread writes. */
  void stored(Object o, Slot slot) throws Stop {
    if (!machine.isRunning()) {
      return;
    }
    int location = location(o, slot);
    if (location >= 0 && slot.isFinal && !references.mayAssign(identity.known(o), slot)) {
      throw machine
          .refusals()
          .refuse("a write to the final field " + slot.name + " after its constructor");
    }
    if (location >= 0) {
      machine.write(location, slot.writeAccess, references.encode(slot.type, slot.get(o)));
    } else if (machine.isLocal(o)) {
      machine.loops().effect();
    } else {
      throw machine.refusals().refuse("a write to the final field " + slot.name);
    }
  }
}
