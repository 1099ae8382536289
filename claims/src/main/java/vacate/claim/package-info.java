// SPDX-License-Identifier: GPL-2.0-only
/**
 * What the patch says of itself and what is wrong with it, as data with provenance; the words that
 * every judge uses for what it found; and the annotations by which a test says what it is evidence
 * for.
 */
package vacate.claim;
