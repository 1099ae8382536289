// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.List;
import vacate.claim.Defect;
import vacate.explorer.Result;

/** A story as lines of text. */
public final class StoryText {
  private static final String INDENT = "  ";

  private final Story story;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private StoryText(Story story, int width) {
    this.story = story;
    this.width = width;
  }

  /**
   * The story in lines of no more than {@code width} columns, where words allow it.
   *
   * @param full whether every event is told, in lines as wide as they are
   */
  public static List<String> lines(Story story, int width, boolean full) {
    StoryText text = new StoryText(story, width);
    text.title();
    if (story.witness() == null) {
      text.absent();
    } else {
      Telling told = new Telling(Account.of(story), story.meaning(), story.findings());
      String among = story.shown() == null ? "" : ", the shortest in " + count(story.shown());
      text.lines.addAll(TellingText.lines(told, among, width, full));
    }
    if (story.cured() != null) {
      text.cure();
    }
    if (story.witness() != null) {
      text.lines.add("");
      text.lines.add("replay token: " + story.witness().token());
    }
    return text.lines;
  }

  private void title() {
    Defect d = story.defect();
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
            + story.model().id()
            + " it does not come about: no execution of "
            + shorten(story.test())
            + " shows it, of "
            + count(story.shown())
            + (story.shown().reason() == null ? "." : "; " + story.shown().reason() + "."));
  }

  private void cure() {
    Result cured = story.cured();
    lines.add("");
    paragraph("", "What cures it, in " + story.curedIn() + ":");
    paragraph(INDENT, story.defect().cure);
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
    return TellingText.count(result);
  }

  private static String shorten(String test) {
    return TellingText.shorten(test);
  }

  private void paragraph(String indent, String text) {
    Wrap.at(width - indent.length(), text).forEach(line -> lines.add(indent + line));
  }
}
