// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import vacate.story.EffectText;
import vacate.story.PageState;
import vacate.story.Step;
import vacate.story.Story;

/** An execution in steps, a column a thread, and the page after each. */
final class SequenceTable {
  private static final List<String> PAGE = List.of("flags", "inuse", "freelist", "_count", "list");

  private SequenceTable() {}

  static void write(Markup out, Story story, String title) {
    List<String> actors = story.witness().execution().actors();
    out.open(
            "div",
            "class",
            "wide",
            "tabindex",
            "0",
            "role",
            "region",
            "aria-label",
            "Steps of " + title)
        .open("table", "class", "sequence")
        .open("thead")
        .open("tr")
        .leaf("th", "", "class", "number");
    EvidenceTable.head(out, actors.toArray(String[]::new));
    PAGE.forEach(column -> out.leaf("th", column, "scope", "col", "class", "page"));
    out.close().close().line().open("tbody").line();
    out.open("tr", "class", "start")
        .leaf("td", "", "class", "number")
        .leaf("td", "the page before", "colspan", Integer.toString(actors.size()));
    PageState before = story.start();
    page(out, null, before);
    out.closeLine();
    int number = 0;
    for (Step step : story.steps()) {
      out.open("tr").leaf("td", Integer.toString(++number), "class", "number");
      for (int actor = 0; actor < actors.size(); actor++) {
        out.open("td");
        if (actor == step.actor()) {
          step(out, story, step);
        }
        out.close();
      }
      page(out, before, step.after());
      before = step.after();
      out.closeLine();
    }
    out.close().close().closeLine();
  }

  private static void step(Markup out, Story story, Step step) {
    out.leaf("code", step.function(), "class", "function")
        .text(" " + EffectText.of(step.effects()) + " ");
    Step passing = story.passedBy(step);
    if (passing != null) {
      int number = story.steps().indexOf(passing) + 1;
      out.leaf(
              "strong",
              "late: visible only here, in the program before step " + number,
              "class",
              "late")
          .text(" ");
    }
    out.leaf("span", EventText.places(step.events()), "class", "place");
  }

  private static void page(Markup out, PageState before, PageState after) {
    List<String> was = before == null ? cells(after) : cells(before);
    List<String> is = cells(after);
    for (int i = 0; i < is.size(); i++) {
      out.leaf("td", is.get(i), "class", was.get(i).equals(is.get(i)) ? "page" : "page changed");
    }
  }

  private static List<String> cells(PageState state) {
    return List.of(
        state.flagNames().isEmpty() ? "none" : String.join(" ", state.flagNames()),
        state.inuseText(),
        state.freelistText(),
        Integer.toString(state.count()),
        state.list().isEmpty() ? "–" : state.list());
  }
}
