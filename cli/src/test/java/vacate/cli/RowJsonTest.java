// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.claim.Row;
import vacate.claim.Topic;
import vacate.claim.Verdict;

class RowJsonTest {
  @Test
  void hasEveryComponentOfARowInOrder() throws IOException {
    Map<String, Object> document =
        JSON.std.mapFrom(
            RowJson.write(List.of(Rows.stress("t", Verdict.NOT_OBSERVED, Verdict.OBSERVED))));

    assertThat(document.get("version")).isEqualTo(1);
    List<?> results = (List<?>) document.get("results");
    assertThat(results).hasSize(1);
    Map<?, ?> row = (Map<?, ?>) results.get(0);
    assertThat(row.keySet().stream().map(Object::toString))
        .containsExactlyElementsOf(
            Arrays.stream(Row.class.getRecordComponents()).map(RecordComponent::getName).toList());
    assertThat(row.get("verdict")).isEqualTo("NOT OBSERVED");
    assertThat(row.get("kind")).isEqualTo("defect");
    assertThat(row.get("runs")).isNull();
  }

  @Test
  void readsWhatItWrote() throws IOException {
    List<Row> rows =
        List.of(
            Rows.stress("t", Verdict.NOT_OBSERVED, Verdict.OBSERVED, Verdict.NOT_OBSERVED),
            Rows.lincheck(Verdict.PROVED, Verdict.PROVED),
            Rows.explorer("sc", Verdict.PROVED, Verdict.PROVED)
                .of(Topic.of(Claim.C10, Form.QUALIFIED)));

    assertThat(RowJson.read(RowJson.write(rows))).isEqualTo(rows);
  }

  @Test
  void refusesAnotherDocument() {
    assertThatThrownBy(() -> RowJson.read("{\"version\":1}")).isInstanceOf(IOException.class);
  }
}
