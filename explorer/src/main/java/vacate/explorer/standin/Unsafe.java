// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

/**
 * Stands for {@code sun.misc.Unsafe} and the JDK's own one in woven code. Calls of its methods are
 * woven to hooks wherever they are; here are only those that people look for by reflection, and
 * what is no call.
 */
public final class Unsafe {
  public static final int INVALID_FIELD_OFFSET = -1;

  public static final int ARRAY_BOOLEAN_BASE_OFFSET = 16;
  public static final int ARRAY_BYTE_BASE_OFFSET = 16;
  public static final int ARRAY_SHORT_BASE_OFFSET = 16;
  public static final int ARRAY_CHAR_BASE_OFFSET = 16;
  public static final int ARRAY_INT_BASE_OFFSET = 16;
  public static final int ARRAY_LONG_BASE_OFFSET = 16;
  public static final int ARRAY_FLOAT_BASE_OFFSET = 16;
  public static final int ARRAY_DOUBLE_BASE_OFFSET = 16;
  public static final int ARRAY_OBJECT_BASE_OFFSET = 16;

  public static final int ARRAY_BOOLEAN_INDEX_SCALE = 1;
  public static final int ARRAY_BYTE_INDEX_SCALE = 1;
  public static final int ARRAY_SHORT_INDEX_SCALE = 2;
  public static final int ARRAY_CHAR_INDEX_SCALE = 2;
  public static final int ARRAY_INT_INDEX_SCALE = 4;
  public static final int ARRAY_LONG_INDEX_SCALE = 8;
  public static final int ARRAY_FLOAT_INDEX_SCALE = 4;
  public static final int ARRAY_DOUBLE_INDEX_SCALE = 8;
  public static final int ARRAY_OBJECT_INDEX_SCALE = 4;

  /** By this name it is got by reflection. */
  private static final Unsafe theUnsafe = new Unsafe();

  private Unsafe() {}

  public static Unsafe getUnsafe() {
    return theUnsafe;
  }

  public Object getAndSetObject(Object o, long offset, Object value) {
    throw new AssertionError();
  }

  public int getAndSetInt(Object o, long offset, int value) {
    throw new AssertionError();
  }

  public int getAndAddInt(Object o, long offset, int delta) {
    throw new AssertionError();
  }

  public long getAndSetLong(Object o, long offset, long value) {
    throw new AssertionError();
  }

  public long getAndAddLong(Object o, long offset, long delta) {
    throw new AssertionError();
  }

  public void fullFence() {
    throw new AssertionError();
  }

  public void loadFence() {
    throw new AssertionError();
  }

  public void storeFence() {
    throw new AssertionError();
  }
}
