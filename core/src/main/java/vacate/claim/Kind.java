// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

/** What a test is evidence for. */
public enum Kind {
  CLAIM,
  DEFECT,
  CONTROL;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
