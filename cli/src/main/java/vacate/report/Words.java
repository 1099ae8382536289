// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import vacate.claim.Form;
import vacate.claim.Row;
import vacate.claim.Standing;

/** Rows in words. */
final class Words {
  private static final String STRESS = "vacate.stress.";

  private Words() {}

  /** What the verdict rests on; empty if on nothing. */
  static String evidence(Row row) {
    List<String> parts = new ArrayList<>();
    if (row.samples() != null) {
      long observed = Objects.requireNonNullElse(row.observed(), 0L);
      parts.add(number(observed) + " in " + count(row.samples(), "sample"));
    }
    if (row.runs() != null && row.samples() == null) {
      parts.add(count(row.runs(), "run") + (row.depth() == null ? "" : " to depth " + row.depth()));
    }
    if (row.executions() != null) {
      parts.add(count(row.executions(), "execution"));
    }
    if (row.blocked() != null) {
      parts.add(number(row.blocked()) + " blocked");
    }
    return String.join(", ", parts);
  }

  /** {@code 1 run}, {@code 1,200 runs}. */
  static String count(long n, String what) {
    return number(n) + " " + what + (n == 1 ? "" : "s");
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  static String expected(Row row) {
    return row.expected().stream().map(Object::toString).collect(Collectors.joining(" or "));
  }

  /** Without the package that all stress tests have. */
  static String test(Row row) {
    return row.test() == null ? "" : test(row.test());
  }

  static String test(String name) {
    return name.startsWith(STRESS) ? name.substring(STRESS.length()) : name;
  }

  /** {@code explorer under pso}. */
  static String judge(Row row) {
    boolean models = row.judge().equals("explorer") && row.model() != null;
    return row.judge() + (models ? " under " + row.model() : "");
  }

  static String revision(Row row) {
    return Objects.requireNonNullElse(row.revision(), "–");
  }

  /** Whether the row is about a claim with a condition added. */
  static boolean isQualified(Row row) {
    return Form.QUALIFIED.toString().equals(row.form());
  }

  /** The revision, and whether a condition is added to the claim. */
  static String revisionAndForm(Row row) {
    return revision(row) + (isQualified(row) ? ", " + row.form() : "");
  }

  /** One sentence about all rows. */
  static String summary(List<Row> rows) {
    if (rows.isEmpty()) {
      return "Nothing was run.";
    }
    long asDeclared = rows.stream().filter(Row::asExpected).count();
    return asDeclared == rows.size()
        ? "All " + count(rows.size(), "verdict") + " as declared."
        : number(asDeclared)
            + " of "
            + count(rows.size(), "verdict")
            + " as declared"
            + also(rows, Standing.LEFT_OUT, "left out")
            + also(rows, Standing.INTERRUPTED, "interrupted")
            + ".";
  }

  private static String also(List<Row> rows, Standing standing, String word) {
    long n = rows.stream().filter(row -> row.standing() == standing).count();
    return n == 0 ? "" : ", " + number(n) + " " + word;
  }
}
