// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.TestSuite;
import vacate.explorer.jcstress.StressTest;
import vacate.stress.claim.C02_NewSlab;

class TestPathsTest {
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
}
