// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.slice;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.infra.results.IIIII_Result;
import vacate.kernel.Barriers;
import vacate.mm.PageFlag;

/**
 * A page that {@code new_slab} makes a slab of while somebody looks at it by its number. Straight
 * lines, no loop and no call that the compiler cannot see through: it may reorder what it likes.
 *
 * <p>The flags word is a plain field here. In the port it is accessed in opaque mode, across which
 * HotSpot's C2 moves nothing on x86 although Java would let it, so that a missing fence would stay
 * unseen.
 *
 * <p>A number stands for each pointer: 1 is the cache, the first object, the offset of the free
 * pointer; what the page held before is 0, for offset 0xffff.
 */
abstract class FreshPage {
  static final int SLAB = 1 << PageFlag.PG_SLAB;
  static final int LOCKED = 1 << PageFlag.PG_LOCKED;
  static final VarHandle FLAGS;

  static {
    try {
      FLAGS = MethodHandles.lookup().findVarHandle(FreshPage.class, "flags", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flags;
  int inuse = 0xffff;
  int offset = 0xffff;
  int slab;
  int freelist;

  /**
   * The stores of {@code new_slab}. inuse is the last of them: nothing orders them anyway, and x86
   * shows best what becomes of the store next to the flag.
   */
  final void setUp() {
    offset = 1;
    slab = 1;
    freelist = 1;
    inuse = 0;
  }

  /** {@code __SetPageSlab} as C has it: a load and a store of the whole word. */
  final void setPageSlab() {
    flags = flags | SLAB;
  }

  /** The loads of {@code kmem_cache_vacate}, in the order in which they stand. */
  final void readSlab(IIIII_Result r) {
    r.r2 = inuse;
    r.r3 = offset;
    r.r4 = slab;
    r.r5 = freelist;
  }

  /** {@code PageSlab} of a flags word: 0 or 1. */
  static int pageSlab(int flags) {
    return (flags & SLAB) == 0 ? 0 : 1;
  }

  /** {@code slab_trylock}. As {@code slab_lock} it serves where nobody else wants the lock. */
  final boolean slabTrylock() {
    Barriers.smpMb();
    int old = (int) FLAGS.getAndBitwiseOrRelease(this, LOCKED);
    Barriers.smpMb();
    return (old & LOCKED) == 0;
  }

  /** {@code slab_unlock}. */
  final void slabUnlock() {
    Barriers.smpMbBeforeClearBit();
    FLAGS.getAndBitwiseAndRelease(this, ~LOCKED);
  }
}
