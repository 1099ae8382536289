// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One {@code @Outcome}.
 *
 * @param ids results as text or as regular expressions; empty for any result
 * @param expect what is said about them
 * @param description why, in the words of the test
 */
public record Clause(List<String> ids, Expectation expect, String description) {
  /** What makes a regular expression more than its own text. */
  private static final Pattern HAS_MEANING = Pattern.compile("[\\\\.\\[\\](){}*+?^$|]");

  /** Whether the clause speaks of {@code result} in so many words. */
  boolean names(String result) {
    return ids.contains(result);
  }

  /** Whether one of the ids matches {@code result} as a regular expression. */
  public boolean matches(String result) {
    return ids.stream().anyMatch(id -> !id.isEmpty() && matches(id, result));
  }

  /** Whether an id is {@code result}, or a regular expression for it. */
  public static boolean matches(String id, String result) {
    if (id.equals(result)) {
      return true;
    }
    // A pattern is compiled for nothing a million times where there are thousands of outcomes.
    return HAS_MEANING.matcher(id).find() && Pattern.matches(id, result);
  }

  boolean isDefault() {
    return ids.isEmpty() || ids.contains("");
  }
}
