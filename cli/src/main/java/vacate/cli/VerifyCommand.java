// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.claim.Claim;
import vacate.claim.Judge;
import vacate.claim.Topic;
import vacate.explorer.model.MemoryModel;
import vacate.lincheck.CacheFlavour;
import vacate.lincheck.Grain;
import vacate.lincheck.LincheckJudge;
import vacate.lincheck.Trial;
import vacate.revision.Revision;
import vacate.stress.runner.HardwareTest;
import vacate.stress.runner.StressSuite;

/** {@code vacate verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Is what the patch claims true? Puts its claims before the judges, in every revision.",
      "0 if each judge says what the claim's tests declare, not if all claims are true."
    })
final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--claim",
      paramLabel = "ID|NAME",
      split = ",",
      description = "Only this claim, as C2 or inuse-zero-before-pageslab; may be repeated.")
  private List<String> claims = List.of();

  @Option(
      names = "--model",
      paramLabel = Models.ALL,
      split = ",",
      defaultValue = Models.ALL,
      description = "Under which memory models the explorer judges; all if not given.")
  private List<String> models;

  @Option(
      names = "--revision",
      paramLabel = "NAME",
      split = ",",
      description = "Only this revision of the protocol; all if not given.")
  private List<String> revisions = List.of();

  @Option(
      names = "--judge",
      paramLabel = "explorer,lincheck,jcstress",
      split = ",",
      defaultValue = "explorer,lincheck",
      description = "Who judges; explorer and lincheck if not given.")
  private List<String> judges;

  @Mixin private JsonOption json;

  @Mixin private ReportOption folder;

  @Override
  public Integer call() throws IOException {
    List<Topic> topics = claims().stream().map(Topic::all).flatMap(List::stream).toList();
    Set<Revision> in =
        revisions.isEmpty()
            ? EnumSet.allOf(Revision.class)
            : EnumSet.copyOf(TypedNames.parse("--revision", revisions, Revision.values()));
    List<MemoryModel> under = TypedNames.parse("--model", models, MemoryModel.values());
    List<Ledger.Entry> tests =
        Ledger.entries().stream()
            .filter(Ledger.Entry::isDedicated)
            .filter(test -> in.contains(test.evidence().revision()))
            .filter(test -> topics.stream().anyMatch(test::isAbout))
            .toList();
    List<Job> jobs = new ArrayList<>();
    for (Judge judge : TypedNames.parse("--judge", judges, Judge.values())) {
      switch (judge) {
        case EXPLORER -> explorer(jobs, tests, topics, under);
        case LINCHECK -> lincheck(jobs, topics, in);
        case JCSTRESS -> jcstress(jobs, tests, topics);
      }
    }
    if (jobs.isEmpty()) {
      throw new UsageException("these judges have no test of these claims in these revisions");
    }
    return Job.runAll(jobs, FinalOutput.matrix(json.open()).alsoIn(folder.open()));
  }

  /** Those that are asked for, in the order of their numbers. */
  private Set<Claim> claims() {
    Set<Claim> asked = EnumSet.noneOf(Claim.class);
    for (String name : claims) {
      asked.add(claim(name));
    }
    return asked.isEmpty() ? EnumSet.allOf(Claim.class) : asked;
  }

  private static Claim claim(String name) {
    return Arrays.stream(Claim.values())
        .filter(claim -> claim.name().equalsIgnoreCase(name) || claim.label.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static UsageException unknown(String name) {
    List<String> names =
        Arrays.stream(Claim.values())
            .flatMap(claim -> Stream.of(claim.name(), claim.label))
            .toList();
    return new UsageException(
        "--claim "
            + name
            + " is no claim; near: "
            + String.join(", ", TypedNames.near(name, names)));
  }

  private static void explorer(
      List<Job> jobs, List<Ledger.Entry> tests, List<Topic> topics, List<MemoryModel> under) {
    if (!tests.isEmpty()) {
      jobs.add(new ExplorerJob(tests, topics, under));
    }
  }

  /** One scenario is enough for a look at a claim; {@code vacate lincheck} has all. */
  private static void lincheck(List<Job> jobs, List<Topic> topics, Set<Revision> in) {
    Map<Object, Trial> trials = new LinkedHashMap<>();
    LincheckJudge.trials().stream()
        .filter(trial -> topics.contains(trial.topic()))
        .filter(trial -> in.contains(trial.revision()))
        .filter(trial -> trial.cache() == CacheFlavour.PLAIN)
        .filter(trial -> trial.grain() == Grain.COARSE)
        .forEach(trial -> trials.putIfAbsent(List.of(trial.topic(), trial.revision()), trial));
    if (!trials.isEmpty()) {
      jobs.add(new LincheckJob(List.copyOf(trials.values()), vacate.lincheck.Budget.QUICK));
    }
  }

  private static void jcstress(List<Job> jobs, List<Ledger.Entry> tests, List<Topic> topics) {
    Set<String> names = tests.stream().map(Ledger.Entry::name).collect(Collectors.toSet());
    List<HardwareTest> stress =
        StressSuite.tests().stream().filter(test -> names.contains(test.name())).toList();
    if (!stress.isEmpty()) {
      jobs.add(new TopicJob(StressJob.quick(stress), topics));
    }
  }
}
