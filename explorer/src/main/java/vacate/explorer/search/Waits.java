// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.BitSet;

/**
 * Which iterations of a waiting loop were without effect and are taken back: those that did nothing
 * but a read-modify-write that wrote what it had read, and fences. An execution in which such a try
 * happens and is repeated has the outcome of one in which only the successful try happens
 * (zero-effect iterations, Kokologiannakis et al., FMCAD 2021), as long as nobody reads the
 * location plainly; where somebody does, its updates are kept.
 */
final class Waits {
  private final BitSet awaited = new BitSet();
  private final BitSet plainlyRead = new BitSet();
  private final BitSet kept = new BitSet();
  private boolean keepsAll;

  /** Somebody reads the location plainly. */
  void plainlyRead(int location) {
    plainlyRead.set(location);
  }

  /**
   * Takes back the end of a stretch that is followed by a wait, if it was without effect.
   *
   * @param from the step with which that end begins, behind the last read
   */
  void takeBack(Node stretch, int from) {
    int updated = from == 0 ? updated(stretch) : -1;
    if (!zeroEffect(stretch, from, updated)) {
      return;
    }
    if (updated >= 0) {
      awaited.set(updated);
    }
    stretch.takeBack(from);
  }

  /** Locations of awaited updates that somebody reads plainly: the search must keep the updates. */
  BitSet doubts() {
    BitSet doubts = (BitSet) awaited.clone();
    doubts.and(plainlyRead);
    doubts.andNot(kept);
    return doubts;
  }

  /** How much is known: more whenever something is learnt of a location. */
  int known() {
    return awaited.cardinality() + plainlyRead.cardinality();
  }

  /** From now on updates of these locations are kept, even if they change nothing. */
  void keep(BitSet locations) {
    kept.or(locations);
  }

  /** From now on every update is kept. */
  void keepAll() {
    keepsAll = true;
  }

  /** The location of the read-modify-write that a stretch begins with the write of, or -1. */
  private static int updated(Node node) {
    return node.startsWithUpdate() ? node.ops[0].location() : -1;
  }

  private boolean zeroEffect(Node node, int from, int updated) {
    if (updated >= 0 && (keepsAll || kept.get(updated))) {
      return false;
    }
    for (int i = from; i < node.count; i++) {
      Op op = node.ops[i];
      boolean same = (op.access() & UPDATE) != 0 && op.value() == node.value;
      if ((op.access() & WRITE) != 0 && !same) {
        return false;
      }
      if ((op.access() & (WRITE | FENCE)) == 0) {
        return false;
      }
    }
    return true;
  }
}
