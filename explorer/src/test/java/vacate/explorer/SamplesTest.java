// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.samples.APISample_01_Simple;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;

/** jcstress' own published samples: their authors say what Java allows. */
class SamplesTest {
  private static final String PREFIX = "org.openjdk.jcstress.samples.";

  /** What is refused, and the reason: it wants the jcstress that it was compiled with. */
  private static final Map<String, String> REFUSED =
      Map.of("JMMSample_01_AccessAtomicity.UnsafeCrossCacheLine", "NoSuchFieldError");

  private static final Map<String, Result> RESULTS = new TreeMap<>();

  @BeforeAll
  static void explore() throws IOException, URISyntaxException {
    Path jar =
        Path.of(
            APISample_01_Simple.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (TestSuite suite = new TestSuite(List.of(jar))) {
      for (StressTest test : suite.tests()) {
        Result r = Explorer.explore(test, suite.loader(), MemoryModel.JMM, Bounds.DEFAULT);
        RESULTS.put(test.name().substring(PREFIX.length()), r);
      }
    }
  }

  @Test
  void thereAre34() {
    assertThat(RESULTS).hasSize(34);
  }

  @Test
  void atLeast97PercentAreJudgedAndTheRestForKnownReasons() {
    Map<String, String> refused = new TreeMap<>();
    RESULTS.forEach(
        (name, r) -> {
          if (r.verdict() == Verdict.NOT_RUN) {
            refused.put(name, r.reason());
          }
        });
    assertThat(refused.keySet()).isEqualTo(new TreeMap<>(REFUSED).keySet());
    refused.forEach((name, reason) -> assertThat(reason).contains(REFUSED.get(name)));
    assertThat(RESULTS.size() - refused.size()).isGreaterThanOrEqualTo(RESULTS.size() * 97 / 100);
  }

  @Test
  void nothingForbiddenIsProduced() {
    RESULTS.forEach(
        (name, r) -> {
          if (r.verdict() != Verdict.NOT_RUN) {
            assertThat(r.verdict()).as(name + ": " + r).isEqualTo(Verdict.PROVED);
          }
        });
  }

  @Test
  void everythingThatIsDocumentedAsPossibleIsProduced() {
    List<String> missing = new ArrayList<>();
    RESULTS.forEach(
        (name, r) -> {
          for (Outcome o : r.outcomes()) {
            if (o.isImpossible() && o.expect() != Expectation.FORBIDDEN) {
              missing.add(name + " " + o.id());
            }
          }
        });
    assertThat(missing).isEmpty();
  }
}
