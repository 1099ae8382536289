// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vacate.explorer.heap.Accesses;
import vacate.explorer.heap.Behalf;
import vacate.explorer.heap.ByteView;
import vacate.explorer.heap.Elements;
import vacate.explorer.heap.Fields;
import vacate.explorer.heap.InterruptLine;
import vacate.explorer.heap.References;
import vacate.explorer.heap.Refusals;
import vacate.explorer.heap.Run;
import vacate.explorer.heap.Slot;
import vacate.explorer.heap.Slots;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * {@code Unsafe}, as far as it accesses fields and elements as what they are. An offset stands for
 * a field of a woven class by its number, and for an element by its index; nobody can tell, but by
 * looking at it.
 */
public final class UnsafeCalls {
  /** Behind an object's header. */
  public static final int BASE = 16;

  private static final int PER_FIELD = 8;

  private final Run run;
  private final Slots slots;
  private final Fields fields;
  private final Elements elements;
  private final References references;
  private final Accesses accesses;
  private final Refusals refusals;
  private final InterruptLine interrupts;
  private final ByteViews byteViews;

  private final DirectMemory direct = new DirectMemory();

  /** The fields of classes that are not woven whose offsets the program knows, by those. */
  private final List<String> foreign = new ArrayList<>();

  public UnsafeCalls(
      Run run,
      Slots slots,
      Fields fields,
      Elements elements,
      References references,
      Accesses accesses,
      Refusals refusals,
      InterruptLine interrupts,
      ByteViews byteViews) {
    this.run = run;
    this.slots = slots;
    this.fields = fields;
    this.elements = elements;
    this.references = references;
    this.accesses = accesses;
    this.refusals = refusals;
    this.interrupts = interrupts;
    this.byteViews = byteViews;
  }

  // ---- where things are

  /** Of a field of the JDK's own that may be asked, but there is nothing there. */
  public long offset(Field field) throws Stop {
    if (!WeavingLoader.isWoven(Behalf.nonNull(field).getDeclaringClass())) {
      foreign.add(field.getDeclaringClass().getName() + "." + field.getName());
      return -foreign.size();
    }
    return BASE + (long) PER_FIELD * slots.slot(field).number;
  }

  /** How far elements of an array of that class are from each other. */
  public static int scale(Class<?> array) {
    Class<?> type = array.getComponentType();
    if (type == long.class || type == double.class) {
      return Long.BYTES;
    }
    if (type == boolean.class || type == byte.class) {
      return 1;
    }
    return type == short.class || type == char.class ? Short.BYTES : Integer.BYTES;
  }

  private Slot slot(Object o, long offset) throws Stop {
    long number = (offset - BASE) / PER_FIELD;
    Slot slot =
        number >= 0 && number < slots.size() && (offset - BASE) % PER_FIELD == 0
            ? slots.numbered((int) number)
            : null;
    if (offset < 0 && offset >= -foreign.size()) {
      throw stop("uses Unsafe on " + foreign.get((int) -offset - 1));
    }
    if (slot == null || !(slot.isStatic ? o instanceof Class : slot.isOf(o))) {
      throw stop("uses Unsafe at an offset where no field is");
    }
    return slot;
  }

  private int index(Object array, long offset) throws Stop {
    int scale = scale(array.getClass());
    long index = (offset - BASE) / scale;
    if (offset < BASE || (offset - BASE) % scale != 0 || index >= Array.getLength(array)) {
      throw stop("uses Unsafe at an offset where no element is");
    }
    return (int) index;
  }

  private Stop stop(String what) throws Stop {
    refusals.refuseIf(what);
    throw new IllegalStateException(what);
  }

  // ---- accesses

  /** An object, and where in it. */
  record Place(Object object, long offset) {}

  /** Of what an offset is; without an object it is an address. */
  Place place(Object o, long offset) throws Stop {
    if (o != null) {
      return new Place(o, offset);
    }
    byte[] array = direct.at(offset);
    if (array == null) {
      throw stop("uses Unsafe at an address where no buffer is");
    }
    return new Place(array, DirectMemory.offset(offset));
  }

  /** An array that setup has made stands for memory outside of the heap. */
  void isDirect(byte[] array) {
    direct.add(array);
  }

  boolean hasDirect(Object array) {
    return direct.has(array);
  }

  /** As what the bytes there are accessed; null if they have not been. */
  Class<?> knownUnit(byte[] array, int index) {
    return run.isRunning() ? byteViews.unit(array, index) : null;
  }

