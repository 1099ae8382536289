// SPDX-License-Identifier: GPL-2.0-only

/**
 * SLUB of 2.6.22 with the defragmentation series of June 2007, function by function, and the two
 * other allocators' stubs. {@link vacate.slub.Slub} says which method is which kernel function.
 *
 * <p>The allocator is a tower of abstract classes, each one concept on top of those below it, so
 * that a revision is a subclass that overrides the one step in which it differs. The build is
 * {@code SMP}, {@code SLUB_DEBUG}, not {@code NUMA}: there is one node and every slab fits it.
 */
package vacate.slub;
