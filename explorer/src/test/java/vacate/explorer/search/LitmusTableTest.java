// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.explorer.model.MemoryModel;

/** Every row of litmus.txt: what each model allows, and in how many executions. */
class LitmusTableTest {
  record Row(String name, String program, String outcome, String verdicts, String counts) {
    static Row parse(String line) {
      String[] f = line.split(" \\| ");
      return new Row(f[0].trim(), f[1], f[2], f[3], f[4].trim());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> rows() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                LitmusTableTest.class.getResourceAsStream("/vacate/explorer/litmus.txt"),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(l -> !l.startsWith("#")).map(Row::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Row> table() {
    return rows().stream();
  }

  @Test
  void theTableHas166Rows() {
    assertThat(rows()).hasSize(166);
  }

  @ParameterizedTest
  @MethodSource("table")
  void hasTheVerdictsAndCountsOfItsRow(Row row) {
    Litmus litmus = Litmus.parse(row.program);
    StringBuilder verdicts = new StringBuilder();
    StringBuilder counts = new StringBuilder();
    for (MemoryModel model : MemoryModel.values()) {
      Tally tally = Tally.of(litmus, model);
      boolean allowed = tally.outcomes.keySet().stream().anyMatch(o -> matches(o, row.outcome));
      verdicts.append(verdicts.isEmpty() ? "" : " ").append(allowed ? 'A' : '-');
      counts.append(counts.isEmpty() ? "" : "/").append(tally.complete);
    }
    assertThat(verdicts + " | " + counts)
        .as(row.program)
        .isEqualTo(row.verdicts + " | " + row.counts);
  }

  private static boolean matches(Object outcome, String condition) {
    Map<?, ?> values = (Map<?, ?>) outcome;
    for (String part : condition.split(" ")) {
      String[] sides = part.split("=");
      Object left = values.get(sides[0]);
      Object right = values.containsKey(sides[1]) ? values.get(sides[1]) : Long.valueOf(sides[1]);
      if (!left.equals(right)) {
        return false;
      }
    }
    return true;
  }
}
