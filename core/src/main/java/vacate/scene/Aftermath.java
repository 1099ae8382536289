// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Arrays;
import java.util.Optional;
import vacate.invariant.Violation;

/**
 * What a test's outcome says of the machine in the end: {@link Scene#outcome}, which is its last
 * word.
 *
 * @param damage the first violation; null if the machine is sound
 */
public record Aftermath(Violation damage) {
  /** Of a sound machine: the contested page is still a slab. */
  static final String SLAB = "SLAB";

  /** Of a sound machine: the contested page is none any more. */
  static final String FREE = "FREE";

  /** What it is in an outcome; empty if the test did not ask. */
  public static Optional<Aftermath> in(String outcome) {
    String word = outcome.substring(outcome.lastIndexOf(' ') + 1);
    if (word.equals(SLAB) || word.equals(FREE)) {
      return Optional.of(new Aftermath(null));
    }
    return Arrays.stream(Violation.values())
        .filter(violation -> violation.name().equals(word))
        .findFirst()
        .map(Aftermath::new);
  }

  /** Whether an outcome says that the machine is broken. */
  public static boolean isBroken(String outcome) {
    return in(outcome).filter(aftermath -> aftermath.damage() != null).isPresent();
  }
}
