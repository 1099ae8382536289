// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.FULL_FENCE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.STORE_STORE;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.VOLATILE;
import static vacate.explorer.graph.Access.WRITE;

import vacate.explorer.graph.Graph;

/**
 * PSO, after SPARC: TSO whose buffer keeps stores to different locations in no order.
 *
 * <pre>
 * PSO1  = TSO1
 * PSO2  = TSO2 whose ppo also drops a write and a later write to another location, unless
 *         the first is volatile, the second release or volatile, one of them a read-modify-write,
 *         or a full, release or storeStore fence, a locked instruction or a volatile write is between
 * PSO3  = J5, final fields
 * </pre>
 *
 * <p>A release write orders what is before it, not what is behind it.
 */
class PartialStoreOrder extends StoreBuffer {
  @Override
  void ppo(Reachability order, Graph g, int event) {
    int t = g.thread(event);
    int next = g.index(event) + 1;
    int access = g.access(event);
    if ((access & (READ | UPDATE | VOLATILE)) != 0) {
      order.visitAll(g, t, next);
      return;
    }
    // Writes to the same location need no edge here: co has it.
    for (int i = next, limit = order.releasesFrom(t, next); i < limit; i++) {
      int e = g.event(t, i);
      int a = g.access(e);
      if ((a & FENCE) != 0) {
        if ((a & (RELEASE | STORE_STORE)) != 0) {
          writes(order, g, t, i);
          return;
        }
      } else if ((a & UPDATE) != 0 || (a & WRITE) != 0 && (a & RELEASE) != 0) {
        order.visit(g, e);
      }
    }
  }

  /** Visits the writes behind the fence at {@code fence}, and all accesses behind a full one. */
  private static void writes(Reachability order, Graph g, int t, int fence) {
    for (int i = fence, limit = order.writesFrom(t, fence); i < limit; i++) {
      int e = g.event(t, i);
      if ((g.access(e) & (WRITE | UPDATE)) != 0) {
        order.visit(g, e);
      } else if (g.is(e, FULL_FENCE)) {
        order.visitAll(g, t, i + 1);
        return;
      }
    }
  }
}
