// SPDX-License-Identifier: GPL-2.0-only
/**
 * Defects that need no race, or hardly one: what happens is the same each time. As posted, and
 * corrected.
 */
package vacate.stress.defect;
