// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Explored;
import vacate.claim.Interleaved;
import vacate.claim.Question;
import vacate.claim.Sampled;
import vacate.claim.Seen;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/** Findings to report, made up. */
final class Findings {
  private Findings() {}

  static Sampled stress(String test, Verdict verdict, Verdict... expected) {
    return new Sampled(
        new Question(
            List.of(Topic.of(Defect.LOCK_BIT_LOST)), Revision.POSTED, test, List.of(expected)),
        verdict,
        null,
        verdict == Verdict.NOT_RUN
            ? null
            : new Sampled.Samples(1_900_000, verdict == Verdict.OBSERVED ? 153 : 0),
        null,
        verdict == Verdict.NOT_RUN ? "the test JVM did not come back" : null,
        List.of(
            new Seen(
                "DISCARDED, bit_spin_unlock",
                Expectation.ACCEPTABLE_INTERESTING,
                "d1: lock lost",
                153)),
        4000);
  }

  static Explored explorer(MemoryModel model, Verdict verdict, Verdict... expected) {
    return explorer(Revision.CORRECTED, model, verdict, expected);
  }

  static Explored explorer(
      Revision revision, MemoryModel model, Verdict verdict, Verdict... expected) {
    return new Explored(
        new Question(
            List.of(Topic.of(Claim.C14)),
            revision,
            "vacate.stress.claim.C14_OneMeansSuccess.Corrected",
            List.of(expected)),
        model,
        verdict,
        new Explored.Extent(274, 128),
        null,
        null,
        null,
        70);
  }

  static Interleaved lincheck(Verdict verdict, Verdict... expected) {
    return scenario("corrected/free-free/coarse", verdict, expected);
  }

  static Interleaved scenario(String name, Verdict verdict, Verdict... expected) {
    return new Interleaved(
        new Question(List.of(Topic.of(Claim.C14)), Revision.CORRECTED, name, List.of(expected)),
        verdict,
        new Interleaved.Extent(170_546, 7),
        null,
        null,
        71_000);
  }

  /** The results of a document, by the names that they have in it. */
  static List<Map<String, Object>> read(String json) throws IOException {
    Object results = JSON.std.mapFrom(json).get("results");
    return ((List<?>) results).stream().map(Findings::map).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object result) {
    return (Map<String, Object>) result;
  }
}
