// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

/**
 * A place where threads wait.
 *
 * @param mutex what they hold, and leave
 * @param location where it is kept who waits, see {@link Waiters}
 */
record WaitSet(Mutex mutex, int location) {}
