// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.chronicle.Chronicle;
import vacate.chronicle.ClaimChronicle;
import vacate.chronicle.CureChronicle;
import vacate.chronicle.KeptChronicle;
import vacate.explorer.model.MemoryModel;
import vacate.history.Cure;
import vacate.history.Cures;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.stress.runner.Interruption;

/** {@code vacate history}. */
@Command(
    name = "history",
    sortOptions = false,
    description = {
      "What was wrong with each version that was posted, 2007 to 2019.",
      "And which of the claims of June 2007 each of them keeps. By what was explored once and is kept."
    })
final class HistoryCommand implements Callable<Integer> {
  @Option(
      names = "--version",
      paramLabel = "DATE",
      description = "One version: what it changed, brought and mended, as 2007-05-18.")
  private String version;

  @Option(
      names = "--model",
      paramLabel = Models.ONE,
      description =
          "Under which memory model the claims are told; sc, as the defects, which shows all that are "
              + "shown, if not given.")
  private String model;

  @Option(
      names = "--explore",
      description = "Look for the defects anew, about a minute, and hold it against the table.")
  private boolean explore;

  @Option(
      names = "--explore-claims",
      description = "Put the claims to the versions anew, in a quarter of an hour or so.")
  private boolean exploreClaims;

  @Option(
      names = "--explore-cures",
      description = "Put what mends each version to the test anew, in up to an hour.")
  private boolean exploreCures;

  @Mixin private JsonOption json;

  /** Not with the other standard option: here it asks for a version of vacate. */
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  @Override
  @SuppressWarnings("try")
  public Integer call() throws IOException {
    List<PostedVersion> asked =
        version == null
            ? List.of(PostedVersion.values())
            : TypedNames.parse("--version", List.of(version), PostedVersion.values());
    MemoryModel under = model == null ? MemoryModel.SC : Models.parse(model);
    JsonFile file = json.open();
    Thread own = Thread.currentThread();
    try (Interruption open = Interruption.calls(own::interrupt)) {
      Chronicle chronicle = explore ? explored(asked) : KeptChronicle.read();
      ClaimChronicle claims = exploreClaims ? claimsExplored(asked) : ClaimChronicle.kept();
      CureChronicle cures = exploreCures ? curesExplored(asked) : CureChronicle.kept();
      boolean interrupted = Thread.interrupted();
      print(asked, chronicle, claims, under, cures);
      if (interrupted) {
        System.out.println("\ninterrupted: what was not explored by then is n/a, or open");
      }
      if (file != null) {
        file.write(HistoryJson.of(chronicle, claims, cures, asked));
      }
      return interrupted
              || isAsDeclared(chronicle, asked) && isAsKept(claims, asked) && areAsKept(cures)
          ? ExitStatus.AS_DECLARED
          : ExitStatus.DIFFERS;
    }
  }

  private void print(
      List<PostedVersion> asked,
      Chronicle chronicle,
      ClaimChronicle claims,
      MemoryModel under,
      CureChronicle cures) {
    int width = Math.min(ExplorerDemonstration.WIDEST, Terminal.width());
    HistoryTable table = new HistoryTable(chronicle, width);
    ClaimHistory told = new ClaimHistory(claims, under, width);
    (version == null ? table.matrix() : table.page(asked.get(0))).forEach(System.out::println);
    List<String> lines = version == null ? told.matrix() : told.page(asked.get(0));
    section(lines);
    CureText cured = new CureText(cures, width);
    section(version == null ? cured.table() : cured.page(asked.get(0)));
  }

  private static void section(List<String> lines) {
    if (!lines.isEmpty()) {
      System.out.println();
      lines.forEach(System.out::println);
    }
  }

  private static Chronicle explored(List<PostedVersion> asked) {
    StatusLine status = StatusLine.onStderr();
    Chronicle found = Chronicle.explore(ported(asked), v -> status.show("exploring " + v));
    status.clear();
    return found;
  }

  private ClaimChronicle claimsExplored(List<PostedVersion> asked) {
    StatusLine status = StatusLine.onStderr();
    List<MemoryModel> models =
        model == null ? List.of(MemoryModel.values()) : List.of(Models.parse(model));
    ClaimChronicle found =
        ClaimChronicle.explore(
            ported(asked),
            models,
            (v, scenario) -> status.show("exploring " + v + ", " + scenario));
    status.clear();
    return found;
  }

  private static CureChronicle curesExplored(List<PostedVersion> asked) {
    StatusLine status = StatusLine.onStderr();
    CureChronicle found =
        CureChronicle.explore(
            asked.stream()
                .flatMap(v -> Cures.of(v).stream())
                .map(Cure::revision)
                .distinct()
                .toList(),
            (cure, scenario) -> status.show("exploring " + cure + ", " + scenario));
    status.clear();
    return found;
  }

  private static boolean areAsKept(CureChronicle cures) {
    return new HashSet<>(CureChronicle.kept().found()).containsAll(cures.found());
  }

  private static List<PostedVersion> ported(List<PostedVersion> asked) {
    return asked.stream().filter(v -> v.revision.isPresent()).toList();
  }

  private static boolean isAsKept(ClaimChronicle claims, List<PostedVersion> asked) {
    ClaimChronicle kept = ClaimChronicle.kept();
    return asked.stream()
        .allMatch(
            v -> Arrays.stream(MemoryModel.values()).allMatch(m -> kept.agrees(claims, v, m)));
  }

  private static boolean isAsDeclared(Chronicle chronicle, List<PostedVersion> asked) {
    return Chronicle.defects().stream().allMatch(d -> isAsDeclared(chronicle, d, asked));
  }

  private static boolean isAsDeclared(
      Chronicle chronicle, HistoricDefect defect, List<PostedVersion> asked) {
    return asked.stream()
        .flatMap(v -> v.revision.stream())
        .allMatch(r -> chronicle.seen(defect).contains(r) == defect.shownIn().contains(r));
  }
}
