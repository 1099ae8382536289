// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Vacated;

/**
 * KICKABLE on the bit spin lock: the lock of November 2007 is gone again. Message
 * 20080216004633.259062883@sgi.com (7/17, 15 February 2008). Its core was not read; it is that of
 * {@link Posted20071128} here, with SlabKickable, a load and a store, in the place of {@code
 * state}. So what is found in reclaim, and in the counting of shrink, is not evidence of this
 * version.
 */
public class Posted20080215 extends Posted20070831Reclaimable {
  public Posted20080215(Machine machine) {
    super(machine);
  }

  /** There is no such call. */
  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public Vacated.Told vacateAndTell(Cpu cpu, Page page) {
    return told(Vacated.NO_SUCH_CALL, 0);
  }

  /** {@code new_slab} in the order before the patch: nobody meets a page that is on no list. */
  @Override
  @Kernel("new_slab")
  protected void setUpSlab(KmemCache s, Page page) {
    page.offset = (char) s.offset;
    page.slab = s;
    markSlab(s, page);
    page.freelist = buildFreelist(s, page);
    page.inuse = 0;
  }

  /** ClearSlabKickable comes before {@code __ClearPageSlab}. */
  @Override
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    page.resetMapcount();
    clearSlabReclaimable(page);
    clearPageSlab(page);
  }

  @Override
  @Kernel("kmem_cache_vacate")
  protected boolean isToKick(Cpu cpu, KmemCache s, Page page) {
    return super.isToKick(cpu, s, page) && slabReclaimable(page);
  }

  /** Nothing: what is left decides, not what was there before. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void kicked(Cpu cpu, Page page, int objects) {}

  /** Also if a kick has freed some of them (K4). */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void judge(Cpu cpu, Page page, int leftover) {
    if (leftover != 0) {
      clearSlabReclaimable(page);
    }
  }

  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  protected boolean isForTail(boolean kicked, int leftover) {
    return leftover > 0;
  }

  /** And nr_partial is counted down. */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected void takeOff(KmemCacheNode n, Page page) {
    takeOffCounted(n, page);
  }
}
