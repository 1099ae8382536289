// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static vacate.lincheck.Operation.alloc;
import static vacate.lincheck.Operation.destroy;
import static vacate.lincheck.Operation.free;
import static vacate.lincheck.Operation.shrink;
import static vacate.lincheck.Operation.vacate;

import java.util.List;
import java.util.Locale;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.scene.Shape;

/** What runs against what, on a page in which shape; one operation for each CPU. */
public enum Pair {
  ALLOC_FREE(Shape.FULL, Claim.C18, null, alloc(0), free(1, 0)),
  ALLOC_FREE_PARTIAL(Shape.PARTIAL, Claim.C18, null, alloc(0), free(1, 0)),
  FREE_FREE(Shape.FULL, Claim.C10, null, free(0, 0), free(1, 1)),
  ALLOC_VACATE_FRESH(Shape.FRESH, Claim.C2, Defect.ABORT_REPORTS_SUCCESS, alloc(0), vacate(1)),
  ALLOC_VACATE_FULL(Shape.FULL, Claim.C15, Defect.KEPT_SLAB_REPORTS_SUCCESS, alloc(0), vacate(1)),
  ALLOC_VACATE_PARTIAL(
      Shape.PARTIAL, Claim.C13, Defect.KEPT_SLAB_REPORTS_SUCCESS, alloc(0), vacate(1)),
  ALLOC_VACATE_CPU_SLAB(
      Shape.CPU_SLAB, Claim.C11, Defect.ABORT_REPORTS_SUCCESS, alloc(0), vacate(1)),
  FREE_VACATE_LAST(
      Shape.PARTIAL, Claim.C1, Defect.KEPT_SLAB_REPORTS_SUCCESS, free(0, 0), vacate(1)),
  FREE_VACATE_NOT_LAST(
      Shape.FULL, Claim.C15, Defect.KEPT_SLAB_REPORTS_SUCCESS, free(0, 0), vacate(1)),
  VACATE_VACATE(Shape.FULL, Claim.C11, Defect.KEPT_SLAB_REPORTS_SUCCESS, vacate(0), vacate(1)),
  /** Slot 0 is pinned. */
  VACATE_VACATE_PINNED(Shape.FULL, Claim.C14, Defect.ABORT_REPORTS_SUCCESS, vacate(0), vacate(1)),
  ALLOC_FREE_VACATE(
      Shape.FULL, Claim.C12, Defect.KEPT_SLAB_REPORTS_SUCCESS, alloc(0), free(1, 1), vacate(2)),
  SHRINK_VACATE(Shape.PARTIAL, Claim.C18, Defect.KEPT_SLAB_REPORTS_SUCCESS, shrink(0), vacate(1)),
  SHRINK_VACATE_KEPT(Shape.KEPT, Claim.C5, Defect.ABORT_REPORTS_SUCCESS, shrink(0), vacate(1)),
  DESTROY_VACATE(Shape.PARTIAL, Claim.C5, Defect.UNFREEZE_AFTER_DESTROY, destroy(0, 0), vacate(1)),
  /** The slab is empty: the cache's end discards it, not its last free. */
  DESTROY_VACATE_KEPT(Shape.KEPT, Claim.C5, Defect.ABORT_REPORTS_SUCCESS, destroy(0, 0), vacate(1));

  /** As names of scenarios spell it. */
  public final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The contested page at the start. */
  public final Shape shape;

  /** The claim that a vacate relies on here. */
  public final Claim claim;

  /** The defect that the posted revision shows first; null if it is right. */
  public final Defect wrongAsPosted;

  /** What each CPU does. */
  public final List<Operation> operations;

  Pair(Shape shape, Claim claim, Defect wrongAsPosted, Operation... operations) {
    this.shape = shape;
    this.claim = claim;
    this.wrongAsPosted = wrongAsPosted;
    this.operations = List.of(operations);
  }

  /** By what fault the posted revision's defect is known. */
  String faultAsPosted() {
    return wrongAsPosted == Defect.UNFREEZE_AFTER_DESTROY ? "get_node: " : Fault.FALSE_SUCCESS;
  }

  /** Slots whose objects cannot be kicked. */
  public List<Integer> pinned() {
    return this == VACATE_VACATE_PINNED ? List.of(0) : List.of();
  }
}
