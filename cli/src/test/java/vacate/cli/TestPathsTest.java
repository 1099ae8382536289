// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.TestSuite;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.stress.claim.C02_NewSlab;

class TestPathsTest {
  @TempDir Path folder;

  private static Path classes() throws Exception {
    return Path.of(C02_NewSlab.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void readsTheTestsThatARegularExpressionIsFoundIn() throws Exception {
    try (TestSuite suite =
        TestPaths.open(List.of(classes()), Selection.wanted("C02_NewSlab.Posted"))) {
      assertThat(suite.tests())
          .extracting(StressTest::name)
          .containsExactly("vacate.stress.claim.C02_NewSlab.Posted");
    }
  }

  @Test
  void readsAllWhereNoneIsWantedSoThatTheirNumberCanBeSaid() throws Exception {
    try (TestSuite none = TestPaths.open(List.of(classes()), Selection.wanted("NoSuchTest"));
        TestSuite wrong = TestPaths.open(List.of(classes()), Selection.wanted("("));
        TestSuite all = TestPaths.open(List.of(classes()))) {
      assertThat(none.tests()).isEqualTo(all.tests());
      assertThat(wrong.tests()).isEqualTo(all.tests());
    }
  }

  @Test
  void severalMayBeWrittenAsAClassPath() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path both = Path.of(empty + File.pathSeparator + classes());
    try (TestSuite suite = TestPaths.open(List.of(both));
        TestSuite all = TestPaths.open(List.of(classes()))) {
      assertThat(suite.tests()).isEqualTo(all.tests()).isNotEmpty();
    }
    Path wrong = Path.of(empty + File.pathSeparator + folder.resolve("none.jar"));
    assertThatThrownBy(() -> TestPaths.open(List.of(wrong)))
        .isInstanceOf(UsageException.class)
        .hasMessage(folder.resolve("none.jar") + " is no jar or folder that can be read");
  }

  @Test
  void ofAClassInSeveralPathsTheFirstCountsAndThatIsSaid() throws Exception {
    Path other = copyTo("other");
    try (TestSuite suite =
            TestPaths.open(List.of(classes(), other), Selection.wanted("C02_NewSlab.Posted"));
        TestSuite once = TestPaths.open(List.of(classes()))) {
      assertThat(suite.repeated()).containsExactly("vacate.stress.claim.C02_NewSlab.Posted");
      assertThat(once.repeated()).isEmpty();
    }
    Captured one = Captured.run("explore", "" + classes(), "" + other, "-t", "C02_NewSlab.Posted$");
    assertThat(one.err())
        .contains(
            "vacate: vacate.stress.claim.C02_NewSlab.Posted is in several of the paths; the first"
                + " counts");
    Captured some = Captured.run("explore", "" + classes(), "" + other, "-t", "C02_NewSlab");
    assertThat(some.err())
        .containsPattern(
            "vacate: vacate.stress.claim.C02_NewSlab.* and [0-9]+ more are in several");
  }

  private Path copyTo(String name) throws Exception {
    Path tests = Files.createDirectories(folder.resolve(name + "/vacate/stress/claim"));
    List<Class<?>> types = new ArrayList<>(List.of(C02_NewSlab.class.getDeclaredClasses()));
    types.add(C02_NewSlab.class);
    for (Class<?> type : types) {
      String file = type.getName().replaceFirst(".*[.]", "") + ".class";
      try (InputStream in = type.getResourceAsStream(file)) {
        Files.copy(in, tests.resolve(file));
      }
    }
    return folder.resolve(name);
  }

  @Test
  void inWhatTestsNeedBesidesNoneIsLookedFor() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> TestPaths.open(List.of(empty), List.of(classes()), name -> true))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("no jcstress test in ");
    try (TestSuite suite = TestPaths.open(List.of(classes()), List.of(empty), name -> true)) {
      assertThat(suite.tests()).isNotEmpty();
    }
  }

  /** A class that an actor needs is found there. */
  @Test
  void whatTestsNeedBesidesIsFound() throws Exception {
    try (TestSuite suite =
        TestPaths.open(
            List.of(copyTo("t")), List.of(classes()), Selection.wanted("C02_NewSlab.Posted"))) {
      StressTest test = suite.tests().get(0);
      assertThat(Explorer.explore(test, suite.loader(), MemoryModel.SC, Bounds.DEFAULT).verdict())
          .isEqualTo(Verdict.PROVED);
    }
  }
}
