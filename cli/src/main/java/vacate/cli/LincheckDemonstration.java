// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vacate.claim.Defect;
import vacate.claim.Finding;
import vacate.claim.Interleaved;
import vacate.explorer.Verdict;
import vacate.lincheck.Budget;
import vacate.lincheck.LincheckJudge;
import vacate.lincheck.Trial;

/** A defect as Lincheck shows it: the run that goes wrong, step by step. */
final class LincheckDemonstration {
  private LincheckDemonstration() {}

  /**
   * Hunts it and prints the run.
   *
   * @param json where to write it, or null
   * @return the {@link ExitStatus}
   */
  static int show(Defect defect, JsonFile json) throws IOException {
    Optional<Trial> trial = trial(defect);
    if (trial.isEmpty()) {
      throw new NotRunException(
          "NOT RUN: lincheck cannot show " + defect.label() + ": " + whyNot(defect));
    }
    String name = "^" + Pattern.quote(trial.get().name()) + "$";
    List<Finding> findings = LincheckJob.of(name, Budget.QUICK).run();
    for (Finding finding : findings) {
      if (finding instanceof Interleaved interleaved && interleaved.trace() != null) {
        System.out.println(Files.readString(Path.of(interleaved.trace())).stripTrailing());
        System.out.println();
      }
    }
    return FinalOutput.full(json).of(findings);
  }

  /** That which is looked for under its name, else any that shows it. */
  static Optional<Trial> trial(Defect defect) {
    List<Trial> all =
        LincheckJudge.trials().stream()
            .filter(s -> s.topic().id().equals(defect.id))
            .filter(s -> s.expected().equals(List.of(Verdict.REFUTED)))
            .toList();
    return all.stream()
        .filter(s -> s.label().endsWith(defect.label()))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Of a defect without a scenario. */
  static String whyNot(Defect defect) {
    return switch (defect) {
      case STALE_NULL_CACHE ->
          "the vacate gives up and says 1, which to its specification is abort-reports-success";
      case COMPOUND_PAGE_BUG_ON -> "all its slabs are single pages";
      case UNINITIALISED_OBJECT_KICKED -> "all its caches have a constructor";
      case MISSING_WRITE_BARRIER ->
          "it is sequentially consistent and sees no barrier, nor its lack";
      case REFERENCE_LEAKED_ON_OOM -> "its machines do not run out of memory";
      default -> "there is no scenario";
    };
  }
}
