// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vacate.claim.Finding;

class ReportTest {
  @Test
  void theSameRowsMakeTheSameBytesInWhateverOrderTheyCome() throws IOException {
    List<Finding> shuffled = new ArrayList<>(Sample.findings());
    Collections.shuffle(shuffled, new Random(1));

    assertThat(texts(shuffled)).isEqualTo(texts(Sample.findings()));
  }

  private static List<String> texts(List<Finding> findings) throws IOException {
    Report report = Sample.withoutMachine(findings);
    return List.of(
        IndexHtml.of(report), JUnitXml.of(report), Sarif.of(report), SummaryMarkdown.of(report));
  }
}
