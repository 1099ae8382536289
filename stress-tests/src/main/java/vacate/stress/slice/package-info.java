// SPDX-License-Identifier: GPL-2.0-only
/**
 * Lessons: single steps of the protocol cut out of it, a few accesses long, so that compiler and
 * memory have room to reorder. Broken stands beside fixed.
 *
 * <pre>
 *   S01 to S04   publishing a slab: the order, the fence, and the reader's half
 *   S05          a lock hands over what was written under it
 *   S06 to S08   non-atomic writes to the word that holds the lock bit
 *   S09          a reference against the last put
 *   S10          inuse of a slab that is discarded without its lock
 * </pre>
 *
 * <p>An outcome is FORBIDDEN only where Java's memory model forbids it. One that it allows, and
 * that would be a bug in the protocol, is ACCEPTABLE_INTERESTING, whether this processor shows it
 * or not.
 */
package vacate.stress.slice;
