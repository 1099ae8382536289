// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.DEREF;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.INTERRUPT;
import static vacate.explorer.graph.Access.LINK;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.function.Supplier;

/**
 * How what the code does is written down: with which modes, with which fences put in, and whether
 * with its place in the source.
 */
final class Notation {
  /** What a mode may not change. */
  private static final int KIND = READ | WRITE | FENCE | UPDATE | FINAL | CHOICE | INTERRUPT;

  /** What a fence writes that the code does not have: no fence of the code writes anything. */
  private static final long INSERTED = 1;

  private final Supplier<?> sites;
  private final Modes modes;
  private boolean locates;
  private boolean ofEpilogue;

  Notation(Supplier<?> sites, Modes modes) {
    this.sites = sites;
    this.modes = modes;
  }

  /** Whether from now on each step has its place in the source, which takes far longer to find. */
  void locate(boolean does) {
    locates = does;
  }

  /** Whether what runs now is the epilogue, of which nobody asks where it is: no event is its. */
  void ofEpilogue(boolean is) {
    ofEpilogue = is;
  }

  Op op(int access, int location, long value, int skipped) {
    return new Op(modes.of(access, sites), location, value, place(), skipped);
  }

  private Object place() {
    return locates && !ofEpilogue ? sites.get() : null;
  }

  /** Whether the code does again what was written down. */
  boolean same(Op op, int access, int location, long value) {
    int compared = modes == Modes.DECLARED ? ~0 : KIND;
    return ((op.access() ^ access) & compared) == 0 && op.same(location, value);
  }

  /** Whether the modes may put a fence before an access. */
  boolean mayInsertBefore(int access) {
    // what announces a read has had the fence before it
    return modes != Modes.DECLARED && (access & (CHOICE | DEREF)) == 0;
  }

  /** The fence that the modes put before an access, or null. */
  Op insertedBefore(int access) {
    boolean together = (access & (UPDATE | WRITE)) == (UPDATE | WRITE);
    int fence = together ? 0 : modes.before(access, sites);
    return fence == 0 ? null : new Op(fence, -1, INSERTED, place(), 0);
  }

  static boolean isInserted(Op op) {
    return (op.access() & (FENCE | FINAL | DEREF | LINK)) == FENCE && op.value() == INSERTED;
  }

  /** Where the running code is. */
  Object site() {
    return sites.get();
  }
}
