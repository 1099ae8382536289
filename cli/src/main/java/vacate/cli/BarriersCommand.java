// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.barriers.BlindSpot;
import vacate.barriers.Kill;
import vacate.barriers.MutantFindings;
import vacate.barriers.MutantResult;
import vacate.barriers.MutantTable;
import vacate.barriers.MutationAnalysis;
import vacate.barriers.Protocol;
import vacate.claim.Finding;
import vacate.claim.Topic;
import vacate.claim.TopicKind;
import vacate.explorer.Result;
import vacate.explorer.TestSuite;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.story.DiagnosisText;
import vacate.stress.runner.Interruption;
import vacate.stress.runner.StressSuite;

/** {@code vacate barriers}. */
@Command(
    name = "barriers",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "For each ordered access, fence, lock and check, one at a time: what if it were weaker, or gone?",
      "Without options: all of the corrected protocol. Each mutant is needed, or redundant and why."
    })
final class BarriersCommand implements Callable<Integer> {
  @Mixin private TestsOption tests;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "Jar or folder of other tests and what they need; may be repeated.")
  private List<Path> paths = List.of();

  @Option(
      names = "--model",
      paramLabel = Models.ALL,
      split = ",",
      defaultValue = Models.ALL,
      description = "Under which memory models; all if not given.")
  private List<String> models;

  @Option(
      names = "--primitives",
      paramLabel = "REGEX",
      description =
          "Methods, as package.Class.method, that are locks and the like: each call of one is a "
              + "barrier of its own, not each line in it.")
  private String primitives;

  @Option(
      names = "--mutant",
      paramLabel = "ID",
      description = "Only this one, and how it goes wrong.")
  private String mutant;

  @Option(
      names = "--replay",
      paramLabel = "TOKEN",
      description = "Rebuild this execution of the mutant instead; wants --mutant.")
  private String token;

  @Option(
      names = "--full",
      description = "Tell every event of the witness, not every step; wants --mutant.")
  private boolean full;

  @Mixin private JsonOption json;

  @Mixin private ReportOption report;

  private final StatusLine status = StatusLine.onStderr();

  @Override
  @SuppressWarnings("try")
  public Integer call() throws IOException {
    if (mutant == null && (token != null || full)) {
      throw new UsageException((token == null ? "--full" : "--replay") + " wants --mutant");
    }
    if (token != null) {
      json.refuseWith("--replay");
      report.refuseWith("--replay");
    }
    List<MemoryModel> under = Models.parse(models);
    Pattern primitive = primitives == null ? Protocol.PRIMITIVE : pattern();
    try (TestSuite suite = TestPaths.open(paths.isEmpty() ? List.of(ours()) : paths)) {
      MutationAnalysis analysis = analysis(suite, under, primitive);
      String id = id(analysis);
      JsonFile file = json.open();
      ReportOutput folder = report.open();
      try (Interruption open = Interruption.calls(analysis::stop)) {
        analysis.prepare(id).ifPresent(BarriersCommand::cannotRun);
        int exit =
            token != null
                ? replay(analysis, id)
                : id == null ? all(analysis, file, folder) : one(analysis, id, file, folder);
        status.clear();
        return exit;
      }
    }
  }

  /** The mutant's, or null; what nothing can be is refused before anything is explored. */
  private String id(MutationAnalysis analysis) {
    String id = mutant == null ? null : mutant.toLowerCase(Locale.ROOT);
    if (id != null && !analysis.mayHave(id)) {
      List<String> near = TypedNames.near(id, analysis.names());
      throw new UsageException(
          noSuchMutant() + (near.isEmpty() ? "" : "; near: " + String.join(", ", near)));
    }
    return id;
  }

  private String noSuchMutant() {
    return "--mutant " + mutant + ": there is none";
  }

  private boolean isProtocol() {
    return !tests.isGiven() && paths.isEmpty();
  }

  private MutationAnalysis analysis(TestSuite suite, List<MemoryModel> under, Pattern primitive) {
    List<StressTest> all = suite.tests();
    return isProtocol()
        ? new MutationAnalysis(
            suite,
            Protocol.weakened(all),
            Protocol.corrected(all),
            under,
            primitive,
            Protocol.SCENERY,
            text -> status.show("barriers: " + text))
        : new MutationAnalysis(
            suite,
            tests.select(all, StressTest::name),
            List.of(),
            under,
            primitive,
            Protocol.SCENERY,
            text -> status.show("barriers: " + text));
  }

  private static void cannotRun(String why) {
    throw new NotRunException(why);
  }

  private Pattern pattern() {
    try {
      return Pattern.compile(primitives);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--primitives " + primitives + " is no regular expression: " + e.getDescription());
    }
  }

  /** Where the stress tests of this project are. */
  private static Path ours() {
    try {
      return Path.of(StressSuite.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private int replay(MutationAnalysis analysis, String id) {
    Kill kill =
        analysis
            .replay(id, token)
            .orElseThrow(
                () -> new UsageException("--replay: no execution of mutant " + mutant + " has it"));
    status.clear();
    print(kill);
    return ExitStatus.AS_DECLARED;
  }

  private int one(MutationAnalysis analysis, String id, JsonFile file, ReportOutput folder)
      throws IOException {
    Optional<MutantResult> line = analysis.line(id);
    if (line.isEmpty()) {
      if (analysis.isStopped()) {
        return ExitStatus.NOT_RUN;
      }
      throw new UsageException(noSuchMutant());
    }
    List<MutantResult> lines = List.of(line.get());
    Optional<Kill> kill = analysis.kill(line.get());
    status.clear();
    table(lines);
    kill.ifPresent(this::print);
    return files(lines, file, folder);
  }

  private int all(MutationAnalysis analysis, JsonFile file, ReportOutput folder)
      throws IOException {
    List<MutantResult> lines = analysis.lines();
    status.clear();
    table(lines);
    if (isProtocol() && analysis.untried() == 0) {
      BlindSpot.text(lines).forEach(System.out::println);
      System.out.println();
    }
    System.out.println(missing(analysis) + summary(lines));
    analysis.faults().forEach(fault -> InternalFault.tell("a mutant", fault));
    int exit = files(lines, file, folder);
    return analysis.faults().isEmpty() ? exit : ExitStatus.INTERNAL;
  }

  private static String missing(MutationAnalysis analysis) {
    if (analysis.untried() == 0) {
      return "";
    }
    return (analysis.isStopped() ? "interrupted: " : "")
        + Count.of(analysis.untried(), "place")
        + (analysis.untried() == 1 ? " was" : " were")
        + " not tried; otherwise ";
  }

  private void table(List<MutantResult> lines) {
    new MutantTable(lines, claims(), isProtocol()).text().forEach(System.out::println);
  }

  private int files(List<MutantResult> lines, JsonFile file, ReportOutput folder)
      throws IOException {
    List<Finding> findings =
        List.copyOf(
            MutantFindings.of(lines, isProtocol() ? Revision.CORRECTED : null, isProtocol()));
    Failures failures = new Failures();
    if (file != null) {
      failures.of(() -> file.write(findings));
    }
    if (folder != null) {
      failures.of(() -> folder.write(findings, List.of()));
    }
    failures.rethrow();
    return ExitStatus.of(findings);
  }

  private void print(Kill kill) {
    Result among = kill.among();
    String shortest = among == null ? "" : ", the shortest in " + DiagnosisText.count(among);
    int width = Math.min(ExplorerDemonstration.WIDEST, Terminal.width());
    DiagnosisText.lines(kill.diagnosis(), shortest, width, full).forEach(System.out::println);
    System.out.println();
    System.out.println("replay token: " + kill.diagnosis().story().witness().token());
  }

  /** The claims that a test verifies; nothing for one that is not ours. */
  private static UnaryOperator<String> claims() {
    Map<String, String> claims = new HashMap<>();
    for (vacate.stress.runner.HardwareTest test : StressSuite.tests()) {
      claims.put(
          test.name(),
          test.question().topics().stream()
              .filter(topic -> topic.kind() == TopicKind.CLAIM)
              .map(Topic::id)
              .collect(Collectors.joining("+")));
    }
    return test -> claims.getOrDefault(test, "");
  }

  private String summary(List<MutantResult> lines) {
    long needed = lines.stream().filter(MutantResult::isNeeded).count();
    long unexplained =
        isProtocol() ? lines.stream().filter(MutantResult::isUnexplained).count() : 0;
    return Count.of(lines.size(), "mutant")
        + ": "
        + needed
        + " needed, "
        + (lines.size() - needed - unexplained)
        + " redundant"
        + (unexplained == 0 ? "" : ", " + unexplained + " survive and nobody has said why");
  }
}
