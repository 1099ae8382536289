// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.List;

/** What a test is evidence for. */
public sealed interface Topic {
  /** Of the claim or defect, or the control's own. */
  String id();

  /** Stable name of the claim or defect, or what the control checks. */
  String name();

  TopicKind kind();

  /** What is added to a claim's sentence; null for nothing. */
  default String condition() {
    return null;
  }

  /** A claim in one of its forms. */
  record OfClaim(Claim claim, Form form) implements Topic {
    /**
     * @throws IllegalArgumentException if it has no such form
     */
    public OfClaim {
      claim.condition(form);
    }

    @Override
    public String id() {
      return claim.name();
    }

    @Override
    public String name() {
      return claim.label;
    }

    @Override
    public TopicKind kind() {
      return TopicKind.CLAIM;
    }

    @Override
    public String condition() {
      return claim.condition(form);
    }
  }

  /** A defect, or its cure. */
  record OfDefect(Defect defect) implements Topic {
    @Override
    public String id() {
      return defect.id;
    }

    @Override
    public String name() {
      return defect.label();
    }

    @Override
    public TopicKind kind() {
      return TopicKind.DEFECT;
    }
  }

  /** Whether a judge can see at all. */
  record OfControl(String id, String name) implements Topic {
    @Override
    public TopicKind kind() {
      return TopicKind.CONTROL;
    }
  }

  /** A barrier, lock or check that is weakened or left out; the name tells where, and how. */
  record OfBarrier(String id, String name) implements Topic {
    @Override
    public TopicKind kind() {
      return TopicKind.BARRIER;
    }
  }

  /** The claim as it stands. */
  static Topic of(Claim claim) {
    return of(claim, Form.LITERAL);
  }

  /**
   * The claim in one of its forms.
   *
   * @throws IllegalArgumentException if it has no such form
   */
  static Topic of(Claim claim, Form form) {
    return new OfClaim(claim, form);
  }

  /** The claim in all of its forms, the literal one first. */
  static List<Topic> all(Claim claim) {
    return claim.qualifier.isEmpty()
        ? List.of(of(claim))
        : List.of(of(claim), of(claim, Form.QUALIFIED));
  }

  static Topic of(Defect defect) {
    return new OfDefect(defect);
  }

  static Topic control(String id, String what) {
    return new OfControl(id, what);
  }
}
