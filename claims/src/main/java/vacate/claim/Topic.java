// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.List;

/**
 * What a test is evidence for.
 *
 * @param id of the claim or defect, or the control's own
 * @param name stable name of the claim or defect, or what the control checks
 * @param kind which of the three
 * @param form which sentence of a claim; null for what is none
 * @param condition what the form adds to the claim's sentence; null for nothing
 */
public record Topic(String id, String name, Kind kind, Form form, String condition) {
  /** The claim as it stands. */
  public static Topic of(Claim claim) {
    return of(claim, Form.LITERAL);
  }

  /**
   * The claim in one of its forms.
   *
   * @throws IllegalArgumentException if it has no such form
   */
  public static Topic of(Claim claim, Form form) {
    return new Topic(claim.name(), claim.label, Kind.CLAIM, form, claim.condition(form));
  }

  /** The claim in all of its forms, the literal one first. */
  public static List<Topic> all(Claim claim) {
    return claim.qualifier.isEmpty()
        ? List.of(of(claim))
        : List.of(of(claim), of(claim, Form.QUALIFIED));
  }

  public static Topic of(Defect defect) {
    return new Topic(defect.id, defect.label(), Kind.DEFECT, null, null);
  }

  public static Topic control(String id, String what) {
    return new Topic(id, what, Kind.CONTROL, null, null);
  }
}
