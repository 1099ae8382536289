// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Finding;
import vacate.claim.Qualifier;
import vacate.claim.Topic;
import vacate.claim.TopicKind;

/**
 * A claim or a defect, as far as both are told alike.
 *
 * @param id as findings have it
 * @param label its stable name
 * @param statement what is claimed, or what goes wrong
 * @param source message id or file
 * @param place function or text in which it is
 * @param note why a claim holds or does not, or where a defect is cured
 * @param wouldHoldIf the condition that a claim's sentence lacks; null for none
 */
record Subject(
    String id,
    String label,
    TopicKind kind,
    String statement,
    String source,
    String place,
    String note,
    String wouldHoldIf) {
  private static final List<Subject> ALL =
      Stream.concat(
              Arrays.stream(Claim.values()).map(Subject::of),
              Arrays.stream(Defect.values()).map(Subject::of))
          .toList();

  /** All claims, then all defects, in their order. */
  static List<Subject> all() {
    return ALL;
  }

  /** Those of a kind. */
  static List<Subject> all(TopicKind kind) {
    return ALL.stream().filter(subject -> subject.kind == kind).toList();
  }

  private static Subject of(Claim c) {
    return new Subject(
        c.name(),
        c.label,
        TopicKind.CLAIM,
        c.statement,
        c.source.reference,
        c.place,
        capital(c.because) + ".",
        c.qualifier.map(Qualifier::condition).orElse(null));
  }

  private static Subject of(Defect d) {
    return new Subject(
        d.id,
        d.label(),
        TopicKind.DEFECT,
        capital(d.sentence) + ".",
        d.source.reference,
        d.place,
        d.cure,
        null);
  }

  /** As a sentence begins, unless it begins with a name of the kernel. */
  private static String capital(String sentence) {
    if (sentence.matches("\\w*(_|->).*")) {
      return sentence;
    }
    return sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
  }

  /** Where its section is in the page. */
  String anchor() {
    return kind + "-" + label;
  }

  /** What of the finding is evidence for it, each form of a claim alone. */
  Stream<Finding> of(Finding finding) {
    return isShownBy(finding)
        ? finding.topics().stream().filter(this::is).map(finding::about)
        : Stream.empty();
  }

  /** Whether the finding is evidence for it. */
  boolean isShownBy(Finding finding) {
    return finding.kind() == kind && finding.topics().stream().anyMatch(this::is);
  }

  /** Whether the topic is it, in any form. */
  boolean is(Topic topic) {
    return topic.kind() == kind && topic.id().equals(id);
  }
}
