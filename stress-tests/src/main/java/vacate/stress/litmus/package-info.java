// SPDX-License-Identifier: GPL-2.0-only
/**
 * The shapes of the folder {@code litmus} that are no lesson of {@link vacate.stress.slice}: each
 * class stands beside the {@code .litmus} files that name it, access for access, so that what the
 * Linux kernel's memory model says of the one can be held against what Java's says of the other.
 */
package vacate.stress.litmus;
