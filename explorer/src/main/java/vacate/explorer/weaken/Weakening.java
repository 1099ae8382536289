// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.List;
import java.util.function.Supplier;
import vacate.explorer.heap.Site;
import vacate.explorer.search.Modes;

/**
 * A program with one place that orders less; all else stays as it is. A fence that orders nothing
 * is as good as removed, an update stays atomic and a lock exclusive.
 *
 * @param at the place
 * @param to how much it orders instead
 */
public record Weakening(OrderedAccess at, Order to) implements Modes {
  @Override
  public int of(int access, Supplier<?> site) {
    return at.mayBe(access) && site.get() instanceof Site s && at.isAt(access, s)
        ? to.in(access)
        : access;
  }

  /** The weakenings that go one step further. */
  public List<Weakening> further() {
    return to.weaker(at.kind()).stream().map(next -> new Weakening(at, next)).toList();
  }

  /** What it orders instead, in a word. */
  public String label() {
    return to.label(at.kind());
  }

  @Override
  public String toString() {
    return at + " -> " + label();
  }
}
