// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.claim.Mutated;
import vacate.explorer.Deadline;
import vacate.explorer.model.MemoryModel;
import vacate.mutants.FateFile;
import vacate.mutants.MutantAnalysis;
import vacate.stress.runner.Interruption;
import vacate.sweep.Fingerprint;
import vacate.work.FileTrouble;

/** {@code vacate mutants}. */
@Command(
    name = "mutants",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Do the scenarios of `sweep` see what is wrong? Puts mutants of the corrected protocol before "
            + "them: one step weaker, left out, or in the other order than its neighbour. Each is killed by "
            + "the first scenario in which something is broken, or survives them all.")
final class MutantsCommand implements Callable<Integer> {
  private static final int DEFAULT_SIZE = 2;

  @Option(
      names = "--only",
      paramLabel = "REGEX",
      description = "Those in whose id, function, place or change it is found.")
  private String only;

  @Option(
      names = "--quick",
      description = "Only before the few scenarios that kill most: minutes, not hours.")
  private boolean quick;

  @Option(
      names = "--size",
      paramLabel = "N",
      description =
          "How many operations and interrupts a scenario has at most, of all CPUs together; 2 if not "
              + "given.")
  private Integer size;

  @Option(
      names = "--max-executions",
      paramLabel = "N",
      defaultValue = "1500",
      description = {
        "Leave out scenarios that have more executions in the protocol as it is; 1500 if not given."
      })
  private long maxExecutions;

  @Option(
      names = "--model",
      paramLabel = Models.ONE,
      defaultValue = "jmm",
      description = "Under which memory model; jmm, which has the executions of all, if not given.")
  private String model;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      description = "Give up after so long, as " + GivenTime.EXAMPLES + "; no limit if not given.")
  private String maxTime;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description =
          "Keep what is found in FILE, a line for each mutant as soon as it is known. What is there "
              + "already, of the same program and the same question, is not tried again.")
  private Path path;

  @Option(names = "--fresh", description = "Begin anew, whatever is in the FILE of --results.")
  private boolean fresh;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "How many mutants at once; as many as processors if not given.")
  private Integer jobs;

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    Pattern pattern = pattern();
    int most = size();
    if (maxExecutions < 1) {
      throw new UsageException("--max-executions " + maxExecutions + ": at least 1");
    }
    if (jobs != null && jobs < 1) {
      throw new UsageException("--jobs " + jobs + ": at least 1");
    }
    if (fresh && path == null) {
      throw new UsageException("--fresh is of no use without --results");
    }
    MemoryModel under = Models.parse(model);
    Deadline deadline = deadline();
    JsonFile file = json.open();
    MutantAnalysis analysis = new MutantAnalysis(under, most, maxExecutions, pattern, deadline);
    if (analysis.mutants() == 0) {
      throw new UsageException("--only " + only + ": there is no such mutant");
    }
    try (FateFile kept = kept(under, most)) {
      return run(analysis, kept, file);
    }
  }

  @SuppressWarnings("try")
  private int run(MutantAnalysis analysis, FateFile kept, JsonFile file) throws IOException {
    StatusLine status = StatusLine.onStderr();
    int workers = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    Failures failures = new Failures();
    try (Interruption open = Interruption.calls(analysis::stop)) {
      failures.of(() -> analysis.run(workers, kept, status::show));
      status.clear();
      analysis.table().forEach(System.out::println);
      System.out.println(summary(analysis));
      analysis.faults().forEach(fault -> InternalFault.tell("a mutant", fault));
      List<Mutated> findings = analysis.findings();
      if (file != null) {
        failures.of(() -> file.write(findings));
      }
      failures.rethrow();
      return analysis.faults().isEmpty() ? ExitStatus.of(findings) : ExitStatus.INTERNAL;
    }
  }

  private static String summary(MutantAnalysis analysis) {
    return Count.of(analysis.mutants(), "mutant")
        + " before up to "
        + Count.of(analysis.scenarios(), "scenario")
        + ": "
        + analysis.killed()
        + " killed, "
        + analysis.equivalent()
        + " equivalent"
        + (analysis.unseen() == 0 ? "" : ", " + analysis.unseen() + " not seen")
        + (analysis.unexplained() == 0
            ? ""
            : ", " + analysis.unexplained() + " survive and nobody has said why")
        + (analysis.untried() == 0
            ? ""
            : ", "
                + analysis.untried()
                + " not tried"
                + (analysis.isStopped() ? ": interrupted" : ""));
  }

  /** 0 for the few of --quick. */
  private int size() {
    if (quick && size != null) {
      throw new UsageException("--quick and --size do not go together");
    }
    if (size != null && (size < 1 || size > MutantAnalysis.MOST)) {
      throw new UsageException("--size " + size + ": 1 to " + MutantAnalysis.MOST);
    }
    return quick ? 0 : size == null ? DEFAULT_SIZE : size;
  }

  private FateFile kept(MemoryModel under, int most) {
    if (path == null) {
      return null;
    }
    try {
      return FateFile.open(path, Fingerprint.own(), under, most, maxExecutions, fresh);
    } catch (IOException e) {
      throw new UsageException("--results " + path + " is of no use: " + FileTrouble.reason(e));
    }
  }

  private Pattern pattern() {
    try {
      return only == null ? null : Pattern.compile(only);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--only " + only + " is no regular expression: " + e.getDescription());
    }
  }

  private Deadline deadline() {
    if (maxTime == null) {
      return Deadline.NONE;
    }
    Duration given = GivenTime.parse("--max-time", maxTime);
    return Deadline.in(given, System::nanoTime, Elapsed.text(given) + " for the run");
  }
}
