// SPDX-License-Identifier: GPL-2.0-only

/**
 * SLUB of 2.6.22 with the defragmentation series of June 2007, function by function, and the two
 * other allocators' stubs. {@link vacate.slub.Slub} says what is where.
 *
 * <p>What versions of the protocol do differently is in four classes, each on top of the one below
 * it, so that a revision is a subclass of the topmost that overrides the steps in which it differs.
 * What they all do alike is in classes beside them.
 *
 * <p>The build is {@code SMP}, {@code SLUB_DEBUG}, not {@code NUMA}: there is one node and every
 * slab fits it. Also not ported: merging of caches, sysfs, bootstrap; {@code POISON_END} in an
 * object's last byte, since memory has words here, not bytes; and the checks of {@code
 * __free_slab}, which 2.6.22 never makes: {@code discard_slab} has cleared SlabDebug by then.
 */
package vacate.slub;
