// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects as functions keep them. A thread that is run again makes its objects anew, but a function
 * that it published in an earlier run, and not yet in this one, still has the former ones: the same
 * objects to whoever calls it.
 */
final class Formers {
  private static final class Former {
    final int id;
    int functions;

    Former(int id) {
      this.id = id;
    }
  }

  private final Map<Object, Former> formers = new IdentityHashMap<>();
  private final Map<Integer, List<Object>> parts = new HashMap<>();

  /** A published function holds an object. */
  void keep(int function, Object part, int id) {
    formers.computeIfAbsent(part, p -> new Former(id)).functions++;
    parts.computeIfAbsent(function, f -> new ArrayList<>()).add(part);
  }

  /** What a published function holds. */
  List<Object> parts(int function) {
    return parts.getOrDefault(function, List.of());
  }

  /** There is a new function in the place of that one. */
  void forget(int function) {
    List<Object> kept = parts.remove(function);
    if (kept == null) {
      return;
    }
    for (Object part : kept) {
      if (--formers.get(part).functions == 0) {
        formers.remove(part);
      }
    }
  }

  /** The id of an object that a function has, or -1. */
  int id(Object o) {
    Former former = formers.get(o);
    return former == null ? -1 : former.id;
  }
}
