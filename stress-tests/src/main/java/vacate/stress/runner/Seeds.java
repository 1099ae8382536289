// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

/** The seeds of the forks, all derived from the one seed of the run. */
final class Seeds {
  private Seeds() {}

  /**
   * The seed of a fork's compiler: a function of its arguments and nothing else.
   *
   * @return positive, since HotSpot takes 0 for none
   */
  static int stressSeed(long run, String test, int fork) {
    long mixed = mix(run ^ mix(test.hashCode() + ((long) fork << 32)));
    return (int) (mixed >>> 33) | 1;
  }

  /** The finalizer of SplitMix64: Steele, Lea and Flood, OOPSLA 2014. */
  private static long mix(long z) {
    z += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
