// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

/**
 * What a claim's sentence lacks.
 *
 * @param condition completes "would hold if"
 * @param truth where the sentence holds with that condition added
 */
public record Qualifier(String condition, Truth truth) {}
