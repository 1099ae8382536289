// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

/** Whether a claim held in one run. */
enum Held {
  /** It spoke of what happened, and held. */
  HOLDS,
  /** It spoke of what happened, and did not hold. */
  BROKEN,
  /** It did not speak of what happened: the page was gone, or not there yet. */
  UNTESTED;

  /** {@link #HOLDS} or {@link #BROKEN}. */
  static Held when(boolean held) {
    return held ? HOLDS : BROKEN;
  }
}
