// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vacate.claim.Claim;
import vacate.explorer.ExitCode;
import vacate.report.ReportFolder;
import vacate.report.SweepHtml;
import vacate.sweep.SweepJson;
import vacate.sweep.Terms;
import vacate.universe.ScenarioQuestion;
import vacate.universe.Shard;
import vacate.universe.SweepSummary;
import vacate.universe.Swept;
import vacate.work.FileTrouble;

/** What a sweep comes to, wherever it was done: the table, the JSON and the exit code. */
final class SweepReport {
  /** From so many CPUs on two of them may change places. */
  private static final int INTERCHANGEABLE = 3;

  private final Terms terms;
  private final Shard shard;
  private final List<Swept> swept;
  private final List<SweepSummary> summaries;
  private final List<Claim> shown;

  SweepReport(Terms terms, Shard shard, List<Swept> swept) {
    this(terms, shard, swept, List.of());
  }

  /**
   * @param shown of these each scenario is listed in which they break
   */
  SweepReport(Terms terms, Shard shard, List<Swept> swept, List<Claim> shown) {
    this.shown = shown;
    this.terms = terms;
    this.shard = shard;
    this.swept = swept;
    summaries = terms.models().stream().map(model -> SweepSummary.of(model, swept)).toList();
  }

  /**
   * Prints the table, and writes the JSON and the page.
   *
   * @param notes how it was come by, a line each
   * @param lacking what those are called of which nothing is known
   * @param json null if it is not wanted
   * @param page where a page to read goes; null if it is not wanted
   * @return the exit code: the worst of all models
   */
  int print(List<String> notes, String lacking, JsonFile json, ReportFolder page)
      throws IOException {
    String scope =
        terms.universe() + (shard.equals(Shard.WHOLE) ? "" : " that are in shard " + shard);
    List<String> below = new ArrayList<>(notes);
    if (terms.universe().cpus() >= INTERCHANGEABLE) {
      below.add(
          "those that differ in the order of CPUs but the first are explored once, unless one calls all");
    }
    int width = Math.min(ExplorerDemonstration.WIDEST, Terminal.width());
    new SweepTable(terms.revision().label, scope, summaries)
        .lines(below, lacking, width)
        .forEach(System.out::println);
    List<String> claims =
        ScenarioQuestion.isWatched(terms.revision())
            ? new ClaimTable(summaries).lines(width)
            : List.of("the patch's claims are not watched in this revision");
    if (!claims.isEmpty()) {
      System.out.println();
      claims.forEach(System.out::println);
    }
    for (Claim claim : shown) {
      System.out.println();
      new ClaimScenarios(claim, summaries).lines(width).forEach(System.out::println);
    }
    if (json != null) {
      json.write(SweepJson.of(terms, shard, summaries, swept));
    }
    if (page != null) {
      write(page, scope);
    }
    return ExitCode.ofVerdicts(summaries.stream().map(SweepSummary::verdict).toList());
  }

  private void write(ReportFolder page, String scope) throws IOException {
    try {
      page.write(
          List.of(
              SweepHtml.of(
                  terms.revision().label,
                  new SweepTable(terms.revision().label, scope, summaries).heads(),
                  swept.stream().map(Swept::scenario).toList(),
                  summaries,
                  ScenarioQuestion.isWatched(terms.revision()))));
    } catch (IOException e) {
      throw new IOException("--report " + page + " cannot be written: " + FileTrouble.reason(e), e);
    }
  }
}
