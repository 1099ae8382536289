// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.Result;
import vacate.explorer.execution.Execution;
import vacate.universe.Play;

/** An execution and what is wrong after it, as lines of text. */
public final class DiagnosisText {
  private static final String STRESS = "vacate.stress.";

  /** Of a scenario; its arguments follow, and a bracket. */
  private static final String PLAYED = Play.class.getName() + "[";

  private static final String INDENT = "  ";

  private final Diagnosis told;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private DiagnosisText(Diagnosis told, int width) {
    this.told = told;
    this.width = width;
  }

  /**
   * The execution in lines of no more than {@code width} columns, where words allow it.
   *
   * @param among what is said of it behind its length, as {@code , the shortest in 7 executions}
   * @param full whether every event is told, in lines as wide as they are; so it is too where the
   *     test has no page that steps could be told of
   */
  public static List<String> lines(Diagnosis told, String among, int width, boolean full) {
    DiagnosisText text = new DiagnosisText(told, width);
    text.witness(among, full || told.story().start() == null);
    text.damage();
    return text.lines;
  }

  private void witness(String among, boolean full) {
    Story story = told.story();
    Execution execution = story.witness().execution();
    int events = execution.order().size();
    paragraph(
        "",
        "How it comes about: "
            + shorten(story.test())
            + " under "
            + story.model().id()
            + ", "
            + plural(events, "event", "events")
            + ", "
            + plural(execution.switches(), "context switch", "context switches")
            + among);
    lines.add("");
    if (full) {
      lines.addAll(story.witness().lines(true));
    } else {
      lines.addAll(new StepTable(story, width).lines());
      story.delays().forEach(sentence -> paragraph("", sentence));
    }
    lines.add("");
  }

  private void damage() {
    String outcome = told.story().witness().execution().outcome();
    if (told.findings() == null) {
      paragraph("", "What is wrong then: " + meaning() + ".");
    } else if (told.findings().isEmpty()) {
      String answer = meaning();
      paragraph(
          "",
          (answer.isEmpty() ? "" : "What is wrong then is the answer: " + answer + ". ")
              + "The invariant checker finds nothing wrong with the machine.");
    } else {
      paragraph("", "What is wrong then, says the invariant checker:");
      told.findings().forEach(finding -> paragraph(INDENT, finding));
    }
    paragraph("", "outcome: " + (outcome == null ? "none, it waits" : outcome));
  }

  /** Without the defect's id, with which it may begin. */
  private String meaning() {
    return told.meaning().substring(told.meaning().indexOf(": ") + 1).strip();
  }

  /** How many executions an exploration has visited. */
  public static String count(Result result) {
    return plural(result.executions(), "execution", "executions")
        + ", "
        + result.blocked()
        + " blocked";
  }

  private static String plural(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  static String shorten(String test) {
    if (test.startsWith(PLAYED)) {
      return test.substring(PLAYED.length(), test.length() - 1);
    }
    return test.startsWith(STRESS) ? test.substring(STRESS.length()) : test;
  }

  private void paragraph(String indent, String text) {
    Wrap.at(width - indent.length(), text).forEach(line -> lines.add(indent + line));
  }
}
