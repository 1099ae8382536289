// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutantsCommandTest {
  private static final String ONE = "discard if emptied";

  @TempDir private Path folder;

  private static Captured mutants(String... more) {
    String[] all = new String[more.length + 1];
    all[0] = "mutants";
    System.arraycopy(more, 0, all, 1, more.length);
    return Captured.run(all);
  }

  @ParameterizedTest
  @CsvSource({
    "--only, '(', no regular expression",
    "--only, no such step, there is no such mutant",
    "--size, 4, 1 to 3",
    "--size, 0, 1 to 3",
    "--jobs, 0, at least 1",
    "--model, arm, is none of",
    "--max-time, soon, is no time",
  })
  void whatIsTypedWronglyIsRefused(String option, String value, String message) {
    Captured refused = mutants(option, value);
    assertThat(refused.exit()).isEqualTo(ExitStatus.USAGE);
    assertThat(refused.err()).contains(option + " " + value).contains(message);
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void saysWhichScenarioKillsItAndTakesItFromTheFileTheNextTime() throws IOException {
    String results = folder.resolve("fates").toString();
    String json = folder.resolve("json").toString();
    Captured first = mutants("--only", ONE, "--size", "1", "--results", results, "--json", json);
    assertThat(first.exit()).as(first.err()).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(first.out())
        .startsWith("KILLED: ")
        .contains("discard if emptied (cure of a2) -> unfreeze_slab")
        .containsPattern("\n1 mutant before up to [0-9]+ scenarios: 1 killed, 0 equivalent\n$");
    byte[] kept = Files.readAllBytes(Path.of(results));
    assertThat(mutants("--only", ONE, "--size", "1", "--results", results).out())
        .isEqualTo(first.out());
    assertThat(Files.readAllBytes(Path.of(results))).isEqualTo(kept);
    Map<String, Object> document = JSON.std.mapFrom(Files.readString(Path.of(json)));
    assertThat((List<?>) document.get("results")).hasSize(1);
    assertThat(document.toString())
        .contains("id=discard-emptied", "verdict=REFUTED", "expected=REFUTED");
  }
}
