// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Vacated;

/**
 * No page is found by its number any more: shrink and defrag vacate what they meet on the partial
 * list. Message 20071128223156.295476980@sgi.com (6/17, 28 November 2007), on the lock of {@link
 * Posted20071106}, with KICKABLE of message 20071114221023.535547035@sgi.com (17/17 of the posting
 * before), which is PG_dirty: a slab in which objects were left is not kicked again until it was
 * full. That {@code kmem_cache_isolate_slab} is gone is what the messages that were read suggest.
 *
 * <p>A vacate of a page does nothing here, and says so: there is no such call.
 */
public class Posted20071128 extends Posted20071106 {
  /** {@code KICKABLE}, in {@code state}. */
  protected static final int KICKABLE = 1 << PageFlag.PG_DIRTY;

  public Posted20071128(Machine machine) {
    super(machine);
  }

  @Override
  public int flagsThatVary() {
    return KICKABLE;
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
    page.flags.write(page.flags.read() | flagsOfNew(s));
    page.freelist = buildFreelist(s, page);
    page.inuse = 0;
  }

  @Override
  @Kernel(value = "new_slab", inlined = true)
  protected int flagsOfNew(KmemCache s) {
    return super.flagsOfNew(s) | (s.ops.kick() == null ? 0 : KICKABLE);
  }

  @Override
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    page.resetMapcount();
    page.flags.clearMaskNonAtomic(KICKABLE);
    clearPageSlab(page);
  }

  /** {@code BUG_ON(!(state & FROZEN))}: the right way round again. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void checkUnderLock(Cpu cpu) {
    KernelBug.bugOn(!has(cpu, FROZEN), "kmem_cache_vacate", "BUG_ON(!(state & FROZEN))");
  }

  @Override
  @Kernel("kmem_cache_vacate")
  protected boolean isToKick(Cpu cpu, KmemCache s, Page page) {
    return super.isToKick(cpu, s, page) && has(cpu, KICKABLE);
  }

  /** Also if a kick has freed some of them (K4). */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void judge(Cpu cpu, Page page, int leftover) {
    if (leftover != 0) {
      clear(cpu, KICKABLE);
    }
  }

  /** A slab that is full may be kicked again. */
  @Override
  @Kernel("unfreeze_slab")
  protected void putBackFull(Cpu cpu, KmemCache s, KmemCacheNode n, Page page) {
    super.putBackFull(cpu, s, n, page);
    if (s.ops.kick() != null) {
      set(cpu, KICKABLE);
    }
  }

  /** Without the lock, and also if it is empty (K2, G7 before). */
  @Override
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected boolean isSpared(KmemCache s, Page page) {
    return s.ops.kick() != null && !page.flags.testBit(PageFlag.PG_DIRTY);
  }

  /** And nr_partial is counted down. */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected void takeOff(KmemCacheNode n, Page page) {
    takeOffCounted(n, page);
  }
}
