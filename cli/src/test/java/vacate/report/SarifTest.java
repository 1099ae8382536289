// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SARIF 2.1.0 requires of a log, section 3. */
class SarifTest {
  private Map<String, Object> log;
  private Map<String, Object> run;
  private List<Map<String, Object>> results;

  @BeforeEach
  void write() throws IOException {
    log = JSON.std.mapFrom(Sarif.of(Sample.report()));
    run = list(log.get("runs")).get(0);
    results = list(run.get("results"));
  }

  @Test
  void itHasWhatTheFormatRequires() {
    Map<String, Object> driver = map(map(run.get("tool")).get("driver"));

    assertThat(log).containsEntry("version", "2.1.0").containsKey("$schema");
    assertThat(driver).containsEntry("name", "vacate");
    assertThat(results)
        .allSatisfy(
            result -> {
              assertThat(map(result.get("message")).get("text")).asString().isNotBlank();
              assertThat(result.get("level")).isIn("warning", "error");
              Map<String, Object> rule =
                  list(driver.get("rules")).get((Integer) result.get("ruleIndex"));
              assertThat(result).containsEntry("ruleId", rule.get("id"));
            });
  }

  @Test
  void whatIsRefutedOrObservedIsAResult() {
    assertThat(results).extracting(result -> result.get("ruleId")).containsExactly("C4", "no-wmb");
    assertThat(results).extracting(result -> result.get("level")).containsOnly("warning");
  }

  @Test
  void everyLocationIsALineOfThisProject() {
    assertThat(results).allSatisfy(result -> isALine(map(list(result.get("locations")).get(0))));
    assertThat(uri(map(list(results.get(1).get("locations")).get(0))))
        .startsWith("core/src/main/java/vacate/slub/");
  }

  @Test
  void theWitnessIsACodeFlowInTheOrderInWhichItHappens() {
    Map<String, Object> flow = list(results.get(1).get("codeFlows")).get(0);
    List<Map<String, Object>> threads = list(flow.get("threadFlows"));

    assertThat(threads).extracting(thread -> thread.get("id")).containsExactly("alloc", "vacate");
    assertThat(threads)
        .flatExtracting(thread -> list(thread.get("locations")))
        .isNotEmpty()
        .allSatisfy(
            step -> {
              isALine(map(step.get("location")));
              assertThat((Integer) step.get("executionOrder")).isPositive();
            });
  }

  private static void isALine(Map<String, Object> location) {
    Map<String, Object> region = map(map(location.get("physicalLocation")).get("region"));
    Path file = Path.of("..").resolve(uri(location));

    assertThat(file).isRegularFile();
    assertThat((Integer) region.get("startLine")).isBetween(1, lines(file));
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String uri(Map<String, Object> location) {
    return (String) map(map(location.get("physicalLocation")).get("artifactLocation")).get("uri");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
