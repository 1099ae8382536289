// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

/** Where a claim was made or a defect came in. */
public enum Source {
  /**
   * The vacate patch, "SLUB: kmem_cache_vacate to support page allocator memory defragmentation".
   */
  PATCH("<20070618095918.636873785@sgi.com>", "18 June 2007"),
  /** The same series' "SLUB: Slab defragmentation core". */
  CORE("<20070618095916.297690463@sgi.com>", "18 June 2007"),
  /** An earlier version, "SLUB: slab defragmentation and kmem_cache_vacate". */
  PATCH_20070518("<20070518181119.062736299@sgi.com>", "18 May 2007"),
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
