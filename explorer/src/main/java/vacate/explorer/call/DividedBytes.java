// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.lang.invoke.VarHandle.AccessMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import vacate.explorer.heap.Accesses;
import vacate.explorer.heap.ByteView;
import vacate.explorer.heap.Locations;
import vacate.explorer.heap.References;
import vacate.explorer.search.Stop;

/**
 * Bytes that are accessed in units of several sizes, or in none that is aligned: the smallest ones
 * are locations. What writes or reads several does so one after the other, which allows more than
 * at once does; so what promises to be atomic is refused there, but for a write, of which less is
 * taken than it promises.
 */
final class DividedBytes {
  private final Locations locations;
  private final References references;
  private final Accesses accesses;
  private boolean isDivided;

  DividedBytes(Locations locations, References references, Accesses accesses) {
    this.locations = locations;
    this.references = references;
    this.accesses = accesses;
  }

  /** What verdicts rest on because of that; empty if there are none. */
  Optional<String> assumption() {
    return isDivided
        ? Optional.of("bytes of which others access some as accessed in parts")
        : Optional.empty();
  }

  /** Whether the bytes from an index on are known to be such. */
  boolean has(int length, int index, ByteView view) {
    return locations.unit(length, index) > 0 || locations.unit(length, index + view.size() - 1) > 0;
  }

  /** One operation on bytes of an array. */
  Object operate(
      AccessMode mode,
      boolean failsSpuriously,
      ByteView view,
      byte[] array,
      int id,
      int index,
      Object... values)
      throws Stop {
    int unit = unit(id, array.length, index, view.size());
    ByteView part = part(unit);
    if (part.equals(view)) {
      return one(array, id, index, part).run(mode, failsSpuriously, values);
    }
    int parts = view.size() / unit;
    boolean writes = mode.name().startsWith("SET");
    boolean reads =
        mode == AccessMode.GET
            || parts == 1 && mode.name().matches("GET_(OPAQUE|ACQUIRE|VOLATILE)");
    if (!writes && !reads) {
      throw locations.mixed(id, index, 0, unit);
    }
    isDivided |= parts > 1;
    ByteBuffer bytes = ByteBuffer.allocate(view.size());
    if (writes) {
      put(bytes.order(view.order()), 0, view.type(), values[0]);
    }
    for (int i = 0; i < view.size(); i += unit) {
      HandleOperation access = one(array, id, index + i, part);
      ByteBuffer in = bytes.order(part.order());
      if (writes) {
        access.run(mode, false, new Object[] {get(in, i, part.type())});
      } else {
        put(in, i, part.type(), access.run(mode, false, values));
      }
    }
    return writes ? null : get(bytes.order(view.order()), 0, view.type());
  }

  /** The smallest unit there; of bytes that are not aligned it is one. */
  private int unit(int id, int length, int index, int size) {
    int first = locations.unit(length, index);
    int last = locations.unit(length, index + size - 1);
    int wanted = index % size == 0 ? size : 1;
    if (first == 0 || first > wanted) {
      throw locations.mixed(id, index, length, wanted);
    }
    if (last == 0 || last > wanted) {
      throw locations.mixed(id, index + size - 1, length, wanted);
    }
    return first;
  }

  static ByteView part(int unit) {
    Class<?> type =
        switch (unit) {
          case Long.BYTES -> long.class;
          case Integer.BYTES -> int.class;
          case Short.BYTES -> short.class;
          default -> byte.class;
        };
    return new ByteView(type, ByteOrder.nativeOrder());
  }

  private HandleOperation one(byte[] array, int id, int index, ByteView part) {
    Class<?> type = part.type();
    ByteBuffer bytes = ByteBuffer.wrap(array).order(part.order());
    int location =
        type == byte.class
            ? locations.element(id, array, index)
            : locations.bytes(
                id,
                array.length,
                index,
                part,
                get(bytes, index, type),
                value -> put(bytes, index, type, value));
    return new HandleOperation(accesses, references, array, location, type, false);
  }

  private static Object get(ByteBuffer from, int index, Class<?> type) {
    if (type == byte.class) {
      return from.get(index);
    }
    if (type == short.class) {
      return from.getShort(index);
    }
    if (type == char.class) {
      return from.getChar(index);
    }
    if (type == int.class) {
      return from.getInt(index);
    }
    if (type == float.class) {
      return from.getFloat(index);
    }
    return type == long.class ? (Object) from.getLong(index) : (Object) from.getDouble(index);
  }

  private static void put(ByteBuffer to, int index, Class<?> type, Object value) {
    if (type == byte.class) {
      to.put(index, ((Number) value).byteValue());
    } else if (type == short.class) {
      to.putShort(index, ((Number) value).shortValue());
    } else if (type == char.class) {
      to.putChar(index, (char) value);
    } else if (type == int.class) {
      to.putInt(index, number(value).intValue());
    } else if (type == float.class) {
      to.putFloat(index, number(value).floatValue());
    } else if (type == long.class) {
      to.putLong(index, number(value).longValue());
    } else {
      to.putDouble(index, number(value).doubleValue());
    }
  }

  /** What a caller of a larger type may give. */
  private static Number number(Object value) {
    return value instanceof Character c ? (Number) (int) c : (Number) value;
  }
}
