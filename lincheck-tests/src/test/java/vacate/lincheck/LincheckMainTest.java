// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

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
import org.junit.jupiter.params.provider.ValueSource;

class LincheckMainTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--tests",
        "--tests [",
        "--tests no-such-scenario",
        "--budget huge",
        "--verbose yes"
      })
  void refusesBadUsage(String arguments) {
    assertThat(LincheckMain.run(arguments.split(" "))).isEqualTo(2);
  }

  @Test
  void saysThatItCannotWrite() {
    Path nowhere = dir.resolve("no-such-directory").resolve("rows.json");

    assertThat(LincheckMain.run(new String[] {"--out", nowhere.toString()})).isEqualTo(4);
  }

  @Test
  void writesARowForEachScenarioThatItJudged() throws IOException {
    Path out = dir.resolve("rows.json");
    String name = "posted/vacate-vacate-pinned/plain/coarse";

    int exit =
        LincheckMain.run(
            new String[] {
              "--tests", "^" + name + "$", "--out", out.toString(), "--traces", dir.toString()
            });

    assertThat(exit).isZero();
    Map<String, Object> document = JSON.std.mapFrom(Files.readString(out));
    assertThat(document).containsEntry("version", 1);
    assertThat((List<?>) document.get("results")).hasSize(1);
    Map<?, ?> row = (Map<?, ?>) ((List<?>) document.get("results")).get(0);
    assertThat(row.get("id")).isEqualTo("a");
    assertThat(row.get("kind")).isEqualTo("defect");
    assertThat(row.get("test")).isEqualTo(name);
    assertThat(row.get("verdict")).isEqualTo("REFUTED");
    assertThat(row.get("expected")).isEqualTo(List.of("REFUTED"));
    assertThat(row.get("samples")).isNull();
    assertThat((String) row.get("reason")).startsWith("FALSE_SUCCESS: ");
    assertThat(Path.of((String) row.get("witness"))).exists();
  }
}
