// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Execution.Edge;
import vacate.explorer.execution.Execution.Pass;
import vacate.story.Account;

/**
 * An execution as a graph: a column a thread, time runs down. Each edge points to what comes later,
 * but for one that is dashed: there the program's order was not kept.
 */
final class GraphSvg {
  private static final int BOX_WIDTH = 290;
  private static final int BOX_HEIGHT = 40;
  private static final int PITCH = 56;
  private static final int GAP = 150;
  private static final int MARGIN = 44;
  private static final int TOP = 40;

  /** How far beside its column an edge leads past boxes; a pass goes round that. */
  private static final int DETOUR = 22;

  private static final int TEXT_LEFT = 10;
  private static final int LONGEST = 44;
  private static final int[] SPREAD = {0, 9, -9, 15, -15};

  private final Markup out;
  private final Highlights shown;
  private final List<String> actors;
  private final String title;
  private final Map<Event, Integer> row = new HashMap<>();

  /** How many edges begin or end at this side of a box already: they are spread a little. */
  private final Map<String, Integer> used = new HashMap<>();

  private final Map<String, Integer> labelled = new HashMap<>();

  private GraphSvg(Markup out, Highlights shown, List<String> actors, String title) {
    this.out = out;
    this.shown = shown;
    this.actors = actors;
    this.title = title;
    for (Event e : shown.events()) {
      row.put(e, row.size());
    }
  }

  /** Draws it; nothing if no thread has anything to do with another. */
  static void draw(Markup out, Account account, String title) {
    Highlights shown = Highlights.of(account);
    if (!shown.events().isEmpty()) {
      new GraphSvg(out, shown, account.witness().execution().actors(), title).draw();
    }
  }

  private void draw() {
    int width = 2 * MARGIN + actors.size() * BOX_WIDTH + (actors.size() - 1) * GAP;
    int height = TOP + shown.events().size() * PITCH;
    out.open("figure")
        .open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", title)
        .line()
        .open(
            "svg",
            "class",
            "graph",
            "role",
            "img",
            "aria-label",
            title,
            "width",
            Integer.toString(width),
            "height",
            Integer.toString(height),
            "viewBox",
            "0 0 " + width + " " + height)
        .line();
    for (int a = 0; a < actors.size(); a++) {
      text("actor", left(a) + BOX_WIDTH / 2, TOP - 18, actors.get(a));
    }
    shown.po().forEach(edge -> down("po", edge));
    shown.co().forEach(edge -> across("co", edge));
    shown.rf().forEach(edge -> across("rf", edge));
    shown.fr().forEach(edge -> across("fr", edge));
    shown.passes().forEach(this::pass);
    shown.events().forEach(this::box);
    out.close().close().line();
    legend();
    out.closeLine();
  }

  private void legend() {
    out.open("figcaption", "class", "legend");
    legend("po", "po, program order");
    legend("rf", "rf, read from");
    legend("co", "co, overwritten by");
    legend("fr", "fr, read before it was overwritten by");
    if (!shown.passes().isEmpty()) {
      legend("pass", "program order that the model did not keep");
    }
    out.close();
  }

  private void legend(String kind, String words) {
    out.open("span", "class", "key " + kind)
        .open("svg", "width", "34", "height", "10", "aria-hidden", "true")
        .empty(
            "path",
            "class",
            "edge " + kind,
            "d",
            "M1 5H26",
            "marker-end",
            "url(#head-" + kind + ")")
        .close()
        .text(" " + words)
        .close()
        .text(" ");
  }

  private void box(Event e) {
    int x = left(e.actor());
    int y = top(e);
    boolean late = shown.passes().stream().anyMatch(p -> p.first() == e);
    out.empty(
        "rect",
        "class",
        late ? "event late" : "event",
        "x",
        Integer.toString(x),
        "y",
        Integer.toString(y),
        "width",
        Integer.toString(BOX_WIDTH),
        "height",
        Integer.toString(BOX_HEIGHT),
        "rx",
        "4");
    text("what", x + TEXT_LEFT, y + 17, clip(e.number() + " " + Naming.access(e)));
    text("where", x + TEXT_LEFT, y + 33, clip(Naming.function(e) + "  " + Naming.place(e)));
    out.line();
  }

  private static String clip(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private void text(String kind, int x, int y, String text) {
    out.leaf("text", text, "class", kind, "x", Integer.toString(x), "y", Integer.toString(y));
  }

  /** Straight to the next row of the column; past other boxes beside the column. */
  private void down(String kind, Edge edge) {
    int from = row.get(edge.from());
    int to = row.get(edge.to());
    if (from >= to) {
      return; // told by the pass
    }
    int actor = edge.from().actor();
    if (shown.events().subList(from + 1, to).stream().noneMatch(e -> e.actor() == actor)) {
      int x = left(actor) + BOX_WIDTH / 2;
      path(kind, "M%d %dV%d", x, top(edge.from()) + BOX_HEIGHT, top(edge.to()) - 2);
    } else {
      beside(kind, edge.from(), edge.to(), DETOUR);
    }
  }

  private void across(String kind, Edge edge) {
    int from = edge.from().actor();
    int to = edge.to().actor();
    boolean right = from < to;
    int x1 = right ? left(from) + BOX_WIDTH : left(from);
    int x2 = right ? left(to) - 2 : left(to) + BOX_WIDTH + 2;
    int y1 = port(edge.from(), right);
    int y2 = port(edge.to(), !right);
    int bend = (right ? 1 : -1) * GAP / 2;
    if (Math.abs(from - to) == 1) {
      path(kind, "M%d %dC%d %d %d %d %d %d", x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
    } else {
      int between = top(edge.from()) + BOX_HEIGHT + (PITCH - BOX_HEIGHT) / 2; // of two rows
      path(kind, "M%d %dH%dV%dH%dV%dH%d", x1, y1, x1 + bend, between, x2 - bend, y2, x2);
    }
    int shift = 14 + 20 * labelled.merge(edge.from().number() + right, 1, Integer::sum) - 20;
    text("edge-label " + kind, right ? x1 + shift : x1 - shift - 10, top(edge.from()) + 14, kind);
  }

  /** Outside the columns, from where it stands in the program up to where it took effect. */
  private void pass(Pass pass) {
    beside("pass", pass.first(), pass.second(), MARGIN - 6);
  }

  /** On the outer side of a column, where no box is. */
  private void beside(String kind, Event from, Event to, int distance) {
    boolean first = from.actor() == 0;
    int side = first ? left(0) : left(from.actor()) + BOX_WIDTH;
    int out = (first ? -1 : 1) * distance;
    int y1 = port(from, !first);
    int y2 = port(to, !first);
    path(
        kind,
        "M%d %dC%d %d %d %d %d %d",
        side,
        y1,
        side + out,
        y1,
        side + out,
        y2,
        side + (first ? -2 : 2),
        y2);
  }

  private void path(String kind, String format, Object... numbers) {
    out.empty(
            "path",
            "class",
            "edge " + kind,
            "d",
            String.format(Locale.ROOT, format, numbers),
            "marker-end",
            "url(#head-" + kind + ")")
        .line();
  }

  /** Where at the side of its box an edge ends. */
  private int port(Event e, boolean right) {
    int nth = used.merge(e.number() + right, 1, Integer::sum) - 1;
    return top(e) + BOX_HEIGHT / 2 + SPREAD[nth % SPREAD.length];
  }

  private static int left(int actor) {
    return MARGIN + actor * (BOX_WIDTH + GAP);
  }

  private int top(Event e) {
    return TOP + row.get(e) * PITCH;
  }
}
