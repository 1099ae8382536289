// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import vacate.claim.Defect;
import vacate.explorer.model.MemoryModel;
import vacate.stress.defect.CallbackAfterDestroy;
import vacate.stress.defect.CompoundPage;
import vacate.stress.defect.LeakedReference;
import vacate.stress.defect.UninitialisedObject;
import vacate.stress.protocol.P01_AllocVacateFresh;
import vacate.stress.protocol.P02_AllocVacateDebug;
import vacate.stress.protocol.P03_AllocVacateFull;
import vacate.stress.protocol.P05_AllocVacateCpuSlab;
import vacate.stress.protocol.P06_FreeVacateLast;
import vacate.stress.protocol.P15_DestroyVacate;

/**
 * Of all tests that show a defect on the whole machine, the one with the shortest witness, and its
 * corrected twin. The lessons are shorter still, but have no page and no lists that could be looked
 * at.
 *
 * @param broken shows the defect
 * @param cured the same scenario, without it
 * @param model the strongest memory model under which it is shown
 */
public record DefectTests(Class<?> broken, Class<?> cured, MemoryModel model) {
  private static DefectTests sc(Class<?> broken, Class<?> cured) {
    return new DefectTests(broken, cured, MemoryModel.SC);
  }

  /** The defect's. */
  public static DefectTests of(Defect defect) {
    return switch (defect) {
      case ABORT_REPORTS_SUCCESS ->
          sc(P05_AllocVacateCpuSlab.Posted.class, P05_AllocVacateCpuSlab.Corrected.class);
      case KEPT_SLAB_REPORTS_SUCCESS ->
          sc(P03_AllocVacateFull.Posted.class, P03_AllocVacateFull.Corrected.class);
      case STALE_NULL_CACHE, DYING_SLAB_REVIVED, LOCK_BIT_LOST, LOCK_BIT_STUCK ->
          sc(P06_FreeVacateLast.Posted.class, P06_FreeVacateLast.Corrected.class);
      case USE_AFTER_DESTROY, UNFREEZE_AFTER_DESTROY ->
          sc(P15_DestroyVacate.Posted.class, P15_DestroyVacate.Corrected.class);
      case DEBUG_FLAG_CLOBBERS_LOCK ->
          sc(P02_AllocVacateDebug.Posted.class, P02_AllocVacateDebug.Corrected.class);
      case COMPOUND_PAGE_BUG_ON -> sc(CompoundPage.Posted.class, CompoundPage.Corrected.class);
      case UNINITIALISED_OBJECT_KICKED ->
          sc(UninitialisedObject.Posted.class, UninitialisedObject.Corrected.class);
      case CALLBACK_AFTER_DESTROY ->
          sc(CallbackAfterDestroy.Posted.class, CallbackAfterDestroy.Corrected.class);
      case PRE_PATCH_ORDER ->
          sc(P01_AllocVacateFresh.PrePatch.class, P01_AllocVacateFresh.Corrected.class);
      case MISSING_WRITE_BARRIER ->
          new DefectTests(
              P01_AllocVacateFresh.WithoutWriteBarrier.class,
              P01_AllocVacateFresh.Corrected.class,
              MemoryModel.PSO);
      case REFERENCE_LEAKED_ON_OOM ->
          sc(LeakedReference.Posted20070518.class, LeakedReference.Corrected.class);
    };
  }
}
