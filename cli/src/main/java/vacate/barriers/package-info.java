// SPDX-License-Identifier: GPL-2.0-only
/**
 * What each barrier, lock and check of the protocol is for: leaves out one at a time and says which
 * test notices under which memory model, or why none does.
 */
package vacate.barriers;
