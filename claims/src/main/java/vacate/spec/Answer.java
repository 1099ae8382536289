// SPDX-License-Identifier: GPL-2.0-only
package vacate.spec;

/**
 * What an operation answered: a word that tells its way, and the truth value that counts.
 *
 * @param word as {@link vacate.scene.Scene} says it
 */
public record Answer(String word) {
  /** Whether the CPU died in the kernel function that the word names. */
  public boolean died() {
    return Character.isLowerCase(word.charAt(0));
  }

  /**
   * An allocation: whether there is an object. A free: whether it was this one that freed it. A
   * vacate: what it returned. A shrink or destroy: whether it was done.
   */
  public boolean truth() {
    return switch (word) {
      case "NO_MEMORY", "TWICE", "TAKEN", "REFUSED" -> false;
      default -> !died() && !word.endsWith("=0");
    };
  }

  @Override
  public String toString() {
    return word;
  }
}
