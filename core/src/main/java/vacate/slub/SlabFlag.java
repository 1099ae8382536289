// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

/** Flags of a cache; {@code include/linux/slab.h} of 2.6.22, values included. */
public final class SlabFlag {
  public static final int SLAB_DEBUG_FREE = 0x100;
  public static final int SLAB_RED_ZONE = 0x400;
  public static final int SLAB_POISON = 0x800;
  public static final int SLAB_STORE_USER = 0x10000;

  /** Pages of the cache go back only after a grace period. */
  public static final int SLAB_DESTROY_BY_RCU = 0x80000;

  public static final int SLAB_TRACE = 0x200000;

  /** Any of these sets SlabDebug on every slab of the cache. */
  public static final int DEBUG_FLAGS =
      SLAB_DEBUG_FREE | SLAB_RED_ZONE | SLAB_POISON | SLAB_STORE_USER | SLAB_TRACE;

  /** {@code __OBJECT_POISON}: poison the objects too; not with a constructor or RCU. */
  public static final int OBJECT_POISON = 0x80000000;

  private SlabFlag() {}
}
