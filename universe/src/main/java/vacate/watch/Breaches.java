// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

/** Takes down how a claim is broken in an execution. */
@FunctionalInterface
interface Breaches {
  /**
   * The sentence does not hold.
   *
   * @param how in the kernel's words
   * @param qualified whether it does not hold either with the condition of its qualifier
   */
  void broken(String how, boolean qualified);

  /** The execution comes to what the sentence is about, whether it holds there or not. */
  default void asked() {}
}
