// SPDX-License-Identifier: GPL-2.0-only
/**
 * What woven code does when it runs: identity of objects, locations and their values, monitors,
 * loops, and the hooks that make events of accesses.
 */
package vacate.explorer.heap;
