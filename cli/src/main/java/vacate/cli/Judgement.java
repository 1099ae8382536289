// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.explorer.ExitCode;
import vacate.explorer.Inspection;
import vacate.explorer.LoadBuffering;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.Witness;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Aftermath;
import vacate.story.Diagnosis;
import vacate.story.DiagnosisText;
import vacate.story.Story;
import vacate.story.Wrap;
import vacate.universe.Noted;
import vacate.universe.Play;
import vacate.universe.ScenarioQuestion;
import vacate.watch.BrokenClaim;
import vacate.watch.Linearizable;

/**
 * What was found out of a scenario, as lines of text: for each model the verdict and the outcomes,
 * and one execution that is broken, under the strongest model that has one.
 */
final class Judgement {
  private static final String GAP = "  ";

  /** As wide as {@code C18 +} and a space. */
  private static final int ID = 6;

  private final ScenarioQuestion question;
  private final List<Result> results;
  private final Claim claim;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param claim of which an execution that breaks it is told; null for one that is broken
   *     otherwise
   */
  Judgement(ScenarioQuestion question, List<Result> results, Claim claim) {
    this.question = question;
    this.results = results.stream().map(Noted::judged).toList();
    this.claim = claim;
  }

  /**
   * In lines of no more than {@code width} columns, where words allow it.
   *
   * @param full whether every event of the execution is told
   * @param progress hears of what is explored for advice
   */
  List<String> lines(int width, boolean full, Progress progress) {
    lines.add(question.revision() + ", " + question.scenario());
    for (Result result : results) {
      lines.add("");
      lines.add(head(result));
      note(result.reason(), width);
      note(result.assumes() == null ? null : "assumes " + result.assumes(), width);
      LoadBuffering buffering = result.loadBuffering();
      note(buffering == null ? null : "load buffering: " + buffering, width);
      outcomes(result, width);
      if (Noted.notLinearizable(result).isPresent()) {
        note(Linearizable.BROKEN, width);
      }
      claims(result, width);
    }
    Stream.of(MemoryModel.values())
        .flatMap(model -> results.stream().filter(r -> r.model() == model))
        .flatMap(result -> shown(result).map(witness -> new Shown(result, witness)).stream())
        .findFirst()
        .ifPresent(shown -> lines.addAll(told(shown, width, full, progress)));
    return lines;
  }

  /**
   * The worst verdict; but if it is asked of a claim, whether that breaks. That another one does is
   * nothing: the corrected protocol breaks some, as the patch words them.
   */
  int exit() {
    boolean breaks = claim != null && results.stream().anyMatch(r -> breaking(r).isPresent());
    List<Verdict> verdicts =
        results.stream()
            .map(Result::verdict)
            .map(v -> claim != null && v == Verdict.REFUTED ? Verdict.PROVED : v)
            .toList();
    return breaks ? ExitCode.REFUTED : ExitCode.ofVerdicts(verdicts);
  }

  /** What limits a verdict; null if nothing does. */
  private void note(String text, int width) {
    if (text != null) {
      Wrap.at(width - GAP.length(), text).forEach(line -> lines.add(GAP + line));
    }
  }

  private record Shown(Result result, Witness witness) {}

  private Optional<Witness> shown(Result result) {
    return claim == null
        ? broken(result).map(Outcome::witness).or(() -> Noted.notLinearizable(result))
        : breaking(result);
  }

  /** The easiest to read of those that break the claim, with its condition if there is one. */
  private Optional<Witness> breaking(Result result) {
    return Noted.claims(result)
        .filter(noted -> noted.claim().claim() == claim)
        .min(
            Comparator.comparing((Noted noted) -> noted.claim().form() == Form.LITERAL)
                .thenComparing(Noted::witness, Story.SHORTEST))
        .map(Noted::witness);
  }

  /** Which claims do not hold, each way in a line. */
  private void claims(Result result, int width) {
    List<BrokenClaim> broken =
        Noted.claims(result).map(Noted::claim).distinct().sorted(BrokenClaim.ORDER).toList();
    if (broken.isEmpty()) {
      lines.add(
          GAP
              + (result.verdict() == Verdict.NOT_RUN
                  ? "no claim was watched"
                  : "no claim was seen to break"));
      return;
    }
    lines.add(GAP + "claims that break (+ also with the condition that was to save them):");
    for (BrokenClaim breach : broken) {
      String id = breach.claim().name() + (breach.form() == Form.QUALIFIED ? " +" : "");
      String head = GAP + GAP + id + " ".repeat(ID - id.length());
      for (String part : Wrap.at(width - head.length(), breach.how())) {
        lines.add(head + part);
        head = " ".repeat(head.length());
      }
    }
  }

  private static String head(Result result) {
    return result.verdict()
        + " under "
        + result.model().id()
        + ": "
        + DiagnosisText.count(result)
        + ", "
        + Elapsed.text(Duration.ofMillis(Math.round(result.millis())));
  }

  /** The broken ones first, each in a line if it is no longer than that. */
  private void outcomes(Result result, int width) {
    List<Outcome> seen = result.outcomes().stream().filter(o -> !o.isImpossible()).toList();
    int numbers =
        seen.stream().mapToInt(o -> String.valueOf(o.executions()).length()).max().orElse(0);
    int ids = seen.stream().mapToInt(o -> o.id().length()).max().orElse(0);
    seen.stream()
        .sorted(Comparator.comparing(o -> !o.expect().fails()))
        .forEach(
            o -> {
              String count = " ".repeat(numbers - String.valueOf(o.executions()).length());
              String line = GAP + count + o.executions() + GAP + o.id();
              if (o.description().isEmpty()) {
                lines.add(line);
                return;
              }
              String beside = line + " ".repeat(ids - o.id().length()) + GAP + o.description();
              if (beside.length() <= width) {
                lines.add(beside);
              } else {
                lines.add(line);
                lines.add(" ".repeat(2 * GAP.length() + numbers + 2) + o.description());
              }
            });
  }

  private static Optional<Outcome> broken(Result result) {
    return result.outcomes().stream()
        .filter(o -> !o.isImpossible() && o.expect().fails())
        .min(
            Comparator.comparing((Outcome o) -> !Aftermath.isBroken(o.id()))
                .thenComparing(Outcome::witness, Story.SHORTEST)
                .thenComparing(Outcome::id));
  }

  private List<String> told(Shown shown, int width, boolean full, Progress progress) {
    StressTest test = question.test();
    ClassLoader loader = Play.class.getClassLoader();
    String token = shown.witness.token();
    Diagnosis diagnosis =
        Diagnosis.of(
            Inspection.toReplay(test, loader, token), test, shown.result.model(), token, progress);
    List<String> told = new ArrayList<>();
    told.add("");
    told.addAll(DiagnosisText.lines(diagnosis, ", the easiest to read", width, full));
    return told;
  }
}
