// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import vacate.explorer.ExecutionGraph;
import vacate.explorer.ExecutionGraph.Event;

/** Each event of an execution, in the order in which they take effect. */
final class EventTable {
  private EventTable() {}

  static void write(Markup out, ExecutionGraph execution, String title) {
    out.open(
            "div",
            "class",
            "wide",
            "tabindex",
            "0",
            "role",
            "region",
            "aria-label",
            "Events of " + title)
        .open("table", "class", "events")
        .open("thead")
        .open("tr")
        .leaf("th", "", "class", "number");
    EvidenceTable.head(out, execution.actors().toArray(String[]::new));
    out.close().close().line().open("tbody").line();
    for (Event e : execution.order()) {
      out.open("tr").leaf("td", e.number(), "class", "number");
      for (int actor = 0; actor < execution.actors().size(); actor++) {
        out.open("td");
        if (actor == e.actor()) {
          out.text(Naming.access(e) + from(execution, e) + " ")
              .leaf("span", Naming.function(e) + " " + Naming.place(e), "class", "place");
        }
        out.close();
      }
      out.closeLine();
    }
    out.close().close().closeLine();
  }

  private static String from(ExecutionGraph execution, Event e) {
    Event source = execution.source(e);
    return source == null ? "" : " (from " + source.number() + ")";
  }
}
