// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.lang.invoke.VarHandle.AccessMode;

/**
 * The bytes of buffers. What is larger than one byte is accessed byte by byte: nobody promises
 * more, see the Javadoc of {@code java.nio.Buffer} on use by several threads.
 */
public final class BufferBytes {
  private static final int BYTE = 0xff;

  private static final UnsafeOperation GET = new UnsafeOperation(AccessMode.GET, byte.class, false);
  private static final UnsafeOperation SET = new UnsafeOperation(AccessMode.SET, byte.class, false);

  private final UnsafeCalls unsafe;

  public BufferBytes(UnsafeCalls unsafe) {
    this.unsafe = unsafe;
  }

  /** Reads so many bytes as one number. */
  public long get(Object array, long offset, int size, boolean bigEndian) throws Throwable {
    long bits = 0;
    for (int i = 0; i < size; i++) {
      long one = (byte) unsafe.operate(GET, array, offset + i) & BYTE;
      bits |= one << shift(i, size, bigEndian);
    }
    return bits;
  }

  /** Writes so many bytes of a number. */
  public void put(Object array, long offset, int size, boolean bigEndian, long bits)
      throws Throwable {
    for (int i = 0; i < size; i++) {
      unsafe.operate(SET, array, offset + i, (byte) (bits >>> shift(i, size, bigEndian)));
    }
  }

  private static int shift(int i, int size, boolean bigEndian) {
    return Byte.SIZE * (bigEndian ? size - 1 - i : i);
  }

  public void copy(Object from, long at, Object to, long into, long n) throws Throwable {
    byte[] copied = new byte[Math.toIntExact(n)];
    for (int i = 0; i < copied.length; i++) {
      copied[i] = (byte) unsafe.operate(GET, from, at + i);
    }
    for (int i = 0; i < copied.length; i++) {
      unsafe.operate(SET, to, into + i, copied[i]);
    }
  }

  /** An array stands for memory outside of the heap. */
  public void isDirect(byte[] array) {
    unsafe.isDirect(array);
  }

  /** Whether an array stands for that. */
  public boolean areDirect(byte[] array) {
    return unsafe.hasDirect(array);
  }
}
