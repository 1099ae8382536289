// SPDX-License-Identifier: GPL-2.0-only
/**
 * The corrected protocol with one step weaker, left out or out of order, put before the scenarios
 * of the universe: which of them shows it first, or why none can.
 */
package vacate.mutants;
