// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Ordering;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestMethod;
import vacate.explorer.model.MemoryModel;

class TestSuiteTest {
  @Test
  void findsTheTestsOfADirectoryUnderTheNamesThatJcstressGivesThem()
      throws IOException, URISyntaxException {
    Path classes =
        Path.of(Ordering.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (TestSuite suite = new TestSuite(List.of(classes))) {
      StressTest dekker =
          suite.tests().stream()
              .filter(t -> t.name().equals("vacate.explorer.cases.Ordering.PlainDekker"))
              .findFirst()
              .orElseThrow();
      assertThat(dekker.actors()).extracting(TestMethod::name).containsExactly("left", "right");
      Result r = Explorer.explore(dekker, suite.loader(), MemoryModel.SC, Bounds.DEFAULT);
      assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    }
  }

  /** Nothing; no class file; one that ends early; one of a Java that does not exist yet. */
  @ParameterizedTest
  @CsvSource({"''", "6A756E6B", "CAFEBABE00000034", "CAFEBABE0000FFFF0001000000000000"})
  void namesAFileThatIsNoClassItCanRead(String bytes, @TempDir Path folder) throws IOException {
    Files.write(folder.resolve("Junk.class"), HexFormat.of().parseHex(bytes));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TestSuite(List.of(folder)).close())
        .withMessageContaining("Junk.class is damaged");
  }

  @Test
  void opensNoFileOfATestThatIsNotWanted(@TempDir Path folder) throws Exception {
    Path classes =
        Path.of(Ordering.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Files.writeString(folder.resolve("Junk.class"), "junk");
    String wanted = "vacate.explorer.cases.Ordering.PlainDekker";

    try (TestSuite suite = new TestSuite(List.of(folder, classes), wanted::equals)) {
      assertThat(suite.tests()).extracting(StressTest::name).containsExactly(wanted);
    }
  }
}
