// SPDX-License-Identifier: GPL-2.0-only
/**
 * One claim of the patch a file: two operations on the faithful port, and a look that tells in a
 * word whether the claim held in this run, {@link vacate.stress.claim.Held}. The classes are the
 * revisions, and the kinds of cache and page for which that matters.
 *
 * <p>Where the claim is expected to hold, BROKEN is FORBIDDEN; where it is not, BROKEN is
 * ACCEPTABLE_INTERESTING.
 */
package vacate.stress.claim;
