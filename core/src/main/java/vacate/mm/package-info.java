// SPDX-License-Identifier: GPL-2.0-only

/**
 * Pages: {@code struct page} with its unions as in 2.6.22, the memory behind it, reference counts,
 * and a page allocator that checks what it is given back.
 */
package vacate.mm;
