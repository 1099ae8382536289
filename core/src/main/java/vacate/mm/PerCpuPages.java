// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import vacate.kernel.ListHead;

/**
 * {@code struct per_cpu_pages}: free pages of order 0 that one CPU keeps at hand; only that CPU
 * touches them, interrupts off.
 *
 * <p>Source: {@code include/linux/mmzone.h} of 2.6.22.
 */
public final class PerCpuPages {
  /** {@code batch}: how many pages come from the zone or go there at once. */
  static final int BATCH = 1;

  /**
   * {@code high}: with so many pages it gives a batch back. Six batches, as {@code setup_pageset}.
   */
  public static final int HIGH = 6 * BATCH;

  /** {@code list}; the page freed last is first. */
  public final ListHead list = ListHead.head();

  /** {@code count}: length of the list. */
  public int count;

  PerCpuPages() {}
}
