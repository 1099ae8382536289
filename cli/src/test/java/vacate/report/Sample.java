// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vacate.claim.Defect;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Verdict;
import vacate.explorer.Explorer;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.model.MemoryModel;
import vacate.story.Storyteller;
import vacate.stress.claim.C04_BeingFreed;

/**
 * A small report: rows of every kind and verdict, made up but for one, and executions that are
 * real.
 */
final class Sample {
  /** A text that would be markup, or end a string, if it were not escaped. */
  static final String HOSTILE = "<script>alert('&\"|_]]>\u0000\uffff</script>";

  private static final Row REFUTED_CLAIM = refutedClaim();
  private static final List<Showing> SHOWINGS = showings();

  private Sample() {}

  static Report report() {
    return new Report(
        rows(),
        SHOWINGS,
        List.of(
            new Setting("CPU", "six of one & half a dozen"), new Setting("jcstress seed", "7")));
  }

  static Report withoutMachine(List<Row> rows) {
    return new Report(rows, SHOWINGS, List.of());
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(REFUTED_CLAIM);
    rows.add(
        row(
            "C4",
            "reference-fails-if-being-freed",
            Kind.CLAIM,
            "posted",
            "lincheck",
            "sc",
            Verdict.BOUNDED,
            Verdict.BOUNDED));
    rows.add(
        row(
            "C2",
            "inuse-zero-before-pageslab",
            Kind.CLAIM,
            "corrected",
            "explorer",
            "jmm",
            Verdict.PROVED,
            Verdict.PROVED));
    rows.add(
        row(
            "C2",
            "inuse-zero-before-pageslab",
            Kind.CLAIM,
            "corrected",
            "explorer",
            "sc",
            Verdict.BOUNDED,
            Verdict.PROVED));
    rows.add(
        row(
            "C10+C2",
            "inuse-changes-under-lock-only+inuse-zero-before-pageslab",
            Kind.CLAIM,
            "corrected",
            "jcstress",
            null,
            Verdict.NOT_OBSERVED,
            Verdict.NOT_OBSERVED));
    rows.add(
        row(
            "no-wmb",
            "missing-write-barrier",
            Kind.DEFECT,
            "withoutWriteBarrier",
            "jcstress",
            null,
            Verdict.OBSERVED,
            Verdict.OBSERVED,
            Verdict.NOT_OBSERVED));
    rows.add(
        row(
            "d1",
            "lock-bit-lost",
            Kind.DEFECT,
            "posted",
            "jcstress",
            null,
            Verdict.INCONCLUSIVE,
            Verdict.OBSERVED));
    rows.add(
        row(
            "j",
            "compound-page-bug-on",
            Kind.DEFECT,
            "posted",
            "jcstress",
            null,
            Verdict.NOT_RUN,
            Verdict.OBSERVED));
    rows.add(
        row(
            "control",
            HOSTILE,
            Kind.CONTROL,
            null,
            "jcstress",
            null,
            Verdict.OBSERVED,
            Verdict.OBSERVED));
    rows.add(
        row(
            "new_slab-wmb",
            "new_slab (SlabPages.java:70): smp_wmb -> nothing",
            Kind.BARRIER,
            "corrected",
            "explorer",
            "pso",
            Verdict.REFUTED,
            Verdict.REFUTED,
            Verdict.PROVED));
    rows.add(
        row(
            "add_page-check",
            "add_page (SlabLists.java:31): PageSlab test -> none",
            Kind.BARRIER,
            "corrected",
            "explorer",
            "pso",
            Verdict.BOUNDED,
            Verdict.REFUTED,
            Verdict.PROVED));
    rows.add(
        row(
            "add_page-lock",
            "add_page (SlabLists.java:30): list_lock -> nothing",
            Kind.BARRIER,
            "corrected",
            "explorer",
            "pso",
            Verdict.PROVED,
            Verdict.REFUTED));
    return rows;
  }

  private static Row row(
      String id,
      String name,
      Kind kind,
      String revision,
      String judge,
      String model,
      Verdict verdict,
      Verdict... expected) {
    boolean hardware = judge.equals("jcstress");
    return new Row(
        id,
        name,
        kind,
        revision,
        judge,
        model,
        "vacate.stress.protocol.P01_AllocVacateFresh.Corrected",
        List.of(expected),
        verdict,
        judge.equals("explorer") ? 30L : null,
        judge.equals("explorer") ? 13L : null,
        judge.equals("lincheck") ? 500L : null,
        judge.equals("lincheck") ? 2 : null,
        hardware ? 1_900_000L : null,
        hardware ? 153L : null,
        null,
        verdict == Verdict.NOT_RUN ? HOSTILE : null,
        null,
        1234);
  }

  /** One verdict as declared, and three that there is not. */
  static List<Row> stopped() {
    return Stream.of(Verdict.OBSERVED, Verdict.LEFT_OUT, Verdict.INTERRUPTED, Verdict.INTERRUPTED)
        .map(
            verdict ->
                row(
                    "d1",
                    "lock-bit-lost",
                    Kind.DEFECT,
                    "posted",
                    "jcstress",
                    null,
                    verdict,
                    Verdict.OBSERVED))
        .toList();
  }

  private static Row refutedClaim() {
    Result result = Explorer.explore(C04_BeingFreed.Posted.class, MemoryModel.SC);
    String token =
        result.outcomes().stream()
            .filter(o -> o.id().equals("BROKEN"))
            .map(Outcome::witness)
            .findFirst()
            .orElseThrow()
            .token();
    return new Row(
        "C4",
        "reference-fails-if-being-freed",
        Kind.CLAIM,
        "posted",
        "explorer",
        "sc",
        "vacate.stress.claim.C04_BeingFreed.Posted",
        List.of(Verdict.REFUTED),
        Verdict.REFUTED,
        result.executions(),
        result.blocked(),
        null,
        null,
        null,
        null,
        token,
        null,
        null,
        70);
  }

  private static List<Showing> showings() {
    List<Showing> showings = new ArrayList<>(Showings.of(List.of(REFUTED_CLAIM)));
    showings.add(defect(Defect.COMPOUND_PAGE_BUG_ON, "posted"));
    showings.add(defect(Defect.MISSING_WRITE_BARRIER, "withoutWriteBarrier"));
    return showings;
  }

  private static Showing defect(Defect defect, String revision) {
    return Showing.of(new Storyteller(defect, Progress.NONE).tell(), revision);
  }
}
