// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.nio.ByteOrder;

/**
 * How bytes are accessed several at a time: as what, and in which order. Bytes that are accessed in
 * one way only, and aligned, are a location each time; what would mix two ways is refused.
 *
 * @param type of the values
 */
public record ByteView(Class<?> type, ByteOrder order) {
  /** How many bytes it takes. */
  public int size() {
    return type == long.class || type == double.class
        ? Long.BYTES
        : type == int.class || type == float.class ? Integer.BYTES : Short.BYTES;
  }
}
