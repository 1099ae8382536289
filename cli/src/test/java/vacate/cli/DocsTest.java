// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.annotations.JCStressTest;
import vacate.claim.Defect;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.ResultPrinter;
import vacate.explorer.TestSuite;
import vacate.explorer.model.MemoryModel;

/** What the folder {@code docs} says that a program can check. */
class DocsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path DOCS = ROOT.resolve("docs");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(DOCS)) {
      return Stream.concat(
              files.filter(file -> file.toString().endsWith(".md")),
              Stream.of(LitmusFile.FOLDER.resolve("README.md")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFile(Path page) throws IOException {
    assertThat(find("]\\(([^)#]+)(?:#[^)]*)?\\)", Files.readString(page)))
        .filteredOn(link -> !link.startsWith("http"))
        .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everySourceThatIsNamedIsThere(Path page) throws IOException {
    assertThat(
            find(
                "`((?:core|explorer|explorer-junit|claims|stress-tests|cli)/src/[^`]+)`",
                Files.readString(page)))
        .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
  }

  @ParameterizedTest
  @EnumSource
  void everyDefectHasAStory(Defect defect) throws IOException {
    assertThat(Files.readAllLines(DOCS.resolve("defects.md")))
        .contains("## " + defect.id + ": `" + defect.label() + "`");
  }

  @Test
  void theTestsOfTheStoriesExist() throws IOException {
    assertThat(find("`((?:slice|protocol|litmus|defect)\\.\\w+)`", read("defects.md")))
        .hasSizeGreaterThan(Defect.values().length)
        .allSatisfy(name -> assertThat(hasTests("vacate.stress." + name)).as(name).isTrue());
  }

  @Test
  void theClassicShapesAreAllowedAsTheExplorersOwnTableSays() throws IOException {
    Path table = ROOT.resolve("explorer/src/test/resources/vacate/explorer/litmus.txt");
    Map<String, String> verdicts =
        Files.readAllLines(table).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" \\| "))
            .collect(Collectors.toMap(row -> row[0], row -> row[3]));
    String column = " \\| (yes|-)\\*?";
    Pattern row =
        Pattern.compile("^\\| (\\S[^|]*) \\| .* \\| [^|]+" + column.repeat(4) + " \\|$", 8);
    List<MatchResult> rows = row.matcher(read("memory-models.md")).results().toList();
    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(rows)
        .allSatisfy(
            r ->
                assertThat(
                        Stream.of(2, 3, 4, 5)
                            .map(i -> r.group(i).equals("yes") ? "A" : "-")
                            .collect(Collectors.joining(" ")))
                    .as(r.group(1))
                    .isEqualTo(verdicts.get(r.group(1))));
  }

  @Test
  void theExampleIsJudgedAsItSays(@TempDir Path folder) throws IOException {
    String page = read("your-own-tests.md");
    compile(find("(?s)```java\n(.+?)```", page).get(0), folder);
    List<Result> results;
    try (TestSuite suite = new TestSuite(List.of(folder))) {
      results =
          suite.tests().stream()
              .flatMap(
                  test ->
                      Stream.of(MemoryModel.values())
                          .map(
                              model ->
                                  Explorer.explore(test, suite.loader(), model, Bounds.DEFAULT)))
              .toList();
    }
    assertThat(page)
        .contains(
            "    " + String.join("\n    ", VerdictTable.lines(results)),
            "    " + ExploreProgress.summary(results));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MailboxTest", "PlainMailboxTest"})
  void theExamplesAreTestsOfTheConsumer(String name) throws IOException {
    Path file = ROOT.resolve("consumer/src/test/java/demo").resolve(name + ".java");
    String withoutItsLicence = Files.readString(file).split("\n", 2)[1];

    assertThat(find("(?s)```java\n(.+?)```", read("your-own-tests.md")))
        .contains(withoutItsLicence);
  }

  /** What the page shows of a build is what the same test comes to here. */
  @Test
  void theFailureIsWhatTheExampleComesTo(@TempDir Path folder) throws IOException {
    String page = read("your-own-tests.md");
    compile(find("(?s)```java\n(.+?)```", page).get(0), folder);
    try (TestSuite suite = new TestSuite(List.of(folder), name -> name.endsWith("Plain"))) {
      Result plain =
          Explorer.explore(suite.tests().get(0), suite.loader(), MemoryModel.JMM, Bounds.DEFAULT);

      assertThat(ofAnyRun(page))
          .contains(ofAnyRun(ResultPrinter.print(plain).indent(4).replaceAll(" +\n", "\n")));
    }
  }

  /** It took as long as it took, and a token is bound to the bytes that the compiler made. */
  private static String ofAnyRun(String text) {
    return text.replaceAll("[0-9.]+ ms", "N ms").replaceAll("v1[.][0-9a-f]{8}[.]", "v1.");
  }

  @Test
  void theParametersAreThoseOfTheEngine() throws IOException {
    String keys =
        Files.readString(
            ROOT.resolve("explorer-junit/src/main/java/vacate/junit/Configuration.java"));

    assertThat(find("(?s)enum Key \\{(.+?);", keys).get(0).trim().split(",\\s+"))
        .allSatisfy(
            key ->
                assertThat(read("your-own-tests.md"))
                    .contains("`vacate." + key.toLowerCase(Locale.ROOT).replace('_', '-') + "`"));
  }

  @Test
  void theFiguresOfTheReadmeAreOfTheRunOfThePage() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    List<String> run = find("(?s)## How fast\n\nWritten by `[^`]+`: ([^\n]+)\\.\n", readme);
    assertThat(run).hasSize(1);
    assertThat(read("performance.md")).contains(run.get(0));
  }

  private static void compile(String source, Path folder) throws IOException {
    Path file = Files.createDirectories(folder.resolve("demo")).resolve("MailboxTest.java");
    Files.writeString(file, source);
    StringWriter complaints = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var manager = compiler.getStandardFileManager(null, null, null);
    String classPath =
        Path.of(JCStressTest.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toString();
    assertThat(
            compiler
                .getTask(
                    complaints,
                    manager,
                    null,
                    List.of("-proc:none", "-cp", classPath, "-d", folder.toString()),
                    null,
                    manager.getJavaFileObjects(file))
                .call())
        .as(complaints::toString)
        .isTrue();
  }

  private static boolean hasTests(String name) throws ClassNotFoundException {
    Class<?> type = Class.forName(name);
    return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()))
        .anyMatch(c -> c.isAnnotationPresent(JCStressTest.class));
  }

  private static String read(String page) throws IOException {
    return Files.readString(DOCS.resolve(page));
  }

  private static List<String> find(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(m -> m.group(1)).toList();
  }
}
