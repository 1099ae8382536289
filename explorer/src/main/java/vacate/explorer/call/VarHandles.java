// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vacate.explorer.heap.Accesses;
import vacate.explorer.heap.Behalf;
import vacate.explorer.heap.ByteView;
import vacate.explorer.heap.Elements;
import vacate.explorer.heap.Fields;
import vacate.explorer.heap.Heritage;
import vacate.explorer.heap.InterruptLine;
import vacate.explorer.heap.References;
import vacate.explorer.heap.Refusals;
import vacate.explorer.heap.Run;
import vacate.explorer.heap.Slot;
import vacate.explorer.heap.Slots;
import vacate.explorer.search.Stop;

/**
 * The VarHandles of woven code. Each operation is tried in the heap, which is scratch space, so
 * that what the JDK complains of it complains of; and then it is events, see {@link
 * HandleOperation}.
 */
public final class VarHandles {
  private static final Set<AccessMode> READS =
      Set.of(
          AccessMode.GET, AccessMode.GET_OPAQUE, AccessMode.GET_ACQUIRE, AccessMode.GET_VOLATILE);

  private final Run run;
  private final Slots slots;
  private final Fields fields;
  private final Elements elements;
  private final References references;
  private final Accesses accesses;
  private final Refusals refusals;
  private final Heritage heritage;
  private final InterruptLine interrupts;
  private final ByteViews byteViews;

  public VarHandles(
      Run run,
      Slots slots,
      Fields fields,
      Elements elements,
      References references,
      Accesses accesses,
      Refusals refusals,
      Heritage heritage,
      InterruptLine interrupts,
      ByteViews byteViews) {
    this.run = run;
    this.slots = slots;
    this.fields = fields;
    this.elements = elements;
    this.references = references;
    this.accesses = accesses;
    this.refusals = refusals;
    this.heritage = heritage;
    this.interrupts = interrupts;
    this.byteViews = byteViews;
  }

  public VarHandle field(VarHandle handle, Class<?> owner, String name) {
    heritage.refersTo(handle, Slots.find(owner, name, handle.varType().descriptorString()));
    return handle;
  }

  /** Another handle for the same. */
  public VarHandle like(VarHandle handle, VarHandle other) {
    heritage.refersToThatOf(other, handle);
    return other;
  }

  public VarHandle array(VarHandle handle) {
    heritage.refersToElements(handle);
    return handle;
  }

  public VarHandle bytes(VarHandle handle, ByteView view) {
    heritage.refersToBytes(handle, view);
    return handle;
  }

  /** Whether a handle may be called like that, as far as the source says; weaving says more. */
  public boolean isSupported(VarHandle handle, AccessMode mode) {
    Optional<Field> target = heritage.target(handle);
    return handle.isAccessModeSupported(mode)
        && (READS.contains(mode) || target == null || !isFinal(target));
  }

  private boolean isFinal(Optional<Field> target) {
    return target.isPresent() && slots.slot(target.get()).isDeclaredFinal;
  }

  /** One operation, with its coordinates and values. */
  public Object operate(HandleCall call, VarHandle handle, Object[] args) throws Throwable {
    Optional<Field> target = heritage.target(Behalf.nonNull(handle));
    if (call.isOtherThan(handle)) {
      return call.inHeap(handle, args); // which complains before it looks at them
    }
    if (target != null && !READS.contains(call.mode()) && isFinal(target)) {
      throw Behalf.unsupported();
    }
    ByteView view = heritage.view(handle);
    if (view != null && run.isWatching()) {
      return byteViews.operate(call, handle, view, args);
    }
    if (!run.isWatching()) {
      inSetup(call.mode(), target, handle, args);
      return call.inHeap(handle, args);
    }
    if (target == null) {
      throw refusals.refuse("uses a VarHandle of unknown origin");
    }
    boolean fits = fits(target, handle, args);
    if (!run.isRunning()) {
      if (fits) {
        touch(target, args);
      }
      return call.inHeap(handle, args);
    }
    if (args.length > 0 && references.isOfEpilogue(args[0])) {
      accesses.unshared();
      return call.inHeap(handle, args);
    }
    int location = fits ? location(target, args) : -1;
    if (location < 0) { // a constant, an array of the JDK's, or what it will complain of
      accesses.unshared();
      return call.inHeap(handle, args);
    }
    interrupts.point();
    call.tryInHeap(handle, args);
    Slot slot = target.isEmpty() ? null : slots.slot(target.get());
    Class<?> type = slot == null ? args[0].getClass().getComponentType() : slot.type;
    if (slot != null && !READS.contains(call.mode())) {
      fields.writes(args.length == 0 ? null : args[0], slot, location);
    }
    Object[] values = Arrays.copyOfRange(args, handle.coordinateTypes().size(), args.length);
    HandleOperation operation =
        new HandleOperation(
            accesses,
            references,
            slot != null && slot.isStatic ? null : args[0],
            location,
            type,
            slot != null && slot.isFinal);
    Object result = operation.run(call.mode(), call.failsSpuriously(), values);
    if (slot == null) { // the JDK may read an array that nobody else has
      Array.set(args[0], index(args[1]), references.decode(type, operation.memory()));
    }
    return result;
  }

  private void inSetup(AccessMode mode, Optional<Field> target, VarHandle handle, Object[] args)
      throws Stop {
    if (target == null) {
      heritage.spend("setup uses a VarHandle of unknown origin");
    } else if (fits(target, handle, args) && READS.contains(mode)) {
      look(target, args);
    } else if (fits(target, handle, args)) {
      touch(target, args);
    }
  }

  private void look(Optional<Field> target, Object[] args) throws Stop {
    if (target.isEmpty()) {
      elements.element(args[0], index(args[1]));
    } else {
      Slot slot = slots.slot(target.get());
      fields.load(slot.isStatic ? null : args[0], slot);
    }
  }

  /** Whether the coordinates are ones of the handle. */
  private boolean fits(Optional<Field> target, VarHandle handle, Object[] args) {
    List<Class<?>> types = handle.coordinateTypes();
    if (args.length < types.size() || !types.isEmpty() && !types.get(0).isInstance(args[0])) {
      return false;
    }
    int index = target.isEmpty() ? index(args[1]) : 0;
    return target.isPresent() || index >= 0 && index < Array.getLength(args[0]);
  }

  /** An index as a caller may give it, or -1. */
  private static int index(Object argument) {
    if (argument instanceof Character c) {
      return c;
    }
    return argument instanceof Integer || argument instanceof Short || argument instanceof Byte
        ? ((Number) argument).intValue()
        : -1;
  }

  /** A class initialiser, or setup, is about to operate on the heap. */
  private void touch(Optional<Field> target, Object[] args) throws Stop {
    if (target.isEmpty()) {
      elements.touchElement(args[0], index(args[1]));
    } else {
      Slot slot = slots.slot(target.get());
      fields.touch(slot.isStatic ? null : args[0], slot);
    }
  }

  private int location(Optional<Field> target, Object[] args) throws Stop {
    if (target.isEmpty()) {
      return elements.location(args[0], index(args[1]));
    }
    Slot slot = slots.slot(target.get());
    return fields.location(slot.isStatic ? null : args[0], slot);
  }
}
