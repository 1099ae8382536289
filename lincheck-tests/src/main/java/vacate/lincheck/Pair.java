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
import vacate.claim.Form;
import vacate.claim.Topic;
import vacate.scene.Shape;

/** What runs against what, on a page in which shape; one operation for each CPU. */
public enum Pair {
  ALLOC_FREE(Shape.FULL, qualified(Claim.C18), null, alloc(0), free(1, 0)),
  ALLOC_FREE_PARTIAL(Shape.PARTIAL, qualified(Claim.C18), null, alloc(0), free(1, 0)),
  FREE_FREE(Shape.FULL, qualified(Claim.C18), null, free(0, 0), free(1, 1)),
  ALLOC_VACATE_FRESH(
      Shape.FRESH, literal(Claim.C2), Defect.ABORT_REPORTS_SUCCESS, alloc(0), vacate(1)),
  ALLOC_VACATE_FULL(
      Shape.FULL, literal(Claim.C15), Defect.KEPT_SLAB_REPORTS_SUCCESS, alloc(0), vacate(1)),
  ALLOC_VACATE_PARTIAL(
      Shape.PARTIAL, literal(Claim.C13), Defect.KEPT_SLAB_REPORTS_SUCCESS, alloc(0), vacate(1)),
  ALLOC_VACATE_CPU_SLAB(
      Shape.CPU_SLAB, literal(Claim.C11), Defect.ABORT_REPORTS_SUCCESS, alloc(0), vacate(1)),
  FREE_VACATE_LAST(
      Shape.PARTIAL, literal(Claim.C1), Defect.KEPT_SLAB_REPORTS_SUCCESS, free(0, 0), vacate(1)),
  FREE_VACATE_NOT_LAST(
      Shape.FULL, literal(Claim.C15), Defect.KEPT_SLAB_REPORTS_SUCCESS, free(0, 0), vacate(1)),
  VACATE_VACATE(
      Shape.FULL, literal(Claim.C11), Defect.KEPT_SLAB_REPORTS_SUCCESS, vacate(0), vacate(1)),
  /** Slot 0 is pinned. */
  VACATE_VACATE_PINNED(
      Shape.FULL, literal(Claim.C14), Defect.ABORT_REPORTS_SUCCESS, vacate(0), vacate(1)),
  ALLOC_FREE_VACATE(
      Shape.FULL,
      qualified(Claim.C12),
      Defect.KEPT_SLAB_REPORTS_SUCCESS,
      alloc(0),
      free(1, 1),
      vacate(2)),
  SHRINK_VACATE(
      Shape.PARTIAL, literal(Claim.C13), Defect.KEPT_SLAB_REPORTS_SUCCESS, shrink(0), vacate(1)),
  SHRINK_VACATE_KEPT(
      Shape.KEPT, literal(Claim.C5), Defect.ABORT_REPORTS_SUCCESS, shrink(0), vacate(1)),
  DESTROY_VACATE(
      Shape.PARTIAL, literal(Claim.C5), Defect.UNFREEZE_AFTER_DESTROY, destroy(0, 0), vacate(1)),
  /** The slab is empty: the cache's end discards it, not its last free. */
  DESTROY_VACATE_KEPT(
      Shape.KEPT, literal(Claim.C5), Defect.ABORT_REPORTS_SUCCESS, destroy(0, 0), vacate(1));

  /** As names of scenarios spell it. */
  public final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The contested page at the start. */
  public final Shape shape;

  /**
   * The claim that a vacate relies on here, in a form that holds in every revision in which the
   * pair is expected to be right.
   */
  public final Topic claim;

  /** The defect that the posted revision shows first; null if it is right. */
  public final Defect wrongAsPosted;

  /** What each CPU does. */
  public final List<Operation> operations;

  Pair(Shape shape, Topic claim, Defect wrongAsPosted, Operation... operations) {
    this.shape = shape;
    this.claim = claim;
    this.wrongAsPosted = wrongAsPosted;
    this.operations = List.of(operations);
  }

  private static Topic literal(Claim claim) {
    return Topic.of(claim);
  }

  private static Topic qualified(Claim claim) {
    return Topic.of(claim, Form.QUALIFIED);
  }

  /** By what fault the posted revision's defect is known. */
  String faultAsPosted() {
    return wrongAsPosted == Defect.UNFREEZE_AFTER_DESTROY ? "get_node: " : Fault.FALSE_SUCCESS;
  }

  /** Whether the cache goes away meanwhile. */
  boolean destroys() {
    return operations.stream().anyMatch(o -> o.kind() == Operation.Kind.DESTROY);
  }

  /** Slots whose objects cannot be kicked. */
  public List<Integer> pinned() {
    return this == VACATE_VACATE_PINNED ? List.of(0) : List.of();
  }
}
