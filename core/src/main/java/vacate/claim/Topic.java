// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

/**
 * What a test is evidence for.
 *
 * @param id of the claim or defect, or the control's own
 * @param name stable name of the claim or defect, or what the control checks
 * @param kind which of the three
 */
public record Topic(String id, String name, Kind kind) {
  public static Topic of(Claim claim) {
    return new Topic(claim.name(), claim.label, Kind.CLAIM);
  }

  public static Topic of(Defect defect) {
    return new Topic(defect.id, defect.label(), Kind.DEFECT);
  }

  public static Topic control(String id, String what) {
    return new Topic(id, what, Kind.CONTROL);
  }
}
