// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.Collection;
import java.util.TreeSet;

/**
 * One access of the port, or one that the kernel's text asks for, and the state in which it is
 * made.
 *
 * @param access in the kernel's words
 * @param locks the locks held before it, sorted: a page's name for its slab lock; {@code -} for
 *     none
 * @param irqs whether interrupts are {@code on} or {@code off} before it
 * @param place table and line that ask for it; empty if it was recorded
 */
public record Step(String access, String locks, String irqs, String place) {
  /** A step that was recorded. */
  public static Step recorded(String access, Collection<String> locks, boolean irqsOff) {
    return new Step(access, sorted(locks), irqsOff ? "off" : "on", "");
  }

  static String sorted(Collection<String> locks) {
    return locks.isEmpty() ? "-" : String.join(" ", new TreeSet<>(locks));
  }

  /** Whether they are the same but for their place. */
  boolean isLike(Step other) {
    return access.equals(other.access) && locks.equals(other.locks) && irqs.equals(other.irqs);
  }

  String line() {
    return "%-44s | %-12s | %s".formatted(access, locks, irqs);
  }
}
