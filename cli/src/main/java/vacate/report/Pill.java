// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import vacate.claim.Finding;
import vacate.explorer.Verdict;

/** A verdict as a small word on a tint; the word says all, the tint helps to find it. */
final class Pill {
  static final String DIFFERS = "not as declared";

  private Pill() {}

  static void draw(Markup out, Finding finding) {
    draw(out, VerdictMatrix.Cell.of(List.of(finding)));
  }

  /** A dash if there is no verdict. */
  static void draw(Markup out, VerdictMatrix.Cell cell) {
    if (cell.verdict() == null) {
      out.leaf("span", "–", "class", "none");
      return;
    }
    mark(out, cell.verdict().toString(), tint(cell.verdict()), cell);
  }

  /** What a verdict on a test that something was left out of says of that. */
  static void need(Markup out, VerdictMatrix.Cell cell) {
    if (cell.verdict() == Verdict.REFUTED) {
      mark(out, "NEEDED", "open", cell);
    } else if (cell.verdict() == Verdict.PROVED) {
      mark(out, "REDUNDANT", "missing", cell);
    } else {
      draw(out, cell);
    }
  }

  private static void mark(Markup out, String word, String tint, VerdictMatrix.Cell cell) {
    word(out, word, tint);
    String differs = differs(cell);
    if (!differs.isEmpty()) {
      out.text(" ").leaf("strong", differs, "class", "differs");
    }
  }

  /** How many are not as declared, in words; empty if all are. */
  static String differs(VerdictMatrix.Cell cell) {
    if (cell.differing() == 0) {
      return "";
    }
    return cell.findings() == 1
        ? DIFFERS
        : cell.differing() + " of " + cell.findings() + " " + DIFFERS;
  }

  static void word(Markup out, String word, String tint) {
    out.leaf("span", word, "class", "pill " + tint);
  }

  static String tint(Verdict verdict) {
    return switch (verdict) {
      case PROVED, NOT_OBSERVED -> "holds";
      case REFUTED, OBSERVED -> "broken";
      case BOUNDED, INCONCLUSIVE -> "open";
      case LEFT_OUT, INTERRUPTED, NOT_RUN -> "missing";
    };
  }
}
