// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

/** Allocation flags; {@code include/linux/gfp.h}. Values are the kernel's. */
public final class Gfp {
  /** May sleep. */
  public static final int WAIT = 0x10;

  /** Chain the pages of a higher order together. */
  public static final int COMP = 0x4000;

  public static final int ATOMIC = 0x20;
  public static final int KERNEL = WAIT | 0x40 | 0x80;

  /** {@code GFP_DMA | __GFP_ZERO | GFP_LEVEL_MASK}: all that may be asked of a slab allocator. */
  public static final int SLAB_ALLOWED = 0x1 | 0x8000 | KERNEL | ATOMIC | COMP;

  private Gfp() {}
}
