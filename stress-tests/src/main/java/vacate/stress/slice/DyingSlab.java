// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.slice;

import vacate.kernel.BitSpinLock;
import vacate.kernel.BitWord;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.PageFlag;

/** The flags of a slab that CPU 0 discards while CPU 1 vacates it; nothing else of it. */
abstract class DyingSlab {
  static final int PG_SLAB = PageFlag.PG_SLAB;
  static final int PG_LOCKED = PageFlag.PG_LOCKED;

  final BitWord flags = new BitWord();
  final Cpu discarder = new Cpu(0);
  final Cpu vacater = new Cpu(1);

  DyingSlab() {
    flags.setBitNonAtomic(PG_SLAB);
  }

  /** What {@code slab_unlock} will ask: 1 if the lock that was just taken is held, 0 if not. */
  final int lockAndLook() {
    try {
      BitSpinLock.lock(vacater, PG_LOCKED, flags);
      int held = flags.testBit(PG_LOCKED) ? 1 : 0;
      BitSpinLock.unlock(vacater, PG_LOCKED, flags);
      return held;
    } catch (KernelBug bug) {
      return 0;
    }
  }

  /** {@code __ClearPageSlab} under the slab lock. */
  final void discardUnderLock() {
    try {
      BitSpinLock.lock(discarder, PG_LOCKED, flags);
      flags.clearBitNonAtomic(PG_SLAB);
      BitSpinLock.unlock(discarder, PG_LOCKED, flags);
    } catch (KernelBug bug) {
      discarder.complain(bug.function);
    }
  }

  /** Of the quiescent word: 1 if the bit is set. */
  final int bit(int nr) {
    return flags.testBit(nr) ? 1 : 0;
  }
}
