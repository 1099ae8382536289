// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.samples.APISample_01_Simple;
import vacate.explorer.cases.Ordering;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;

/** A result says something of its test, and nothing of what was explored before. */
class AnyOrderTest {
  /** Enough for nearly all to end, and little enough for those that do not. */
  private static final Bounds BOUNDS = new Bounds(3, 300);

  @Test
  void everyTestOfThisModuleHasTheSameResultInEveryOrder() throws Exception {
    haveTheSameResultInEveryOrder(Ordering.class);
  }

  @Test
  void everySampleOfJcstressHasTheSameResultInEveryOrder() throws Exception {
    haveTheSameResultInEveryOrder(APISample_01_Simple.class);
  }

  private static void haveTheSameResultInEveryOrder(Class<?> one)
      throws IOException, URISyntaxException {
    Path classes = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (TestSuite suite = new TestSuite(List.of(classes))) {
      assertThat(suite.tests()).hasSizeGreaterThan(30);
      Map<String, String> first = explored(suite, 1);
      assertThat(explored(suite, 2)).isEqualTo(first);
    }
  }

  private static Map<String, String> explored(TestSuite suite, long seed) {
    List<StressTest> tests = new ArrayList<>(suite.tests());
    tests.removeIf(Cases::isLong);
    Collections.shuffle(tests, new Random(seed));
    Map<String, String> results = new TreeMap<>();
    for (StressTest test : tests) {
      results.put(
          test.name(), said(Explorer.explore(test, suite.loader(), MemoryModel.TSO, BOUNDS)));
    }
    return results;
  }

  /** All but the time that it took. */
  private static String said(Result r) {
    Map<String, Long> counts =
        r.outcomes().stream()
            .collect(Collectors.toMap(Outcome::id, Outcome::executions, Long::sum, TreeMap::new));
    return r.verdict() + " " + r.reason() + " " + r.blocked() + " " + r.assumes() + " " + counts;
  }
}
