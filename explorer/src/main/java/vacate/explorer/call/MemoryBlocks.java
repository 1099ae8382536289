// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.lang.invoke.VarHandle.AccessMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import vacate.explorer.heap.Refusals;
import vacate.explorer.search.Stop;

/**
 * Blocks of bytes that {@code Unsafe} sets or copies. It writes them in units as large as addresses
 * and length allow, as its Javadoc says, but in no larger ones than those in which they are
 * accessed otherwise, or four bytes if they are not.
 */
public final class MemoryBlocks {
  private final UnsafeCalls unsafe;
  private final Refusals refusals;

  public MemoryBlocks(UnsafeCalls unsafe, Refusals refusals) {
    this.unsafe = unsafe;
    this.refusals = refusals;
  }

  /** Gives each byte the same value. */
  public void set(Object to, long into, long n, byte value) throws Throwable {
    byte[] bytes = new byte[Math.toIntExact(n)];
    java.util.Arrays.fill(bytes, value);
    write(to, into, bytes);
  }

  public void copy(Object from, long at, Object to, long into, long n) throws Throwable {
    write(to, into, read(from, at, Math.toIntExact(n)));
  }

  private byte[] read(Object from, long at, int n) throws Throwable {
    ByteBuffer bytes = ByteBuffer.allocate(n).order(ByteOrder.nativeOrder());
    while (bytes.hasRemaining()) {
      long offset = at + bytes.position();
      Class<?> unit = unit(from, offset, bytes.remaining(), n);
      Object value = unsafe.operate(operation(AccessMode.GET, unit), from, offset);
      if (unit == byte.class) {
        bytes.put((byte) value);
      } else if (unit == short.class) {
        bytes.putShort((short) value);
      } else if (unit == int.class) {
        bytes.putInt((int) value);
      } else {
        bytes.putLong((long) value);
      }
    }
    return bytes.array();
  }

  private void write(Object to, long into, byte... values) throws Throwable {
    ByteBuffer bytes = ByteBuffer.wrap(values).order(ByteOrder.nativeOrder());
    while (bytes.hasRemaining()) {
      long offset = into + bytes.position();
      Class<?> unit = unit(to, offset, bytes.remaining(), values.length);
      Object value =
          unit == byte.class
              ? (Object) bytes.get()
              : unit == short.class
                  ? (Object) bytes.getShort()
                  : unit == int.class ? (Object) bytes.getInt() : (Object) bytes.getLong();
      unsafe.operate(operation(AccessMode.SET, unit), to, offset, value);
    }
  }

  private static UnsafeOperation operation(AccessMode mode, Class<?> type) {
    return new UnsafeOperation(mode, type, false);
  }

  private Class<?> unit(Object in, long offset, int left, int n) throws Stop {
    UnsafeCalls.Place place = unsafe.place(in, offset);
    if (!(place.object() instanceof byte[] array)) {
      refusals.refuseIf("uses Unsafe on a block of memory that is no array of bytes");
      throw new IllegalStateException();
    }
    int index = (int) (place.offset() - UnsafeCalls.BASE);
    Class<?> known = unsafe.knownUnit(array, index);
    for (Class<?> unit : List.of(long.class, int.class, short.class)) {
      int size = UnsafeCalls.size(unit);
      boolean fits = index % size == 0 && left >= size && n % size == 0;
      if (fits && (known == unit || known == null && unit != long.class)) {
        return unit;
      }
    }
    return byte.class;
  }
}
