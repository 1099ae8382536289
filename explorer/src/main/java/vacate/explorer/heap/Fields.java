// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.BitSet;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/** Fields as locations. */
public final class Fields {
  private final Run run;
  private final Identity identity;
  private final Locations locations;
  private final References references;
  private final Accesses accesses;
  private final Construction construction;
  private final Initializers initializers;
  private final InterruptLine interrupts;
  private final Refusals refusals;

  /** The locations that some actor has written. */
  private final BitSet written = new BitSet();

  public Fields(
      Run run,
      Identity identity,
      Locations locations,
      References references,
      Accesses accesses,
      Construction construction,
      Initializers initializers,
      InterruptLine interrupts,
      Refusals refusals) {
    this.run = run;
    this.identity = identity;
    this.locations = locations;
    this.references = references;
    this.accesses = accesses;
    this.construction = construction;
    this.initializers = initializers;
    this.interrupts = interrupts;
    this.refusals = refusals;
  }

  /** The location of a field, or -1 for one that no two threads can race for. */
  public int location(Object o, Slot slot) throws Stop {
    if (slot.isStatic) {
      initializers.actorUses(slot);
      return slot.isFinal ? -1 : locations.field(0, null, slot);
    }
    int id = references.owner(o);
    return slot.isFinal && identity.isInitial(id) || references.isOfEpilogue(o)
        ? -1
        : locations.field(id, o, slot);
  }

  /** The field is about to be read: puts into the heap what the thread is to see. */
  public void load(Object o, Slot slot) throws Stop {
    load(o, slot, slot.readAccess);
  }

  /** The same of a reference that is not known before what it leads to. */
  public void loadLink(Object o, Slot slot) throws Stop {
    load(o, slot, slot.isFinal ? slot.readAccess : slot.readAccess | Access.ACQUIRE_READ);
  }

  private void load(Object o, Slot slot, int declared) throws Stop {
    if (!run.isRunning()) {
      initializers.reads(o, slot);
      return;
    }
    int location = location(o, slot);
    if (location >= 0) {
      int access = slot.isFinal ? declared | Access.FINAL : declared;
      interrupts.before(location, access);
      int owner = slot.isStatic ? 0 : identity.known(o);
      slot.set(o, accesses.load(owner, slot, slot.type, location, access));
      if (slot.isOfBuffer) {
        accesses.keepsBooks();
      }
    } else if (!slot.type.isPrimitive() && !references.isOfEpilogue(o)) {
      identity.initial(slot.get(o)); // a constant; but what it refers to others can reach too
    }
  }

  /** The field is about to be written: makes it a location while the heap has what was before. */
  public void touch(Object o, Slot slot) throws Stop {
    if (run.isRunning()) {
      int location = location(o, slot);
      if (location >= 0) {
        interrupts.beforeStore(o, slot, location);
      }
    } else {
      initializers.writes(o, slot);
    }
  }

  /** An actor writes a field that is a location: what it leaves there later instances may find. */
  public void writes(Object o, Slot slot, int location) {
    if (!written.get(location)) {
      written.set(location);
      initializers.actorWrites(o, slot);
    }
  }

  /** The field was written: the heap has what the thread writes. */
  public void stored(Object o, Slot slot) throws Stop {
    if (!run.isRunning()) {
      return;
    }
    int location = location(o, slot);
    if (slot.isStatic) {
      initializers.actorWrites(slot);
    }
    if (location >= 0 && slot.isFinal && !construction.mayAssign(identity.known(o), slot)) {
      throw refusals.refuse("a write to the final field " + slot.name + " after its constructor");
    }
    if (location >= 0) {
      writes(o, slot, location);
      Object value = slot.get(o);
      if (value == o) { // nobody finds it there who has not found it already
        accesses.write(location, slot.writeAccess, references.reference(o, false));
      } else {
        accesses.store(location, slot.type, slot.writeAccess, value);
      }
      interrupts.stored(o, slot);
    } else if (references.isOfEpilogue(o)) {
      accesses.unshared();
    } else {
      throw refusals.refuse("a write to the final field " + slot.name);
    }
  }
}
