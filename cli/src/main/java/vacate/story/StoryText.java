// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.List;
import vacate.claim.Defect;
import vacate.explorer.ExecutionGraph;
import vacate.explorer.Result;

/** A story as lines of text. */
public final class StoryText {
  private static final String STRESS = "vacate.stress.";
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
      text.witness(full);
      text.damage();
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

  private void witness(boolean full) {
    ExecutionGraph execution = story.witness().execution();
    int events = execution.order().size();
    paragraph(
        "",
        "How it comes about: "
            + shorten(story.test())
            + " under "
            + story.model().id()
            + ", "
            + events
            + " events, "
            + plural(execution.switches(), "context switch", "context switches")
            + (story.shown() == null ? "" : ", the shortest in " + count(story.shown())));
    lines.add("");
    if (full) {
      lines.addAll(story.witness().lines());
    } else {
      lines.addAll(new StepTable(story, width).lines());
      Delays.of(execution, story.steps()).forEach(sentence -> paragraph("", sentence));
    }
    lines.add("");
  }

  private void damage() {
    String outcome = story.witness().execution().outcome();
    if (story.findings() == null) {
      paragraph("", "What is wrong then: " + meaning() + ".");
    } else if (story.findings().isEmpty()) {
      paragraph(
          "",
          "What is wrong then is the answer: "
              + meaning()
              + ". The invariant checker finds nothing wrong with the machine.");
    } else {
      paragraph("", "What is wrong then, says the invariant checker:");
      story.findings().forEach(finding -> paragraph(INDENT, finding));
    }
    paragraph("", "outcome: " + (outcome == null ? "none, it waits" : outcome));
  }

  /** Without the defect's id, with which it begins. */
  private String meaning() {
    return story.meaning().substring(story.meaning().indexOf(": ") + 1).strip();
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
    return plural(result.executions(), "execution", "executions")
        + ", "
        + result.blocked()
        + " blocked";
  }

  private static String plural(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  private static String shorten(String test) {
    return test.startsWith(STRESS) ? test.substring(STRESS.length()) : test;
  }

  private void paragraph(String indent, String text) {
    Wrap.at(width - indent.length(), text).forEach(line -> lines.add(indent + line));
  }
}
