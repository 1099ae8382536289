// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.CORE_VACATE;
import static vacate.watch.KernelCall.FREEZE_FROM_LIST;
import static vacate.watch.KernelCall.RECLAIM;
import static vacate.watch.KernelCall.SHRINK_NODE;
import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;

/**
 * C11, "abort if the page happens to be already frozen. If its frozen then a concurrent vacate may
 * be in progress". Broken if, in the coherence order of the flags, a vacate freezes the slab while
 * another vacate, or a CPU whose own slab it is, has it frozen; or if a CPU makes it its own while
 * a vacate has it frozen.
 */
final class FrozenExcludes implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C11;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      if (!v.passes()) {
        continue;
      }
      breaches.asked();
      int from = trace.g.place(v.freeze());
      int to = v.unfreeze() == NONE ? Integer.MAX_VALUE : trace.g.place(v.unfreeze());
      for (VacateCall other : trace.vacates) {
        if (other != v
            && other.passes()
            && trace.g.place(other.freeze()) > from
            && trace.g.place(other.freeze()) < to) {
          breaches.broken("two vacates are between freeze and unfreeze", trace.lockExcludes());
        }
      }
      if (isCpuSlab(trace, v.freeze())) {
        breaches.broken("vacate freezes a CPU's own slab", trace.lockExcludes());
      }
      for (int write : trace.writes(trace.frozen.cell())) {
        if (ownFreeze(trace, write) && trace.g.place(write) > from && trace.g.place(write) < to) {
          breaches.broken("a CPU makes a slab its own that is vacated", trace.lockExcludes());
        }
      }
    }
  }

  /** Not by who vacates. */
  private static boolean ownFreeze(Trace trace, int write) {
    return trace.freezes(write)
        && !trace.in(write, FREEZE_FROM_LIST)
        && trace.vacates.stream().noneMatch(v -> v.freeze() == write);
  }

  /** Whether a CPU has it for its own right before a write of the flags. */
  private static boolean isCpuSlab(Trace trace, int before) {
    boolean own = trace.frozen.isIn(trace.initially(trace.frozen.cell()));
    for (int write : trace.writes(trace.frozen.cell())) {
      if (write == before) {
        return own;
      }
      if (ownFreeze(trace, write)) {
        own = true;
      } else if (trace.thaws(write)
          && !trace.in(write, CORE_VACATE)
          && !trace.in(write, RECLAIM)
          && !trace.in(write, SHRINK_NODE)) {
        own = false;
      }
    }
    return own;
  }
}
