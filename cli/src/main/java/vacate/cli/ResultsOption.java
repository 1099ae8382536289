// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import vacate.scene.Scenario;
import vacate.sweep.ResultFile;
import vacate.sweep.ResultRefusal;
import vacate.sweep.Terms;
import vacate.universe.Shard;
import vacate.work.FileTrouble;

/** The options that say where a sweep leaves what it finds, and from where it goes on. */
final class ResultsOption {
  @Option(
      names = "--results",
      paramLabel = "FILE",
      description =
          "Keep what is found in FILE, a line for each scenario as soon as it is done. What is there "
              + "already, of the same program and the same question, is not explored again.")
  private Path path;

  @Option(names = "--fresh", description = "Begin anew, whatever is in the FILE of --results.")
  private boolean fresh;

  /**
   * What is known already, and where the rest is kept.
   *
   * @throws UsageException if nothing can be kept there
   */
  KeptSweep open(Terms terms, Shard shard, List<Scenario> scenarios) {
    if (path == null) {
      if (fresh) {
        throw new UsageException("--fresh is of no use without --results");
      }
      return KeptSweep.nowhere(scenarios);
    }
    try {
      return new KeptSweep(path, ResultFile.open(path, terms, shard, scenarios, fresh), scenarios);
    } catch (IOException e) {
      throw new UsageException(
          "--results " + path + " cannot be written: " + FileTrouble.reason(e));
    } catch (ResultRefusal e) {
      throw new UsageException("--results " + path + " " + e.getMessage());
    }
  }
}
