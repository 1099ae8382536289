// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

/** How a verdict stands to what was declared. Only one of these contradicts it. */
public enum Standing {
  /** It is what was declared. */
  AS_DECLARED,
  /** It was decided, and otherwise. */
  DIFFERS,
  /** It was tried and could not be decided. */
  UNDECIDED,
  /** It was not tried, since it could not have been decided. */
  LEFT_OUT,
  /** It was stopped by whoever started it. */
  INTERRUPTED,
  /** It could not be run. */
  MISSING;

  /** Whether a verdict was asked for and is not the one that was declared. */
  public boolean isAmiss() {
    return this == DIFFERS || this == UNDECIDED || this == MISSING;
  }
}
