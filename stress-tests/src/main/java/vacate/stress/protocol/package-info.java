// SPDX-License-Identifier: GPL-2.0-only
/**
 * Whole operations against each other on the faithful port. A file is a scenario: who meets at the
 * one page that all are after, and in which state it starts. Its classes are the revisions of the
 * protocol and the kinds of cache for which that matters; as posted, and corrected.
 *
 * <p>Each actor is one CPU. A result tells the way that each operation took, in the words of {@link
 * vacate.scene.Scene}, and what the invariant checker says of the machine when all are done. What
 * posted gets wrong is ACCEPTABLE_INTERESTING and named by its defect; for corrected the same is
 * FORBIDDEN, and so is everything that is not listed.
 *
 * <p>A spin is bounded by time: a CPU that waits for a lock which nobody will give back ends in the
 * outcome {@code soft_lockup}.
 */
package vacate.stress.protocol;
