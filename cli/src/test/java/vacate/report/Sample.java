// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static vacate.explorer.Verdict.BOUNDED;
import static vacate.explorer.Verdict.INCONCLUSIVE;
import static vacate.explorer.Verdict.INTERRUPTED;
import static vacate.explorer.Verdict.LEFT_OUT;
import static vacate.explorer.Verdict.NOT_OBSERVED;
import static vacate.explorer.Verdict.NOT_RUN;
import static vacate.explorer.Verdict.OBSERVED;
import static vacate.explorer.Verdict.PROVED;
import static vacate.explorer.Verdict.REFUTED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Interleaved;
import vacate.claim.Mutated;
import vacate.claim.Question;
import vacate.claim.Sampled;
import vacate.claim.Topic;
import vacate.explorer.Explorer;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.story.Counterexample;
import vacate.story.Counterexamples;
import vacate.story.Reproducer;
import vacate.stress.claim.C04_BeingFreed;

/**
 * A small report: findings of every kind and verdict, made up but for one, and executions that are
 * real.
 */
final class Sample {
  /** A text that would be markup, or end a string, if it were not escaped. */
  static final String HOSTILE = "<script>alert('&\"|_]]>\u0000\uffff</script>";

  private static final Explored REFUTED_CLAIM = refutedClaim();
  private static final List<Counterexample> COUNTEREXAMPLES = counterexamples();

  private static final String TEST = "vacate.stress.protocol.P01_AllocVacateFresh.Corrected";

  private static final long MILLIS = 1234;

  private Sample() {}

  static Report report() {
    return new Report(
        findings(),
        COUNTEREXAMPLES,
        List.of(
            new Setting("CPU", "six of one & half a dozen"), new Setting("jcstress seed", "7")));
  }

  static Report withoutMachine(List<Finding> findings) {
    return new Report(findings, COUNTEREXAMPLES, List.of());
  }

  static List<Finding> findings() {
    Topic c2 = Topic.of(Claim.C2);
    return new ArrayList<>(
        List.of(
            REFUTED_CLAIM,
            new Interleaved(
                asked(Topic.of(Claim.C4), Revision.POSTED, BOUNDED),
                BOUNDED,
                new Interleaved.Extent(500, 2),
                null,
                null,
                MILLIS),
            explored(asked(c2, Revision.CORRECTED, PROVED), MemoryModel.JMM, PROVED),
            explored(asked(c2, Revision.CORRECTED, PROVED), MemoryModel.SC, BOUNDED),
            sampled(
                new Question(
                    List.of(Topic.of(Claim.C10), c2),
                    Revision.CORRECTED,
                    TEST,
                    List.of(NOT_OBSERVED)),
                NOT_OBSERVED),
            sampled(
                asked(
                    Topic.of(Defect.MISSING_WRITE_BARRIER),
                    Revision.WITHOUT_WRITE_BARRIER,
                    OBSERVED,
                    NOT_OBSERVED),
                OBSERVED),
            lockBitLost(INCONCLUSIVE),
            sampled(
                asked(Topic.of(Defect.COMPOUND_PAGE_BUG_ON), Revision.POSTED, OBSERVED), NOT_RUN),
            sampled(asked(Topic.control("control", HOSTILE), null, OBSERVED), OBSERVED),
            mutated(
                "new_slab-wmb",
                "new_slab (SlabPages.java:70): smp_wmb -> nothing",
                REFUTED,
                REFUTED,
                PROVED),
            mutated(
                "add_page-check",
                "add_page (SlabLists.java:31): PageSlab test -> none",
                BOUNDED,
                REFUTED,
                PROVED),
            mutated(
                "add_page-lock",
                "add_page (SlabLists.java:30): list_lock -> nothing",
                PROVED,
                REFUTED)));
  }

  private static Question asked(Topic topic, Revision revision, Verdict... expected) {
    return new Question(List.of(topic), revision, TEST, List.of(expected));
  }

  private static Explored explored(Question asked, MemoryModel model, Verdict verdict) {
    return new Explored(
        asked, model, verdict, new Explored.Extent(30, 13), null, null, null, MILLIS);
  }

  private static Sampled sampled(Question asked, Verdict verdict) {
    return new Sampled(
        asked,
        verdict,
        null,
        new Sampled.Samples(1_900_000, 153),
        null,
        verdict == NOT_RUN ? HOSTILE : null,
        List.of(),
        MILLIS);
  }

  private static Mutated mutated(String id, String name, Verdict verdict, Verdict... expected) {
    Topic topic = new Topic.OfBarrier(id, name);
    return new Mutated(
        asked(topic, Revision.CORRECTED, expected), MemoryModel.PSO, verdict, 30, null, null);
  }

  private static Sampled lockBitLost(Verdict verdict) {
    return sampled(asked(Topic.of(Defect.LOCK_BIT_LOST), Revision.POSTED, OBSERVED), verdict);
  }

  /** One verdict as declared, and three that there is not. */
  static List<Finding> stopped() {
    return Stream.of(OBSERVED, LEFT_OUT, INTERRUPTED, INTERRUPTED)
        .map(verdict -> (Finding) lockBitLost(verdict))
        .toList();
  }

  private static Explored refutedClaim() {
    Result result = Explorer.explore(C04_BeingFreed.Posted.class, MemoryModel.SC);
    String token =
        result.outcomes().stream()
            .filter(o -> o.id().equals("BROKEN"))
            .map(Outcome::witness)
            .findFirst()
            .orElseThrow()
            .token();
    return new Explored(
        new Question(
            List.of(Topic.of(Claim.C4)),
            Revision.POSTED,
            "vacate.stress.claim.C04_BeingFreed.Posted",
            List.of(REFUTED)),
        MemoryModel.SC,
        REFUTED,
        new Explored.Extent(result.executions(), result.blocked()),
        token,
        null,
        null,
        70);
  }

  private static List<Counterexample> counterexamples() {
    List<Counterexample> counterexamples =
        new ArrayList<>(Counterexamples.of(List.of(REFUTED_CLAIM)));
    counterexamples.add(defect(Defect.COMPOUND_PAGE_BUG_ON, Revision.POSTED));
    counterexamples.add(defect(Defect.MISSING_WRITE_BARRIER, Revision.WITHOUT_WRITE_BARRIER));
    return counterexamples;
  }

  private static Counterexample defect(Defect defect, Revision revision) {
    return Counterexample.of(new Reproducer(defect, Progress.NONE).tell(), revision);
  }
}
