// SPDX-License-Identifier: GPL-2.0-only
/**
 * The corrected protocol without one of its precautions, where that is no change of a few calls:
 * each a class of a few lines. Not versions of anything.
 */
package vacate.revision.mutant;
