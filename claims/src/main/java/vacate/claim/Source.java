// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

/**
 * The text in which a claim is made, or a defect is: the series of 18 June 2007 where that has it,
 * whichever version had it first.
 */
public enum Source {
  /**
   * The vacate patch, "SLUB: kmem_cache_vacate to support page allocator memory defragmentation".
   */
  PATCH("<20070618095918.636873785@sgi.com>", "18 June 2007"),
  /** The same series' "SLUB: Slab defragmentation core". */
  CORE("<20070618095916.297690463@sgi.com>", "18 June 2007"),
  /** That patch with its one barrier left out; no version that was posted lacks it. */
  PATCH_WITHOUT_BARRIER(
      "<20070618095918.636873785@sgi.com> with its smp_wmb left out, as in no posted version",
      "18 June 2007"),
  /** An earlier version, "SLUB: slab defragmentation and kmem_cache_vacate". */
  PATCH_20070518("<20070518181119.062736299@sgi.com>", "18 May 2007"),
  /** Before vacate, "SLUB: Do our own flags based on PG_active and PG_error". */
  FLAGS("<Pine.LNX.4.64.0705152231200.5545@schroedinger.engr.sgi.com>", "15 May 2007"),
  /** {@code mm/slub.c} of 2.6.22, on which the series stands. */
  BASE("linux-2.6.22 mm/slub.c", "8 July 2007");

  /** Message id, or file. */
  public final String reference;

  /** Day of the message, or of the release. */
  public final String date;

  Source(String reference, String date) {
    this.reference = reference;
    this.date = date;
  }
}
