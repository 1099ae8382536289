// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.List;
import vacate.claim.Defect;
import vacate.claim.Evidence;
import vacate.claim.Explored;
import vacate.claim.Judge;
import vacate.claim.Question;
import vacate.claim.Topic;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.story.DefectTests;
import vacate.story.Reproducer;
import vacate.story.Reproduction;
import vacate.story.ReproductionText;

/** A defect as the explorer shows it: a witness, and a proof of its cure. */
final class ExplorerDemonstration {
  /** Lines that are longer are hard to read, however wide the terminal is. */
  static final int WIDEST = 100;

  private final Defect defect;
  private final boolean full;
  private final JsonFile json;

  /**
   * @param full whether each event is told
   * @param json where to write it, or null
   */
  ExplorerDemonstration(Defect defect, boolean full, JsonFile json) {
    this.defect = defect;
    this.full = full;
    this.json = json;
  }

  /**
   * Prints the reproduction.
   *
   * @param model null for the strongest that shows the defect
   * @param token of the execution that is to be rebuilt, or null
   * @return the {@link ExitStatus}
   * @throws UsageException if it is no token of that test under that model
   */
  int show(MemoryModel model, String token) throws IOException {
    ExploreProgress progress = new ExploreProgress(StatusLine.onStderr());
    Reproducer reproducer = new Reproducer(defect, progress);
    Reproduction reproduction =
        token != null
            ? replay(reproducer, model, token)
            : model == null ? reproducer.tell() : reproducer.tell(model);
    progress.clear();
    int width = Math.min(WIDEST, Terminal.width());
    ReproductionText.lines(reproduction, width, full).forEach(System.out::println);
    if (token != null) {
      return ExitStatus.AS_DECLARED;
    }
    List<Explored> findings = findings(reproduction);
    if (json != null) {
      json.write(findings);
    }
    return ExitStatus.of(findings);
  }

  private static Reproduction replay(Reproducer reproducer, MemoryModel model, String token) {
    try {
      return reproducer.replay(model, token);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--replay: " + e.getMessage());
    }
  }

  private List<Explored> findings(Reproduction reproduction) {
    DefectTests tests = DefectTests.of(defect);
    Verdict shown =
        reproduction.isShown()
            ? Verdict.REFUTED
            : reproduction.shown().reason() == null ? Verdict.PROVED : Verdict.BOUNDED;
    String token = reproduction.isShown() ? reproduction.token() : null;
    return List.of(
        finding(tests.broken(), reproduction.shown(), shown, token),
        finding(tests.cured(), reproduction.cured(), reproduction.cured().verdict(), null));
  }

  private Explored finding(Class<?> test, Result result, Verdict verdict, String token) {
    Evidence evidence = Evidence.of(test);
    MemoryModel model = result.model();
    return new Explored(
        new Question(
            List.of(Topic.of(defect)),
            evidence.revision(),
            result.test(),
            evidence.expected(Judge.EXPLORER, model)),
        model,
        verdict,
        new Explored.Extent(result.executions(), result.blocked()),
        token,
        result.reason(),
        null,
        Math.round(result.millis()));
  }
}
