// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.JCStressTest;
import vacate.explorer.Explorer;
import vacate.explorer.Strict;
import vacate.explorer.model.MemoryModel;

/** The folder {@code litmus} says of itself, and of the explorer, what is true. */
class LitmusTest {
  private static final Pattern ROW =
      Pattern.compile(
          "\\| \\[(.+)]\\(\\1\\.litmus\\) \\| .+ \\| (Never|Sometimes) \\| `(.+)` \\| (.+) \\|");

  /** A row of the table in litmus/README.md; the verdicts are those of the models in order. */
  record Row(String file, String result, String test, List<String> verdicts) {
    @Override
    public String toString() {
      return file;
    }
  }

  static List<LitmusFile> files() throws IOException {
    return LitmusFile.all();
  }

  static List<Row> rows() throws IOException {
    try (Stream<String> lines = Files.lines(LitmusFile.FOLDER.resolve("README.md"))) {
      return lines
          .map(ROW::matcher)
          .filter(row -> row.matches())
          .map(
              row ->
                  new Row(
                      row.group(1) + ".litmus",
                      row.group(2),
                      "vacate.stress." + row.group(3),
                      List.of(row.group(4).split(" \\| "))))
          .toList();
    }
  }

  @Test
  void theTableHasEachFileOnce() throws IOException {
    assertThat(rows())
        .extracting(Row::file)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(files().stream().map(LitmusFile::file).toList());
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileHasTheFormOfALitmusTest(LitmusFile file) {
    assertThat("C " + file.file()).isEqualTo(file.text().lines().findFirst().get() + ".litmus");
    assertThat(file.text()).contains(" * SPDX-License-Identifier: GPL-2.0-only\n");
    assertThat(file.word("^ \\* (Why): .")).isNotEmpty();
    assertThat(file.word("^(P0)\\(.*\\) ?(?://.*)?$")).isNotEmpty();
    assertThat(file.word("^(P1)\\(.*\\) ?(?://.*)?$")).isNotEmpty();
    assertThat(file.word("^exists \\((.+)\\)$")).isNotEmpty();
    assertThat(file.text()).as("herd7 reads decimal numbers only").doesNotContain("0x1", "1 <<");
  }

  /**
   * herd7 takes {@code lock} and {@code unlock} for C++'s, wherever they stand, and expands the
   * macros of {@code linux-kernel.def}.
   */
  @ParameterizedTest
  @MethodSource("files")
  void noVariableOfAFileIsAWordOfHerd7(LitmusFile file) {
    assertThat(file.variables())
        .isNotEmpty()
        .noneMatch(Set.of("lock", "unlock", "constvar", "codevar", "if", "else", "while")::contains)
        .noneMatch(name -> name.matches("(__|atomic_|cmpxchg|mtx_|rcu_|s?rcu|smp_|spin_|xchg).*"))
        .noneMatch(name -> name.matches("P[0-9].*|[A-Z]+"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileNamesAJavaTest(LitmusFile file) {
    assertThat(load(file.test())).hasAnnotation(JCStressTest.class);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowSaysWhatItsFileSays(Row row) throws IOException {
    assertThat(files())
        .filteredOn(file -> file.file().equals(row.file()))
        .allSatisfy(
            file -> {
              assertThat(file.result()).isEqualTo(row.result());
              assertThat(file.test()).isEqualTo(row.test());
            });
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowSaysWhatTheExplorerSays(Row row) {
    assertThat(Stream.of(MemoryModel.values()).map(model -> verdict(row.test(), model)))
        .containsExactlyElementsOf(row.verdicts());
  }

  private static String verdict(String test, MemoryModel model) {
    return Strict.read(Explorer.explore(load(test), model)).verdict().toString();
  }

  /** Nested classes stand behind a dot in the files, as in Java sources. */
  private static Class<?> load(String test) {
    int dot = test.lastIndexOf('.');
    try {
      return Class.forName(test.substring(0, dot) + '$' + test.substring(dot + 1));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no test " + test, e);
    }
  }
}
