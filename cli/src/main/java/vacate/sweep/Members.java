// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The values of a JSON object, each of the kind that is expected. */
record Members(Map<?, ?> map) {
  /**
   * @throws IllegalArgumentException if it is no text; so do the others
   */
  String text(String name) {
    if (map.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name + " is no text");
  }

  /** Null if it is not there. */
  String textOrNull(String name) {
    return map.get(name) == null ? null : text(name);
  }

  long number(String name) {
    if (map.get(name) instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException(name + " is no number");
  }

  List<?> list(String name) {
    if (map.get(name) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(name + " is no list");
  }

  Members object(String name) {
    return object(map.get(name));
  }

  /** Each member of a list, which are objects themselves. */
  List<Members> objects(String name) {
    return list(name).stream().map(Members::object).toList();
  }

  private static Members object(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Members(map);
    }
    throw new IllegalArgumentException(value + " is no object");
  }

  /** That of the constants which is printed so. */
  static <E extends Enum<E>> E constant(E[] constants, String text) {
    return Arrays.stream(constants)
        .filter(constant -> constant.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text + " is not known"));
  }
}
