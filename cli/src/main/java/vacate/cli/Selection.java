// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** An option that selects tests. */
final class Selection {
  private Selection() {}

  /** Which names {@link #select} takes; all if it refuses whatever there is. */
  static Predicate<String> wanted(String regex) {
    try {
      return regex == null ? name -> true : Pattern.compile(regex).asPredicate();
    } catch (PatternSyntaxException e) {
      return name -> true;
    }
  }

  /**
   * The tests whose name the regular expression is found in; all of them if it is null.
   *
   * @param option as it is spelled on the command line
   * @throws UsageException if it is no regular expression, or matches nothing
   */
  static <T> List<T> select(List<T> tests, Function<T, String> name, String option, String regex) {
    if (regex == null) {
      return tests;
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          option + " " + regex + " is no regular expression: " + e.getDescription());
    }
    List<T> selected =
        tests.stream().filter(test -> pattern.matcher(name.apply(test)).find()).toList();
    if (selected.isEmpty()) {
      throw new UsageException(
          option + " " + regex + " matches none of " + Count.of(tests.size(), "test"));
    }
    return selected;
  }
}
