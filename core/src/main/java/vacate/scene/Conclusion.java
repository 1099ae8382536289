// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import vacate.slub.Vacated;

/** What one of the words means in which a {@link Scene}'s operations tell how they ended. */
public sealed interface Conclusion {
  /** A vacate came to its end, and returned a value that may or may not be right. */
  record Returned(Vacated end, int value) implements Conclusion {}

  /** The CPU died in a function of the kernel, or on a bad pointer. */
  record Died(String in) implements Conclusion {}

  /** Anything else came to its end; several words where an actor did several things. */
  record Done(String how) implements Conclusion {}

  /** What a word, which is not empty, means. */
  static Conclusion of(String word) {
    Optional<Returned> returned =
        Arrays.stream(Vacated.values())
            .flatMap(end -> Stream.of(new Returned(end, 0), new Returned(end, 1)))
            .filter(told -> word.equals(told.end() + "=" + told.value()))
            .findFirst();
    if (returned.isPresent()) {
      return returned.get();
    }
    return Character.isLowerCase(word.charAt(0)) ? new Died(word) : new Done(word);
  }
}
