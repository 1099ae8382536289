// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.chronicle.Chronicle;
import vacate.chronicle.KeptChronicle;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.stress.runner.Interruption;

/** {@code vacate history}. */
@Command(
    name = "history",
    sortOptions = false,
    description = {
      "What was wrong with each version that was posted, 2007 to 2019.",
      "By what the build has explored, and is held against; --explore does it again."
    })
final class HistoryCommand implements Callable<Integer> {
  @Option(
      names = "--version",
      paramLabel = "DATE",
      description = "One version: what it changed, brought and mended, as 2007-05-18.")
  private String version;

  @Option(
      names = "--explore",
      description = "Explore it anew, which takes a minute or two, and hold it against the table.")
  private boolean explore;

  @Mixin private JsonOption json;

  /** Not with the other standard option: here it asks for a version of vacate. */
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<PostedVersion> asked =
        version == null
            ? List.of(PostedVersion.values())
            : TypedNames.parse("--version", List.of(version), PostedVersion.values());
    JsonFile file = json.open();
    Chronicle chronicle = explore ? explored(asked) : KeptChronicle.read();
    int width = Math.min(ExplorerDemonstration.WIDEST, Terminal.width());
    HistoryTable table = new HistoryTable(chronicle, width);
    (version == null ? table.matrix() : table.page(asked.get(0))).forEach(System.out::println);
    if (file != null) {
      file.write(HistoryJson.of(chronicle, asked));
    }
    return explore && !isAsDeclared(chronicle, asked) ? ExitStatus.DIFFERS : ExitStatus.AS_DECLARED;
  }

  @SuppressWarnings("try")
  private static Chronicle explored(List<PostedVersion> asked) throws InterruptedException {
    StatusLine status = StatusLine.onStderr();
    Thread own = Thread.currentThread();
    try (Interruption open = Interruption.calls(own::interrupt)) {
      return Chronicle.explore(
          asked.stream().filter(v -> v.revision.isPresent()).toList(),
          v -> status.show("exploring " + v));
    } catch (InterruptedException e) {
      throw new NotRunException("interrupted; nothing was kept");
    } finally {
      status.clear();
    }
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
