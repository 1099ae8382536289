// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.scene.Scenario;

class SweepProgressTest {
  private final AtomicLong clock = new AtomicLong();
  private final List<Scenario> todo =
      Stream.of(
              "full: vacate",
              "full: drain",
              "full: vacate | vacate",
              "full: drain | vacate",
              "full: drain | drain")
          .map(Scenario::parse)
          .toList();

  private final SweepProgress progress = new SweepProgress(todo, 3, clock::get);

  private String done(int scenario, int seconds) {
    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    return progress.done(todo.get(scenario));
  }

  @Test
  void saysThatItIsAtLeastSoLongWhileLargerOnesAreNotTried() {
    assertThat(done(0, 1)).isEqualTo("4 of 8 scenarios, at least about 4 s to go");
    assertThat(done(1, 3)).isEqualTo("5 of 8 scenarios, at least about 6 s to go");
  }

  @Test
  void isAboutSoLongWhenSomeOfEachSizeAreDone() {
    done(0, 1);
    done(1, 1);

    assertThat(done(2, 60)).isEqualTo("6 of 8 scenarios, about 2 min 0 s to go");
    assertThat(done(3, 20)).isEqualTo("7 of 8 scenarios, about 40 s to go");
    assertThat(done(4, 1)).isEqualTo("8 of 8 scenarios, about 0 s to go");
  }
}
