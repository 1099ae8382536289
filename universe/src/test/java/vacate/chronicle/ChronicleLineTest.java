// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.revision.Revision;
import vacate.scene.Scenario;

class ChronicleLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "R3\tposted20070504\tseen\t1\tpartial crowded: shrink\tOK, LOCK_LEFT",
        "R3\tposted\tunseen\t1\t1",
        "G2\tposted\tbounded\t600000\t2",
        "b\tposted20071128\tn/a"
      })
  void isReadAsItIsWritten(String line) {
    ChronicleLine read = ChronicleLine.read(line);
    assertThat(ChronicleLine.of(read.defect(), read.revision(), read.sighting())).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "R3",
        "R33\tposted\tunseen\t1\t1",
        "R3\tpasted\tunseen\t1\t1",
        "R3\tposted\tunseen\t1",
        "R3\tposted\tseen\t1\tcrowd\tOK",
        "L2\tposted\tn/a"
      })
  void whatIsNoneIsRefused(String line) {
    assertThatThrownBy(() -> ChronicleLine.read(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNotExploredSaysWhy() {
    Chronicle none = Chronicle.read(List.of());

    assertThat(none.lines()).isEmpty();
    assertThat(none.of(HistoricDefect.SHRINK_STOPS_WITH_A_LOCK, PostedVersion.RFC))
        .isEqualTo(new Sighting.NotAsked("it was not explored"));
    assertThat(none.of(HistoricDefect.SHRINK_STOPS_WITH_A_LOCK, PostedVersion.OCTOBER_LOCK))
        .isEqualTo(new Sighting.NotAsked(PostedVersion.OCTOBER_LOCK.notPorted));
    assertThat(none.of(HistoricDefect.LOCK_HAMMERS, PostedVersion.RFC))
        .isInstanceOf(Sighting.NotAsked.class);
    assertThat(none.seen(HistoricDefect.SHRINK_STOPS_WITH_A_LOCK)).isEmpty();
  }

  @Test
  void whatIsSeenIsSaidOfItsVersion() {
    Chronicle read =
        Chronicle.read(
            List.of("R3\tposted20070504\tseen\t1\tpartial crowded: shrink\tOK, LOCK_LEFT"));

    assertThat(read.seen(HistoricDefect.SHRINK_STOPS_WITH_A_LOCK))
        .containsExactly(Revision.POSTED_20070504);
    assertThat(read.of(HistoricDefect.SHRINK_STOPS_WITH_A_LOCK, PostedVersion.RFC))
        .isEqualTo(
            new Sighting.Seen(Scenario.parse("partial crowded: shrink"), "OK, LOCK_LEFT", 1));
  }
}
