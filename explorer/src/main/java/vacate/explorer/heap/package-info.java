// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/**
 * What the memory of woven code is while it runs: identity of objects, locations and their values,
 * monitors, class initialisers, and the accesses that become events.
 */
package vacate.explorer.heap;
