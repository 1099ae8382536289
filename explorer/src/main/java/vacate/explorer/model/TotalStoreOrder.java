// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.FULL_FENCE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.VOLATILE;
import static vacate.explorer.graph.Access.WRITE;

import vacate.explorer.graph.Graph;

/**
 * x86-TSO (Owens, Sarkar, Sewell 2009), with a volatile store compiled to a store and a full fence.
 *
 * <pre>
 * TSO1  acyclic(po|loc ∪ rf ∪ co ∪ fr)
 * TSO2  acyclic(ppo ∪ rfe ∪ co ∪ fr)
 * ppo   every pair of accesses, but a write and a later read,
 *       unless the write is volatile, one of them is a locked instruction (read-modify-write,
 *       failed compare-and-set), or a full fence, a locked instruction or a volatile write is between
 * </pre>
 */
class TotalStoreOrder extends StoreBuffer {
  @Override
  void ppo(Reachability order, Graph g, int event) {
    int t = g.thread(event);
    int next = g.index(event) + 1;
    int access = g.access(event);
    if ((access & (READ | UPDATE)) != 0 || (access & VOLATILE) != 0) {
      order.visitAll(g, t, next);
      return;
    }
    for (int i = next, limit = order.writesFrom(t, next); i < limit; i++) {
      int e = g.event(t, i);
      if ((g.access(e) & (WRITE | UPDATE)) != 0) {
        order.visit(g, e); // a locked instruction or volatile write leads on to all that follow it
      } else if (g.is(e, FULL_FENCE)) {
        order.visitAll(g, t, i + 1);
        return;
      }
    }
  }
}
