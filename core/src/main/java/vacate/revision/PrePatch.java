// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.Slub;

/**
 * {@code new_slab} as it was before the patch, the rest as posted: PageSlab becomes visible first,
 * while inuse still is the 0xffff of a fresh page, and there is no barrier. Causes defect {@code
 * pre-patch-order}: a vacate takes a slab that is being built for a full one.
 */
public final class PrePatch extends Slub {
  public PrePatch(Machine machine) {
    super(machine);
  }

  /** {@code new_slab} of 2.6.22, lines 1012 to 1062. */
  @Override
  @Kernel("new_slab")
  protected void setUpSlab(KmemCache s, Page page) {
    page.offset = (char) s.offset;
    page.slab = s;
    markSlab(s, page);
    page.freelist = buildFreelist(s, page);
    page.locklessFreelist = 0;
    page.inuse = 0;
  }
}
