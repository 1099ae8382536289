// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.lincheck.Budget;
import vacate.lincheck.LincheckJudge;
import vacate.lincheck.Trial;

class LincheckForkTest {
  @TempDir Path directory;

  /** The system closes the pipe to it when its parent is killed; it has a night's work to do. */
  @Test
  void theJudgingJvmEndsWithTheOneThatStartedIt() throws IOException, InterruptedException {
    Process fork = start();
    try {
      fork.getOutputStream().close();
      assertThat(fork.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(fork.exitValue()).isEqualTo(137);
    } finally {
      fork.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LincheckJudge.jvmFlags());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(LincheckFork.class.getName());
    command.add(directory.resolve("rows.json").toString());
    command.add(directory.toString());
    command.add(Budget.TOUGH.name());
    LincheckJudge.trials().stream().map(Trial::name).forEach(command::add);
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
