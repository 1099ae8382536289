// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.Comparator;
import java.util.List;
import vacate.claim.Evidence;
import vacate.claim.Topic;
import vacate.stress.runner.fork.Catalog;

/** The tests of this build, and what each is evidence for. */
final class Ledger {
  /**
   * One test.
   *
   * @param name as jcstress spells it
   */
  record Entry(String name, Evidence evidence) {
    /** Whether it is evidence for it. */
    boolean isAbout(Topic topic) {
      return evidence.topics().contains(topic);
    }

    /** Whether it asks for one claim and nothing else, so that it is all that a verdict needs. */
    boolean isDedicated() {
      return name.startsWith("vacate.stress.claim.");
    }

    /** The label of the revision under test; null if there is none. */
    String revision() {
      return evidence.revision() == null ? null : evidence.revision().label;
    }
  }

  private Ledger() {}

  /** All of them: by file, then by revision, then by name. */
  static List<Entry> entries() {
    return Catalog.entries().stream()
        .map(entry -> new Entry(entry.name(), Evidence.of(entry.type())))
        .sorted(
            Comparator.comparing((Entry entry) -> file(entry.evidence().type))
                .thenComparing(
                    entry -> entry.evidence().revision(),
                    Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Entry::name))
        .toList();
  }

  private static String file(Class<?> type) {
    return type.getName().replaceFirst("\\$.*", "");
  }
}
