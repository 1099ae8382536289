// SPDX-License-Identifier: GPL-2.0-only
/**
 * The versions of the protocol that were posted, and what was wrong with them, as data: which
 * scenario shows each defect, in which versions, and who mended it. Nothing of it is found out
 * here; whoever explores holds it against what he finds.
 */
package vacate.history;
