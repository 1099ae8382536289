// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.util.List;

/**
 * What one fork is to do.
 *
 * @param test jcstress's name of the test
 * @param mode how the actors are executed
 * @param stressSeed of C2's randomizers, positive; used by {@link Mode#C2_STRESS} only
 * @param millis time to take samples, without the start of the JVM; at least 1
 * @param yielding whether waiting actors give up their processor, for more actors than processors
 * @param flags of its JVM, besides those of the mode
 */
public record ForkSpec(
    String test, Mode mode, int stressSeed, int millis, boolean yielding, List<String> flags) {
  public ForkSpec {
    flags = List.copyOf(flags);
    if (stressSeed <= 0 || millis <= 0) {
      throw new IllegalArgumentException("seed " + stressSeed + ", " + millis + " ms");
    }
  }

  /** Without flags of its own. */
  public ForkSpec(String test, Mode mode, int stressSeed, int millis, boolean yielding) {
    this(test, mode, stressSeed, millis, yielding, List.of());
  }
}
