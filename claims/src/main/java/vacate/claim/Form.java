// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.Locale;

/**
 * Which sentence of a claim is meant. What holds literally holds with any qualification; what holds
 * qualified says nothing of the sentence that the patch has.
 */
public enum Form {
  /** The sentence as the patch has it, its quantifiers included. */
  LITERAL,
  /** The sentence with the condition of its {@link Qualifier}. */
  QUALIFIED;

  /** As reports spell it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
