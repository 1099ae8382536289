// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios of a class with Lincheck's annotations, from the command line. */
class ScenarioOptionsTest {
  private static Captured explore(String model, String... options) throws URISyntaxException {
    Path classes =
        Path.of(LetterBox.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> all =
        new ArrayList<>(
            List.of("explore", classes.toString(), "-t", "LetterBox$", "--model", model));
    all.addAll(List.of(options));
    return Captured.run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--operations 1 --before 0|up to 2 threads with up to 1 operation each",
        "--operations 1 --before 0 --threads 1|up to 1 thread with up to 1 operation",
        "--operations 1|up to 2 threads with up to 1 operation each, up to 1 before",
        "--operations 1 --before 0 --after 1"
            + "|up to 2 threads with up to 1 operation each, up to 1 after"
      })
  void eachBoundIsTheOneThatIsExplored(String options, String extent) throws URISyntaxException {
    Captured run = explore("sc", options.split(" "));
    assertThat(run.exit()).as(run.out()).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(run.out()).containsPattern("linearizable in all \\d+ scenarios of " + extent + "\n");
  }

  @Test
  void valuesAreAsManyAsAreAskedFor() throws URISyntaxException {
    assertThat(explore("sc", "--operations", "1", "--before", "0", "--values", "3").out())
        .contains("calls: put(1), put(2), put(3), take()");
  }

  @Test
  void aSpecificationSaysWhatIsRight() throws URISyntaxException {
    Captured run =
        explore("sc", "--operations", "1", "--specification", LetterBox.Forgetful.class.getName());
    assertThat(run.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(run.out()).contains("not linearizable in").contains("take(): 1");
  }

  @Test
  void oneScenarioIsExploredAlone() throws URISyntaxException {
    Captured run = explore("jmm", "--scenario", "put(1) | take()");
    assertThat(run.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(run.out()).contains("put(1): true | take(): 0  FORBIDDEN");
    assertThat(explore("sc", "--scenario", "[put(2)] take(); take()").exit())
        .isEqualTo(ExitStatus.AS_DECLARED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--scenario|put(1) / take()|at character 8 should be the end",
        "--scenario|push(1)|at character 1 should be one of [put(1), put(2), take()]",
        "--scenario|put(3)|at character 1 should be one of [put(1), put(2), take()]",
        "--scenario|[put(1) take()|at character 9 should be ]",
        "--specification|no.such.Box|there is no class no.such.Box",
        "--threads|5|scenarios are of 1 to 4 threads",
        "--values|0|scenarios are of 1 to 8 values of a parameter"
      })
  void whatIsNoScenarioIsSaidInOneLine(String option, String value, String why)
      throws URISyntaxException {
    Captured run = explore("sc", option, value);
    assertThat(run.exit()).as(run.out()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).contains(why).doesNotContain("\n");
  }

  /** Such options are for such classes. */
  @Test
  void testsHaveNoScenarios() {
    Path tests =
        Path.of(
            vacate.stress.control.DekkerPlain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    Captured run =
        Captured.run("explore", tests.toString(), "-t", "DekkerPlain", "--scenario", "put(1)");
    assertThat(run.exit()).isEqualTo(ExitStatus.USAGE);
  }
}
