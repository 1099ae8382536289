// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import vacate.explorer.heap.Accesses;
import vacate.explorer.heap.ByteView;
import vacate.explorer.heap.Identity;
import vacate.explorer.heap.InterruptLine;
import vacate.explorer.heap.Locations;
import vacate.explorer.heap.References;
import vacate.explorer.heap.Refusals;
import vacate.explorer.heap.Run;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * VarHandles that view the bytes of an array or a buffer as larger values. An aligned access
 * happens at once, as its Javadoc says; one that is not may be torn, and is refused.
 */
public final class ByteViews {
  private static final int COORDINATES = 2;

  private final Run run;
  private final Identity identity;
  private final Locations locations;
  private final References references;
  private final Accesses accesses;
  private final Refusals refusals;
  private final InterruptLine interrupts;
  private final DividedBytes divided;

  /** The one buffer outside of the heap: two may be of the same memory, and nobody says so. */
  private ByteBuffer direct;

  public ByteViews(
      Run run,
      Identity identity,
      Locations locations,
      References references,
      Accesses accesses,
      Refusals refusals,
      InterruptLine interrupts) {
    this.run = run;
    this.identity = identity;
    this.locations = locations;
    this.references = references;
    this.accesses = accesses;
    this.refusals = refusals;
    this.interrupts = interrupts;
    divided = new DividedBytes(locations, references, accesses);
  }

  /** What verdicts rest on because bytes are accessed in several ways; empty if none are. */
  public Optional<String> assumption() {
    return divided.assumption();
  }

  /** One operation of a running thread. */
  Object operate(HandleCall call, VarHandle handle, ByteView view, Object[] args) throws Throwable {
    if (!run.isRunning()) {
      throw refusals.poison("a class initialiser views bytes");
    }
    if (args.length > 0 && args[0] != null && WeavingLoader.isWoven(args[0].getClass())) {
      throw refusals.refuse("views the bytes of a buffer that is code"); // the JDK's handle cannot
    }
    boolean fits =
        args.length >= COORDINATES
            && handle.coordinateTypes().get(0).isInstance(args[0])
            && args[1] instanceof Integer;
    if (!fits || references.isOfEpilogue(args[0]) || identity.isLocal(args[0])) {
      accesses.unshared();
      return call.inHeap(handle, args);
    }
    int index = (Integer) args[1];
    int length = args[0] instanceof ByteBuffer b ? b.limit() : ((byte[]) args[0]).length;
    if (index < 0 || index > length - view.size()) {
      return call.inHeap(handle, args); // will be complained of
    }
    ByteBuffer buffer =
        args[0] instanceof ByteBuffer given ? given : ByteBuffer.wrap((byte[]) args[0]);
    boolean isAligned = isAligned(buffer, index, view.size());
    if (!isAligned && call.mode() != AccessMode.GET && call.mode() != AccessMode.SET) {
      return call.inHeap(handle, args); // will be complained of
    }
    Object[] values = Arrays.copyOfRange(args, COORDINATES, args.length);
    if (buffer.hasArray()) {
      int at = buffer.arrayOffset() + index;
      if (at % view.size() != 0 || divided.has(buffer.array().length, at, view)) {
        return inParts(call, handle, view, args, buffer.array(), at, values);
      }
    } else if (!isAligned) {
      throw refusals.refuse("accesses bytes that are not aligned, and may be torn");
    }
    int location = location(handle, view, args[0], buffer, index);
    interrupts.point();
    call.tryInHeap(handle, args);
    Object owner = args[0] instanceof byte[] ? args[0] : null;
    return new HandleOperation(accesses, references, owner, location, view.type(), false)
        .run(call.mode(), call.failsSpuriously(), values);
  }

  private Object inParts(
      HandleCall call,
      VarHandle handle,
      ByteView view,
      Object[] args,
      byte[] array,
      int index,
      Object... values)
      throws Throwable {
    int id = identity.known(array);
    if (id < 0 && args[0] instanceof ByteBuffer) {
      id = identity.initial(array); // no actor's own, so setup has made it
    }
    interrupts.point();
    Object result =
        divided.operate(
            call.mode(), call.failsSpuriously(), view, array, owned(id, array), index, values);
    call.tryInHeap(handle, args);
    return result;
  }

  private int owned(int id, Object owner) throws Stop {
    if (id < 0) {
      throw refusals.refuse("an object of " + owner.getClass().getName() + " of unknown origin");
    }
    return id;
  }

  /** Of an array, later JDKs do not say that it is: all that they do there is plain. */
  private static boolean isAligned(ByteBuffer buffer, int index, int size) {
    try {
      return buffer.alignmentOffset(index, size) == 0;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  /** The same where no thread runs, or none but one can reach the array. */
  Object inHeap(UnsafeOperation operation, byte[] array, int index, Object... values)
      throws Throwable {
    Object[] all = new Object[values.length + 1];
    all[0] = index;
    System.arraycopy(values, 0, all, 1, values.length);
    return MethodHandles.byteBufferViewVarHandle(
            operation.type().arrayType(), ByteOrder.nativeOrder())
        .toMethodHandle(operation.mode())
        .bindTo(ByteBuffer.wrap(array))
        .invokeWithArguments(all);
  }

  /** As what the bytes there are accessed several at a time or one by one; null if they are not. */
  Class<?> unit(byte[] array, int index) {
    int id = identity.known(array);
    int known = locations.unit(array.length, index);
    if (known > 0) {
      return DividedBytes.part(known).type();
    }
    return id < 0 ? null : locations.type(id, index);
  }

  /** One operation by {@code Unsafe} on bytes of an array, in the order of the machine. */
  Object operate(UnsafeOperation operation, byte[] array, int index, Object... values)
      throws Throwable {
    ByteView view = new ByteView(operation.type(), ByteOrder.nativeOrder());
    VarHandle handle =
        MethodHandles.byteArrayViewVarHandle(operation.type().arrayType(), view.order());
    if (references.isOfEpilogue(array) || identity.isLocal(array)) {
      accesses.unshared();
      return inHeap(operation, array, index, values);
    }
    if (index % view.size() != 0 || divided.has(array.length, index, view)) {
      interrupts.point();
      int id = owned(identity.known(array), array);
      return divided.operate(
          operation.mode(), operation.failsSpuriously(), view, array, id, index, values);
    }
    int location = location(handle, view, array, ByteBuffer.wrap(array), index);
    interrupts.point();
    return new HandleOperation(accesses, references, array, location, view.type(), false)
        .run(operation.mode(), operation.failsSpuriously(), values);
  }

  private int location(VarHandle handle, ByteView view, Object given, ByteBuffer buffer, int index)
      throws Throwable {
    Object owner = given;
    int offset = 0;
    if (buffer.hasArray()) {
      owner = buffer.array();
      offset = buffer.arrayOffset();
    } else if (buffer.isDirect() && (direct == null || direct == buffer)) {
      direct = buffer;
    } else {
      throw refusals.refuse("accesses more than one buffer that is not in the heap");
    }
    int id = identity.known(owner);
    if (id < 0 && given instanceof ByteBuffer) {
      id = identity.initial(owner); // no actor's own, so setup has made it
    }
    owned(id, owner);
    Object first = handle.toMethodHandle(AccessMode.GET).invokeWithArguments(given, index);
    return locations.bytes(
        id,
        owner instanceof byte[] array ? array.length : 0,
        offset + index,
        view,
        first,
        value -> put(handle, given, index, value));
  }

  private static void put(VarHandle handle, Object given, int index, Object value) {
    try {
      handle.toMethodHandle(AccessMode.SET).invokeWithArguments(given, index, value);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
