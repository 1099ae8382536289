// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The {@code --tests} option. */
final class Selection {
  private Selection() {}

  /**
   * The tests whose name the regular expression is found in; all of them if it is null.
   *
   * @throws UsageException if it is no regular expression, or matches nothing
   */
  static <T> List<T> select(List<T> tests, Function<T, String> name, String regex) {
    if (regex == null) {
      return tests;
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--tests " + regex + " is no regular expression: " + e.getDescription());
    }
    List<T> selected =
        tests.stream().filter(test -> pattern.matcher(name.apply(test)).find()).toList();
    if (selected.isEmpty()) {
      throw new UsageException("--tests " + regex + " matches none of " + tests.size() + " tests");
    }
    return selected;
  }
}
