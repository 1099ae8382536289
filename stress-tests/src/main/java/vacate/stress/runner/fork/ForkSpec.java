// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

/**
 * What one fork is to do.
 *
 * @param test jcstress's name of the test
 * @param mode how the actors are executed
 * @param stressSeed of C2's randomizers, positive; used by {@link Mode#C2_STRESS} only
 * @param millis time to take samples, without the start of the JVM; at least 1
 * @param yielding whether waiting actors give up their processor, for more actors than processors
 */
public record ForkSpec(String test, Mode mode, int stressSeed, int millis, boolean yielding) {
  public ForkSpec {
    if (stressSeed <= 0 || millis <= 0) {
      throw new IllegalArgumentException("seed " + stressSeed + ", " + millis + " ms");
    }
  }
}
