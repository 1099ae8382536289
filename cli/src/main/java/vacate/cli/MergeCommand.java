// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vacate.report.ReportFolder;
import vacate.sweep.MergedSweep;
import vacate.sweep.ResultRefusal;
import vacate.universe.Shard;
import vacate.work.FileTrouble;

/** {@code vacate merge}. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "What do the shards of a sweep come to? Adds up what `sweep --shard --results` has kept.",
      "PROVED only if all shards of the same program and question are there, and whole."
    })
final class MergeCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What a shard has kept.")
  private List<Path> files;

  @Mixin private JsonOption json;

  @Mixin private SweepPageOption report;

  @Override
  public Integer call() throws IOException {
    JsonFile file = json.open();
    ReportFolder page = report.open();
    MergedSweep merged = merged();
    List<String> notes = new ArrayList<>();
    notes.add("from " + Count.of(files.size(), "file"));
    List<String> lacking = merged.lacking();
    lacking.stream().limit(SHOWN).forEach(notes::add);
    if (lacking.size() > SHOWN) {
      notes.add("and so on, " + lacking.size() + " shards in all");
    }
    return new SweepReport(merged.terms(), Shard.WHOLE, merged.swept())
        .print(notes, "not there", file, page);
  }

  private MergedSweep merged() {
    try {
      return MergedSweep.of(files);
    } catch (IOException e) {
      throw new UsageException(FileTrouble.text(e));
    } catch (ResultRefusal e) {
      throw new UsageException(e.getMessage());
    }
  }
}
