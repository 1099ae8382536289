// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import vacate.explorer.execution.Event;
import vacate.report.GraphLayout.Box;
import vacate.report.GraphLayout.Line;
import vacate.story.Story;

/**
 * An execution as a graph: a column a thread, time runs down. Each edge points to what comes later,
 * but for one that is dashed: there the program's order was not kept.
 */
final class GraphSvg {
  private static final int TEXT_LEFT = 10;
  private static final int LONGEST = 44;

  private final Markup out;
  private final Communication shown;
  private final GraphLayout layout;
  private final List<String> actors;
  private final String title;

  private GraphSvg(Markup out, Communication shown, List<String> actors, String title) {
    this.out = out;
    this.shown = shown;
    this.layout = new GraphLayout(shown, actors.size());
    this.actors = actors;
    this.title = title;
  }

  /** Draws it; nothing if no thread has anything to do with another. */
  static void draw(Markup out, Story story, String title) {
    Communication shown = Communication.of(story);
    if (!shown.events().isEmpty()) {
      new GraphSvg(out, shown, story.witness().execution().actors(), title).draw();
    }
  }

  private void draw() {
    int width = layout.width();
    int height = layout.height();
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
      text("actor", layout.middle(a), 22, actors.get(a));
    }
    layout.lines().forEach(this::line);
    layout.boxes().forEach(this::box);
    layout.lines().forEach(this::label);
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

  private void box(Box box) {
    Event e = box.event();
    boolean late = shown.passes().stream().anyMatch(p -> p.first() == e);
    out.empty(
        "rect",
        "class",
        late ? "event late" : "event",
        "x",
        Integer.toString(box.x()),
        "y",
        Integer.toString(box.y()),
        "width",
        Integer.toString(GraphLayout.BOX_WIDTH),
        "height",
        Integer.toString(box.height()),
        "rx",
        "4");
    int middle = box.y() + box.height() / 2;
    text("what", box.x() + TEXT_LEFT, middle - 3, clip(e.number() + " " + EventText.access(e)));
    String where = EventText.function(e) + "  " + EventText.place(e);
    text("where", box.x() + TEXT_LEFT, middle + 13, clip(where));
    out.line();
  }

  private static String clip(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private void text(String kind, int x, int y, String text) {
    out.leaf("text", text, "class", kind, "x", Integer.toString(x), "y", Integer.toString(y));
  }

  private void line(Line line) {
    out.empty(
            "path",
            "class",
            "edge " + line.kind(),
            "d",
            line.path(),
            "marker-end",
            "url(#head-" + line.kind() + ")")
        .line();
  }

  private void label(Line line) {
    if (line.labelY() != null) {
      text("edge-label " + line.kind(), line.labelX(), line.labelY() + 4, line.kind());
    }
  }
}
