// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.List;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/** What a judge says of a test, and what that rests on. Reports and JSON are made of these. */
public sealed interface Finding permits Explored, Interleaved, Mutated, Sampled {
  Question question();

  Verdict verdict();

  /** Why it was not run, was bounded, or is expected to vary; null if there is nothing to say. */
  String reason();

  /** Wall time in milliseconds. */
  long millis();

  Judge judge();

  /** The memory model under which it was judged; null for hardware. */
  MemoryModel model();

  /** The same, said of one of the topics alone. */
  Finding about(Topic topic);

  default List<Topic> topics() {
    return question().topics();
  }

  default TopicKind kind() {
    return question().kind();
  }

  /** Of the protocol under test; null where none is. */
  default Revision revision() {
    return question().revision();
  }

  default String test() {
    return question().test();
  }

  /** Verdicts that are as declared. */
  default List<Verdict> expected() {
    return question().expected();
  }

  /** Whether the verdict is as declared. */
  default boolean asExpected() {
    return expected().contains(verdict());
  }

  /** What the verdict means to whoever declared what was expected. */
  default Standing standing() {
    if (asExpected()) {
      return Standing.AS_DECLARED;
    }
    return switch (verdict()) {
      case PROVED, REFUTED, OBSERVED, NOT_OBSERVED -> Standing.DIFFERS;
      case BOUNDED, INCONCLUSIVE -> Standing.UNDECIDED;
      case LEFT_OUT -> Standing.LEFT_OUT;
      case INTERRUPTED -> Standing.INTERRUPTED;
      case NOT_RUN -> Standing.MISSING;
    };
  }
}
