// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

/** What the {@code mapping} word of a page can point to; SLUB calls the word {@code slab}. */
public interface PageOwner {}
