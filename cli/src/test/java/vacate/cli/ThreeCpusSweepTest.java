// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A fixed tenth of the scenarios of three CPUs, each up to a bound of executions: what {@code
 * docs/sweeps.md} shows of it, and nothing that breaks.
 */
@Tag("long")
class ThreeCpusSweepTest {
  @Test
  void comesToWhatThePageShows() throws IOException {
    SweepPage.Shown tenth = SweepPage.under("A tenth of three CPUs").get(0);

    Captured run = Captured.run(tenth.command().split(" "));
    Files.writeString(Path.of("target", "three-cpus.txt"), run.out());

    assertThat(SweepPage.timeless(run.out())).isEqualTo(tenth.shown());
  }
}
