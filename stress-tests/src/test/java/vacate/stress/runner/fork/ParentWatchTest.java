// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentWatchTest {
  @TempDir Path directory;

  @Test
  void aForkInTheMidstOfItsWorkEndsWhenItsParentIsKilled() throws Exception {
    Process parent = parent();
    ProcessHandle fork = fork(parent);
    try {
      assertThat(fork.isAlive()).isTrue();
      parent.destroyForcibly();
      fork.onExit().get(1, TimeUnit.MINUTES);
      assertThat(fork.isAlive()).isFalse();
    } finally {
      fork.destroyForcibly();
    }
  }

  private Process parent() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledParent.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** As soon as it has fetched its job. */
  private static ProcessHandle fork(Process parent) throws IOException {
    BufferedReader told = parent.inputReader();
    return ProcessHandle.of(Long.parseLong(told.readLine())).orElseThrow();
  }
}
