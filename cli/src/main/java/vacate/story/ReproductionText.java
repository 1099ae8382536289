// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.List;
import vacate.claim.Defect;
import vacate.explorer.Result;

/** A reproduction as lines of text. */
public final class ReproductionText {
  private static final String INDENT = "  ";

  private final Reproduction reproduction;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private ReproductionText(Reproduction reproduction, int width) {
    this.reproduction = reproduction;
    this.width = width;
  }

  /**
   * The reproduction in lines of no more than {@code width} columns, where words allow it.
   *
   * @param full whether every event is told, in lines as wide as they are
   */
  public static List<String> lines(Reproduction reproduction, int width, boolean full) {
    ReproductionText text = new ReproductionText(reproduction, width);
    text.title();
    if (!reproduction.isShown()) {
      text.absent();
    } else {
      String among =
          reproduction.shown() == null ? "" : ", the shortest in " + count(reproduction.shown());
      text.lines.addAll(DiagnosisText.lines(reproduction.diagnosis(), among, width, full));
    }
    if (reproduction.cured() != null) {
      text.cure();
    }
    if (reproduction.isShown()) {
      text.lines.add("");
      text.lines.add("replay token: " + reproduction.token());
    }
    return text.lines;
  }

  private void title() {
    Defect d = reproduction.defect();
    lines.add(d.label() + " (" + d.id + ")");
    lines.add("");
    paragraph(INDENT, d.sentence + ".");
    paragraph(INDENT, "In " + d.place + "; " + d.source.reference + ", " + d.source.date + ".");
    lines.add("");
  }

  private void absent() {
    paragraph(
        "",
        "Under "
            + reproduction.model().id()
            + " it does not come about: no execution of "
            + shorten(reproduction.test())
            + " shows it, of "
            + count(reproduction.shown())
            + (reproduction.shown().reason() == null
                ? "."
                : "; " + reproduction.shown().reason() + "."));
  }

  private void cure() {
    Result cured = reproduction.cured();
    lines.add("");
    paragraph("", "What cures it, in " + reproduction.curedIn() + ":");
    paragraph(INDENT, reproduction.defect().cure);
    paragraph(
        INDENT,
        cured.verdict()
            + " "
            + shorten(cured.test())
            + " under "
            + cured.model().id()
            + ": "
            + count(cured)
            + (cured.reason() == null ? "" : ", " + cured.reason()));
  }

  private static String count(Result result) {
    return DiagnosisText.count(result);
  }

  private static String shorten(String test) {
    return DiagnosisText.shorten(test);
  }

  private void paragraph(String indent, String text) {
    Wrap.at(width - indent.length(), text).forEach(line -> lines.add(indent + line));
  }
}
