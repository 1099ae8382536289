// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.cases.Ordering;
import vacate.explorer.jcstress.StressTest;
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
      assertThat(dekker.actors()).containsExactly("left", "right");
      Result r = Explorer.explore(dekker, suite.loader(), MemoryModel.SC, Bounds.DEFAULT);
      assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    }
  }
}
