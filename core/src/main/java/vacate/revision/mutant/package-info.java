// SPDX-License-Identifier: GPL-2.0-only
/**
 * The corrected protocol with exactly one step left out or out of order, each a class of a few
 * lines. Not versions of anything: they show what each step is for.
 */
package vacate.revision.mutant;