  static int size(Class<?> unit) {
    return new ByteView(unit, ByteOrder.nativeOrder()).size();
  }

  /** One operation on an object, with its values. */
  public Object operate(UnsafeOperation operation, Object o, long offset, Object... values)
      throws Throwable {
    Place place = place(o, offset);
    return place.object.getClass().isArray()
        ? element(operation, place.object, index(place.object, place.offset), values)
        : field(operation, place.object, slot(place.object, place.offset), values);
  }

  /** Where the bytes of a buffer are; those in the heap say where in their array. */
  private Object address(Object buffer, Slot slot) throws ReflectiveOperationException, Stop {
    Object array = slots.slot(Slots.find(buffer.getClass(), "hb")).get(buffer);
    long offset = (long) slot.get(buffer);
    return direct.has(array) ? direct.address(array, offset) : offset;
  }

  private Object field(UnsafeOperation operation, Object o, Slot slot, Object... values)
      throws Throwable {
    if (!operation.fits(slot.type)) {
      throw stop("uses Unsafe on the field " + slot.name + " as if it were of another type");
    }
    Object owner = slot.isStatic ? null : o;
    if (slot.name.equals("address") && slot.isOfBuffer && !run.isRunning()) {
      return address(o, slot);
    }
    boolean reads = operation.mode().name().matches("GET(_(OPAQUE|ACQUIRE|VOLATILE))?");
    if (!reads && slot.isDeclaredFinal) {
      throw stop("uses Unsafe to write the final field " + slot.name);
    }
    if (!run.isRunning()) {
      if (reads) {
        fields.load(owner, slot);
      } else {
        fields.touch(owner, slot);
      }
      return inHeap(operation, slot.handle(), owner, values);
    }
    int location = fields.location(owner, slot);
    if (location < 0) {
      accesses.unshared();
      return inHeap(operation, slot.handle(), owner, values);
    }
    if (!reads) {
      fields.writes(owner, slot, location);
    }
    interrupts.point();
    return new HandleOperation(accesses, references, owner, location, slot.type, slot.isFinal)
        .run(operation.mode(), operation.failsSpuriously(), values);
  }

  private static Object inHeap(
      UnsafeOperation operation, VarHandle handle, Object owner, Object... values)
      throws Throwable {
    Object[] all = values;
    if (owner != null) {
      all = new Object[values.length + 1];
      all[0] = owner;
      System.arraycopy(values, 0, all, 1, values.length);
    }
    return handle.toMethodHandle(operation.mode()).invokeWithArguments(all);
  }

  private Object element(UnsafeOperation operation, Object array, int index, Object... values)
      throws Throwable {
    Class<?> type = array.getClass().getComponentType();
    if (type == byte.class && operation.isOfSeveralBytes()) {
      return bytes(operation, (byte[]) array, index, values);
    }
    if (!operation.fits(type)) {
      throw stop("uses Unsafe on an element of an array as if it were of another type");
    }
    int location = -1;
    if (run.isRunning()) {
      location = elements.location(array, index);
    } else {
      elements.touchElement(array, index);
    }
    if (location < 0) {
      accesses.unshared();
      Object[] all = new Object[values.length + 2];
      all[0] = array;
      all[1] = index;
      System.arraycopy(values, 0, all, 2, values.length);
      return MethodHandles.arrayElementVarHandle(array.getClass())
          .toMethodHandle(operation.mode())
          .invokeWithArguments(Arrays.asList(all));
    }
    interrupts.point();
    HandleOperation access =
        new HandleOperation(accesses, references, array, location, type, false);
    Object result = access.run(operation.mode(), operation.failsSpuriously(), values);
    Array.set(array, index, references.decode(type, access.memory())); // the JDK may read it
    return result;
  }

  /** Bytes that are accessed as a larger value. */
  private Object bytes(UnsafeOperation operation, byte[] array, int index, Object... values)
      throws Throwable {
    int size = new ByteView(operation.type(), ByteOrder.nativeOrder()).size();
    if (index > array.length - size) {
      throw stop("uses Unsafe at an offset where no element is");
    }
    if (!run.isRunning()) {
      for (int i = index; i < index + size; i++) {
        elements.touchElement(array, i);
      }
      return byteViews.inHeap(operation, array, index, values);
    }
    AccessMode mode = operation.mode();
    if (index % size != 0 && mode != AccessMode.GET && mode != AccessMode.SET) {
      throw stop("uses Unsafe on bytes that are not aligned, and may be torn");
    }
    return byteViews.operate(operation, array, index, values);
  }
}
