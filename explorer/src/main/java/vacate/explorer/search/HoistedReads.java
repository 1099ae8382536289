// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vacate.explorer.graph.Access;

/**
 * The plain reads of a waiting thread that a compiler may do once and never again: nothing between
 * them and the wait orders reads, and the thread does not write there. JLS 17.3 lets a program hang
 * that goes round on what such a read returned, whatever others write meanwhile.
 */
final class HoistedReads {
  private final Map<Integer, Long> values = new HashMap<>();
  private boolean forgotten;

  private HoistedReads() {}

  /** Of a thread that waits at {@code blocked}. */
  static HoistedReads before(Node blocked) {
    HoistedReads hoisted = new HoistedReads();
    Set<Integer> written = new HashSet<>();
    for (Node n = blocked; n.parent != null && !n.ordersReads(); n = n.parent) {
      for (int i = 0; i < n.count; i++) {
        if ((n.ops[i].access() & WRITE) != 0) {
          written.add(n.ops[i].location());
        }
      }
      Op read = n.parent.read;
      if ((read.access() & ACQUIRE) != 0) {
        break;
      }
      if (isPlain(read) && !written.contains(read.location())) {
        hoisted.values.putIfAbsent(read.location(), n.value);
      }
    }
    return hoisted;
  }

  private static boolean isPlain(Op read) {
    return (read.access() & (READ | OPAQUE | FINAL)) == READ;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Some location that is read so. */
  int location() {
    return values.keySet().iterator().next();
  }

  /** Again from the wait on. */
  void begin() {
    forgotten = false;
  }

  /** What a read returns if it was done before; null if it must be done. */
  Long value(Op read) {
    return !forgotten && isPlain(read) ? values.get(read.location()) : null;
  }

  /** The thread goes on past a read, and does what comes then. */
  void pass(Op read, Node then) {
    forgotten |= (read.access() & ACQUIRE) != 0 || then.ordersReads();
  }

  /** Whether a fence keeps later reads from being done before it. */
  static boolean orders(Op op) {
    return (op.access() & Access.FENCE) != 0 && (op.access() & (ACQUIRE | Access.LOAD_LOAD)) != 0;
  }
}
