// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

/** What an exploration says about a test under one memory model. */
public enum Verdict {
  /** Every execution was explored, and none has an outcome that the test forbids. */
  PROVED,
  /** Some execution has an outcome that the test forbids, deadlocks or throws. */
  REFUTED,
  /** Nothing forbidden was found, and not every execution was explored. */
  BOUNDED,
  /** The test was not judged; the reason says why. */
  NOT_RUN;

  /** As printed: {@code NOT RUN} in two words. */
  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
