// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

/**
 * One thing that is wrong.
 *
 * @param kind what kind of damage
 * @param text which page, cache or CPU, what it has and what it should have
 */
public record Damage(Violation kind, String text) {
  @Override
  public String toString() {
    return kind + ": " + text;
  }
}
