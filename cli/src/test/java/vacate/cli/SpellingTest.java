// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing has one name, and nobody is refused for a capital letter. */
class SpellingTest {
  private static final String TESTS =
      Path.of(
              vacate.stress.control.DekkerPlain.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .getPath())
          .toString();

  @ParameterizedTest
  @ValueSource(strings = {"explore TESTS", "stress", "lincheck", "barriers"})
  void everyCommandThatRunsSomeTestsCallsTheOptionTheSame(String command) {
    for (String option : new String[] {"-t", "--tests", "--test"}) {
      Captured run =
          Captured.run((command.replace("TESTS", TESTS) + " " + option + " (").split(" "));
      assertThat(run.exit()).isEqualTo(ExitStatus.USAGE);
      assertThat(run.err()).contains(" ( is no regular expression");
    }
    Captured help = Captured.run(command.split(" ")[0], "--help");
    assertThat(help.out()).contains("-t, --tests=REGEX").doesNotContain("--test=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explore TESTS -t DekkerVolatile --model SC,Jmm",
        "reproduce D1 --model SC --judge Explorer",
        "verify --claim c9 --revision CORRECTED --model Sc --judge EXPLORER",
        "verify --claim INUSE-ZERO-MEANS-IN-TRANSIT --revision corrected --model sc --judge explorer"
      })
  void capitalsDoNotMatter(String arguments) {
    assertThat(Captured.run(arguments.replace("TESTS", TESTS).split(" ")).exit())
        .isEqualTo(ExitStatus.AS_DECLARED);
  }

  @Test
  void oneIsNotCountedAsSeveral() {
    Captured run =
        Captured.run(
            "verify --claim C8 --revision corrected --model sc --judge explorer".split(" "));
    assertThat(run.err()).contains("explorer: 1 test under 1 model, ");
    assertThat(run.out()).endsWith("\n1 verdict as declared\n");
  }
}
