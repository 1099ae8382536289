// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vacate.claim.Row;

class ReportTest {
  @Test
  void theSameRowsMakeTheSameBytesInWhateverOrderTheyCome() throws IOException {
    List<Row> shuffled = new ArrayList<>(Sample.rows());
    Collections.shuffle(shuffled, new Random(1));

    assertThat(texts(shuffled)).isEqualTo(texts(Sample.rows()));
  }

  private static List<String> texts(List<Row> rows) throws IOException {
    Report report = Sample.withoutMachine(rows);
    return List.of(
        IndexHtml.of(report), JUnitXml.of(report), Sarif.of(report), SummaryMarkdown.of(report));
  }
}
