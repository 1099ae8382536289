// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.barriers.BlindSpot;
import vacate.barriers.Line;
import vacate.barriers.MutantRows;
import vacate.barriers.MutantTable;
import vacate.barriers.Protocol;
import vacate.barriers.Study;
import vacate.claim.Row;
import vacate.explorer.TestSuite;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
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
      paramLabel = "sc,tso,pso,jmm",
      split = ",",
      defaultValue = "sc,tso,pso,jmm",
      description = "Under which memory models; all if not given.")
  private List<String> models;

  @Option(
      names = "--primitives",
      paramLabel = "REGEX",
      description = {
        "Methods, as package.Class.method, that are locks and the like: each call of one is a",
        "barrier of its own, not each line in it."
      })
  private String primitives;

  @Option(names = "--mutant", paramLabel = "ID", description = "Only this one, with its witness.")
  private String mutant;

  @Option(
      names = "--replay",
      paramLabel = "TOKEN",
      description = "Rebuild this execution of the mutant instead; wants --mutant.")
  private String token;

  @Mixin private JsonOption json;

  @Mixin private ReportOption report;

  @Override
  public Integer call() throws IOException {
    if (token != null && mutant == null) {
      throw new UsageException("--replay wants --mutant");
    }
    List<MemoryModel> under = Models.parse(models);
    Pattern primitive = primitives == null ? Protocol.PRIMITIVE : pattern();
    JsonFile file = json.open();
    ReportOutput folder = report.open();
    try (TestSuite suite = TestPaths.open(paths.isEmpty() ? List.of(ours()) : paths)) {
      Study study = study(suite, under, primitive);
      study.refused().ifPresent(BarriersCommand::cannotRun);
      if (token != null) {
        return replay(study);
      }
      return mutant == null
          ? report(study.lines(), file, folder)
          : report(one(study), file, folder);
    }
  }

  private boolean isProtocol() {
    return !tests.isGiven() && paths.isEmpty();
  }

  private Study study(TestSuite suite, List<MemoryModel> under, Pattern primitive) {
    List<StressTest> all = suite.tests();
    return isProtocol()
        ? new Study(
            suite,
            Protocol.weakened(all),
            Protocol.corrected(all),
            under,
            primitive,
            Protocol.SCENERY)
        : new Study(
            suite,
            tests.select(all, StressTest::name),
            List.of(),
            under,
            primitive,
            Protocol.SCENERY);
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

  private int replay(Study study) {
    System.out.println(
        study
            .replay(mutant, token)
            .orElseThrow(
                () ->
                    new UsageException("--replay: no execution of mutant " + mutant + " has it")));
    return ExitCode.AS_DECLARED;
  }

  private List<Line> one(Study study) {
    return List.of(
        study
            .line(mutant)
            .orElseThrow(() -> new UsageException("--mutant " + mutant + ": there is none")));
  }

  private int report(List<Line> lines, JsonFile file, ReportOutput folder) throws IOException {
    List<Row> rows =
        MutantRows.of(lines, isProtocol() ? Revision.CORRECTED.label : null, isProtocol());
    if (file != null) {
      file.write(rows);
    }
    new MutantTable(lines, claims(), isProtocol()).text().forEach(System.out::println);
    if (mutant != null) {
      lines.get(0).cells().forEach(BarriersCommand::printWitness);
    } else {
      if (isProtocol()) {
        BlindSpot.text(lines).forEach(System.out::println);
        System.out.println();
      }
      System.out.println(summary(lines));
    }
    if (folder != null) {
      folder.write(rows, List.of());
    }
    return ExitCode.of(rows);
  }

  private static void printWitness(MemoryModel model, vacate.barriers.Cell cell) {
    if (cell.witness() != null) {
      System.out.println(
          cell.test()
              + " under "
              + model.id()
              + ": "
              + cell.outcome()
              + "  "
              + cell.witness().token());
      System.out.println(cell.witness());
      System.out.println();
    }
  }

  /** The claims that a test verifies; nothing for one that is not ours. */
  private static UnaryOperator<String> claims() {
    Map<String, String> claims = new HashMap<>();
    for (vacate.stress.runner.StressTest test : StressSuite.tests()) {
      claims.put(
          test.name(),
          Stream.of(test.ids().split("[+]"))
              .filter(id -> id.startsWith("C"))
              .collect(Collectors.joining("+")));
    }
    return test -> claims.getOrDefault(test, "");
  }

  private String summary(List<Line> lines) {
    long needed = lines.stream().filter(Line::isNeeded).count();
    long unexplained = isProtocol() ? lines.stream().filter(Line::isUnexplained).count() : 0;
    return lines.size()
        + " mutants: "
        + needed
        + " needed, "
        + (lines.size() - needed - unexplained)
        + " redundant"
        + (unexplained == 0 ? "" : ", " + unexplained + " survive and nobody has said why");
  }
}
