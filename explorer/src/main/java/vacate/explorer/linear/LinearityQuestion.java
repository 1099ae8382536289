// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

/**
 * What is asked of a structure.
 *
 * @param extent how large scenarios are
 * @param specification binary name of the class that says what is right, which has the same
 *     operations; null for the structure's own
 * @param scenario the only one that is explored, as in {@code [push(0)] pop() | pop()}; null for
 *     all
 */
public record LinearityQuestion(Extent extent, String specification, String scenario) {
  /** Whether a structure is linearizable by what it does itself in one thread. */
  public static LinearityQuestion of(Extent extent) {
    return new LinearityQuestion(extent, null, null);
  }
}
