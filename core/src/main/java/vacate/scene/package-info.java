// SPDX-License-Identifier: GPL-2.0-only
/**
 * A small machine with one page that everybody is after, in a named state, and what the actors do
 * to it. The stress tests and the Lincheck scenarios are both built from these.
 */
package vacate.scene;
