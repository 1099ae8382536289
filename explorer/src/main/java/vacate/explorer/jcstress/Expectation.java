// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

/** What a test says about an outcome; jcstress' {@code Expect}. */
public enum Expectation {
  ACCEPTABLE,
  ACCEPTABLE_INTERESTING,
  FORBIDDEN,
  /** Not graded: fails as if it were forbidden. */
  UNKNOWN;

  /** Whether a test fails that has such an outcome. */
  public boolean fails() {
    return this == FORBIDDEN || this == UNKNOWN;
  }
}
