// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import vacate.explorer.graph.Twins;

/**
 * Which two threads are taken for twins, until one does what the other does not.
 *
 * @param names what is known of how things are called when they change places
 */
record Pairing(Twins twins, Renaming names) {}
