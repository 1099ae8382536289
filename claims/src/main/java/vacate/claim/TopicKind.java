// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

/** What a test is evidence for. */
public enum TopicKind {
  CLAIM,
  DEFECT,
  CONTROL,
  /** What a barrier, lock or check is for: the test with it left out. */
  BARRIER;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
