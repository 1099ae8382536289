// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import vacate.explorer.Bounds;
import vacate.explorer.TestSuite;
import vacate.explorer.checkpoint.CheckpointFile;
import vacate.explorer.checkpoint.Refusal;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.work.FileTrouble;

/** The options that say where a run leaves how far it is, and from where it goes on. */
final class CheckpointOptions {
  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "Keep in a new FILE how far the run is, for --resume: each ten seconds, and when it is "
              + "stopped or gives up. FILE is removed once there is nothing left to go on with.")
  private Path checkpoint;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Go on with what --checkpoint FILE has kept of a run of the same tests under the same "
              + "models; the results are those of one run. FILE is kept on, or that of --checkpoint.")
  private Path resume;

  /**
   * Nothing is kept with some options, and to say nothing of it would be to lose it.
   *
   * @throws UsageException if something is to be kept
   */
  void refuseWith(String option) {
    if (checkpoint != null || resume != null) {
      String given = resume != null ? "--resume" : "--checkpoint";
      throw new UsageException(given + " and " + option + " do not go together");
    }
  }

  /**
   * Begins to keep how far the run is; null if nobody wants that.
   *
   * @param tell is told, in a line, what goes wrong later
   * @throws UsageException if the run cannot go on from there, or nothing can be kept
   */
  KeptRun open(
      TestSuite suite,
      List<StressTest> tests,
      List<MemoryModel> models,
      Bounds bounds,
      Consumer<String> tell) {
    if (checkpoint == null && resume == null) {
      return null;
    }
    if (checkpoint != null && Files.exists(checkpoint) && !isSame(checkpoint, resume)) {
      throw new UsageException(
          "--checkpoint "
              + checkpoint
              + " is there already; go on with it by --resume, or remove it");
    }
    CheckpointFile file =
        new CheckpointFile(
            checkpoint != null ? checkpoint : resume,
            what(tests, models, bounds),
            suite.loader(),
            name -> tell.accept(name + " does not find its place again, and begins anew"));
    if (resume != null) {
      read(file);
    }
    try {
      file.write();
    } catch (IOException e) {
      throw new UsageException(
          (checkpoint != null ? "--checkpoint " + checkpoint : "--resume " + resume)
              + " cannot be written: "
              + FileTrouble.reason(e));
    }
    return new KeptRun(file, tell);
  }

  private void read(CheckpointFile file) {
    try {
      file.read(resume);
    } catch (IOException e) {
      throw new UsageException("--resume " + resume + " cannot be read: " + FileTrouble.reason(e));
    } catch (Refusal e) {
      throw new UsageException("--resume " + resume + " " + e.getMessage());
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return other != null && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false; // the other is not there
    }
  }

  /** What another run must have in common to go on. */
  private static List<String> what(
      List<StressTest> tests, List<MemoryModel> models, Bounds bounds) {
    List<String> what = new ArrayList<>();
    what.add(
        "models "
            + EnumSet.copyOf(models).stream()
                .map(MemoryModel::id)
                .collect(Collectors.joining(",")));
    what.add("loop-bound " + bounds.loop());
    tests.forEach(
        test ->
            what.add(
                "test " + test.name() + (test.keepsDependencies() ? " keeping dependencies" : "")));
    return what;
  }
}
