// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The {@code --tests} option of the commands that run some of many tests. */
final class TestsOption {
  private String regex;
  private String spelled = "--tests";

  @Option(
      names = {"-t", "--tests"},
      paramLabel = "REGEX",
      description = "Only the tests in whose name this is found.")
  private void tests(String given) {
    regex = given;
  }

  /** As the option was once called by some commands. */
  @Option(names = "--test", paramLabel = "REGEX", hidden = true)
  private void test(String given) {
    spelled = "--test";
    regex = given;
  }

  /** Whether it is given at all. */
  boolean isGiven() {
    return regex != null;
  }

  /** Which names {@link #select} takes; all if it refuses whatever there is. */
  Predicate<String> wanted() {
    return Selection.wanted(regex);
  }

  /**
   * The tests that it selects; all of them if it is not given.
   *
   * @throws UsageException if it is no regular expression, or matches nothing
   */
  <T> List<T> select(List<T> tests, Function<T, String> name) {
    return Selection.select(tests, name, spelled, regex);
  }
}
