// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import java.util.Set;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Execution;

/**
 * The events of an execution in the order in which they take effect; those that are between no two
 * actors are folded away, see {@link Execution#uncontended}.
 */
final class EventTable {
  private EventTable() {}

  static void write(Markup out, Execution execution, String title) {
    Set<Event> uncontended = execution.uncontended();
    table(
        out,
        execution,
        execution.order().stream().filter(e -> !uncontended.contains(e)).toList(),
        "Events of " + title);
    if (!uncontended.isEmpty()) {
      out.open("details")
          .leaf(
              "summary",
              "All "
                  + execution.order().size()
                  + " events, with the "
                  + uncontended.size()
                  + " on what one actor alone uses or nobody writes")
          .line();
      table(out, execution, execution.order(), "All events of " + title);
      out.close().line();
    }
  }

  private static void table(Markup out, Execution execution, List<Event> events, String label) {
    out.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", label)
        .open("table", "class", "events")
        .open("thead")
        .open("tr")
        .leaf("th", "", "class", "number");
    EvidenceTable.head(out, execution.actors().toArray(String[]::new));
    out.close().close().line().open("tbody").line();
    for (Event e : events) {
      out.open("tr").leaf("td", e.number(), "class", "number");
      for (int actor = 0; actor < execution.actors().size(); actor++) {
        out.open("td");
        if (actor == e.actor()) {
          out.text(EventText.access(e) + from(execution, e) + " ")
              .leaf("span", EventText.function(e) + " " + EventText.place(e), "class", "place");
        }
        out.close();
      }
      out.closeLine();
    }
    out.close().close().closeLine();
  }

  private static String from(Execution execution, Event e) {
    Event source = execution.source(e);
    return source == null ? "" : " (from " + source.number() + ")";
  }
}
