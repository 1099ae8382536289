// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps as text: where the terminal is wide enough a column for each actor and one for the page,
 * else one below the other.
 */
final class StepTable {
  private static final int NARROW = 80;
  private static final int GAP = 2;
  private static final String PAGE = "%-5s %-6s %-7s";
  private static final int PAGE_WIDTH = 20;

  private final Story story;
  private final List<String> actors;
  private final int width;
  private final List<String> lines = new ArrayList<>();
  private String shown = "";

  StepTable(Story story, int width) {
    this.story = story;
    this.actors = story.witness().execution().actors();
    this.width = width;
  }

  List<String> lines() {
    if (width < NARROW) {
      below();
    } else {
      columns();
    }
    return lines;
  }

  private void columns() {
    int column = (width - PAGE_WIDTH) / actors.size() - GAP;
    StringBuilder head = new StringBuilder();
    for (String actor : actors) {
      head.append(actor).append(" ".repeat(Math.max(0, column + GAP - actor.length())));
    }
    line(head.toString(), String.format(PAGE, "page", "inuse", "list"));
    line(" ".repeat((column + GAP) * actors.size()), page(story.start()));
    for (Step step : story.steps()) {
      List<String> cell = Wrap.at(column, text(step));
      String before = " ".repeat((column + GAP) * step.actor());
      String after = " ".repeat((column + GAP) * (actors.size() - 1 - step.actor()) + GAP);
      for (int i = 0; i < cell.size(); i++) {
        String text = cell.get(i) + " ".repeat(Math.max(0, column - cell.get(i).length()));
        line(before + text + after, i == cell.size() - 1 ? page(step.after()) : "");
      }
    }
    lines.add("S slab, L locked, F frozen, D debug");
  }

  /** What a step does; of one that others pass also that it is seen here only. */
  private String text(Step step) {
    Step passing = story.passedBy(step);
    return step.text()
        + (passing == null
            ? ""
            : " (late: visible only here, in the program before " + passing.text() + ")");
  }

  /** The page, if it is not as it was last shown. */
  private String page(PageState state) {
    String text = String.format(PAGE, state.letters(), state.inuseText(), state.list());
    if (text.equals(shown)) {
      return "";
    }
    shown = text;
    return text;
  }

  private void line(String left, String right) {
    lines.add((left + right).stripTrailing());
  }

  private void below() {
    int name = actors.stream().mapToInt(String::length).max().orElse(0) + GAP;
    int last = -1;
    for (Step step : story.steps()) {
      String who = step.actor() == last ? "" : actors.get(step.actor());
      last = step.actor();
      for (String text : Wrap.at(width - name, text(step))) {
        line(who + " ".repeat(name - who.length()), text);
        who = "";
      }
    }
  }
}
