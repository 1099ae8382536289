// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Execution.Edge;

/**
 * Where the boxes of a graph stand and its edges run: a column a thread, a row an event. No edge
 * runs through a box, no two run along each other, and a label has its own edge below it and
 * nothing else.
 *
 * <p>Between two columns there are four zones: beside each box its edges run level, each in a lane
 * of its own, and there the labels are; next to that are the tracks of what leads past boxes of one
 * column; in the middle edges bend as they like, for nothing else is there.
 */
final class GraphLayout {
  static final int BOX_WIDTH = 290;
  private static final int BOX_HEIGHT = 40;

  /** Between two rows; more if edges run there to a column that is not the next. */
  private static final int ROW_GAP = 16;

  private static final int TOP = 40;
  private static final int MARGIN = 12;

  /** Where edges bend. */
  private static final int BEND = 90;

  /** Beside a box, where edges run level: as wide as an arrow and a label. */
  private static final int LEVEL = 30;

  /** From one edge to the next that runs along it. */
  private static final int TRACK = 10;

  private static final int CORNER = 5;

  /** An arrow's tip is drawn beyond the end of its edge. */
  private static final int TIP = 2;

  /** One event's. */
  record Box(Event event, int x, int y, int height) {}

  /**
   * One edge.
   *
   * @param path as in SVG
   * @param labelX where the middle of its label is; its kind is the label
   * @param labelY null if it has none
   */
  record Line(String kind, String path, int labelX, Integer labelY) {}

  private final List<Event> events;
  private final int columns;
  private final Map<Event, Integer> row = new HashMap<>();
  private final List<Route> routes = new ArrayList<>();
  private final Ports ports = new Ports();
  private final Tracks beside = new Tracks();

  /** How many edges run below each row, and how many up or down in each gap behind a column. */
  private final int[] below;

  private final int[] upright;

  private final int[] tops;
  private final int[] heights;
  private final int[] lefts;

  GraphLayout(Communication shown, int columns) {
    events = shown.events();
    this.columns = columns;
    events.forEach(e -> row.put(e, row.size()));
    below = new int[events.size()];
    upright = new int[columns];
    shown.po().forEach(edge -> add("po", edge));
    shown.co().forEach(edge -> add("co", edge));
    shown.rf().forEach(edge -> add("rf", edge));
    shown.fr().forEach(edge -> add("fr", edge));
    shown.passes().forEach(pass -> add("pass", new Edge(pass.first(), pass.second())));
    routes.forEach(this::reserve);
    ports.sort(row);
    beside.assign();
    heights = events.stream().mapToInt(e -> Math.max(BOX_HEIGHT, ports.room(e))).toArray();
    tops = new int[events.size()];
    for (int i = 0, y = TOP; i < tops.length; i++) {
      tops[i] = y;
      y += heights[i] + ROW_GAP + below[i] * TRACK;
    }
    lefts = new int[columns];
    for (int c = 0, x = MARGIN + side(0, false); c < columns; c++) {
      lefts[c] = x;
      x += BOX_WIDTH + side(c, true) + BEND + upright[c] * TRACK + side(c + 1, false);
    }
  }

  private void add(String kind, Edge edge) {
    boolean isDown = row.get(edge.from()) < row.get(edge.to());
    if (isDown || !kind.equals("po")) { // where program order is broken the pass says so
      routes.add(new Route(kind, edge.from(), edge.to()));
    }
  }

  /** One edge, on its way. */
  private final class Route {
    private final String kind;
    private final Event from;
    private final Event to;
    private final boolean isStraight;

    /** Of a column that is not the next: which of those below its row, and in the two gaps. */
    private int lane;

    private int first;
    private int last;

    Route(String kind, Event from, Event to) {
      this.kind = kind;
      this.from = from;
      this.to = to;
      isStraight =
          from.actor() == to.actor()
              && kind.equals("po")
              && events.subList(row.get(from) + 1, row.get(to)).stream()
                  .noneMatch(e -> e.actor() == from.actor());
    }

    boolean isBeside() {
      return from.actor() == to.actor();
    }

    boolean isFar() {
      return Math.abs(from.actor() - to.actor()) > 1;
    }

    /** On which side of its box it begins. */
    boolean beginsRight() {
      return isBeside() ? from.actor() > 0 : from.actor() < to.actor();
    }

    boolean endsRight() {
      return isBeside() == beginsRight();
    }
  }

  private void reserve(Route route) {
    if (route.isStraight) {
      return;
    }
    ports.add(route.from, route.beginsRight(), route, route.to);
    ports.add(route.to, route.endsRight(), route, route.from);
    if (route.isBeside()) {
      beside.add(route, route.from.actor(), row.get(route.from), row.get(route.to));
    } else if (route.isFar()) {
      route.lane = below[row.get(route.from)]++;
      route.first = upright[gap(route.from, route.beginsRight())]++;
      route.last = upright[gap(route.to, route.endsRight())]++;
    }
  }

  /** The gap at a side of a column, by the column before it. */
  private static int gap(Event e, boolean right) {
    return e.actor() - (right ? 0 : 1);
  }

  /** How wide the zones beside a column are in which nothing bends. */
  private int side(int column, boolean right) {
    boolean isOutside = right ? column == columns - 1 : column == 0;
    boolean hasTracks = right ? column > 0 : column == 0;
    int tracks = hasTracks ? beside.count(column) * TRACK : 0;
    return tracks + (isOutside && tracks == 0 ? 0 : LEVEL);
  }

  int width() {
    return lefts[columns - 1] + BOX_WIDTH + side(columns - 1, true) + MARGIN;
  }

  int height() {
    int last = tops.length - 1;
    return tops[last] + heights[last] + ROW_GAP + below[last] * TRACK;
  }

  /** The middle of a column. */
  int middle(int column) {
    return lefts[column] + BOX_WIDTH / 2;
  }

  List<Box> boxes() {
    return events.stream()
        .map(e -> new Box(e, lefts[e.actor()], tops[row.get(e)], heights[row.get(e)]))
        .toList();
  }

  List<Line> lines() {
    return routes.stream().map(this::line).toList();
  }

  private Line line(Route route) {
    if (route.isStraight) {
      int y1 = tops[row.get(route.from)] + heights[row.get(route.from)];
      int y2 = tops[row.get(route.to)] - TIP;
      return new Line(route.kind, path("M%d %dV%d", middle(route.from.actor()), y1, y2), 0, null);
    }
    int right = route.beginsRight() ? 1 : -1;
    int x1 = edge(route.from, route.beginsRight());
    int x2 = edge(route.to, route.endsRight()) + (route.endsRight() ? TIP : -TIP);
    int y1 = y(route.from, route.beginsRight(), route);
    int y2 = y(route.to, route.endsRight(), route);
    if (route.isBeside()) {
      int x = x1 + right * (LEVEL + TRACK * beside.track(route));
      return new Line(route.kind, bracket(x1, y1, x, y2, x2), 0, null);
    }
    String path = route.isFar() ? far(route, x1, y1, x2, y2) : near(route, x1, y1, x2, y2);
    return new Line(route.kind, path, x1 + right * LEVEL / 2, y1);
  }

  private static String path(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }

  /** To the side, up or down and back, with round corners. */
  private static String bracket(int x1, int y1, int x, int y2, int x2) {
    int dx = x > x1 ? CORNER : -CORNER;
    int dy = y2 > y1 ? CORNER : -CORNER;
    return path("M%d %dH%dC%d %d %d %d %d %d", x1, y1, x - dx, x, y1, x, y1, x, y1 + dy)
        + path("V%dC%d %d %d %d %d %dH%d", y2 - dy, x, y2, x, y2, x - dx, y2, x2);
  }

  /** Level as far as labels and tracks are, then it bends. */
  private String near(Route route, int x1, int y1, int x2, int y2) {
    int right = route.beginsRight() ? 1 : -1;
    int a = edge(route.from, route.beginsRight()) + right * side(route, true);
    int b = edge(route.to, route.endsRight()) - right * side(route, false);
    int half = (b - a) / 2;
    return path("M%d %dH%dC%d %d %d %d %d %dH%d", x1, y1, a, a + half, y1, b - half, y2, b, y2, x2);
  }

  private int side(Route route, boolean begin) {
    return begin
        ? side(route.from.actor(), route.beginsRight())
        : side(route.to.actor(), route.endsRight());
  }

  /** Between two rows past the columns between. */
  private String far(Route route, int x1, int y1, int x2, int y2) {
    int from = row.get(route.from);
    int y = tops[from] + heights[from] + ROW_GAP / 2 + route.lane * TRACK;
    return path(
        "M%d %dH%dV%dH%dV%dH%d",
        x1,
        y1,
        upright(route.from, route.beginsRight(), route.first),
        y,
        upright(route.to, route.endsRight(), route.last),
        y2,
        x2);
  }

  private int upright(Event e, boolean right, int nth) {
    int before = gap(e, right);
    return lefts[before] + BOX_WIDTH + side(before, true) + BEND / 2 + nth * TRACK;
  }

  private int edge(Event e, boolean right) {
    return lefts[e.actor()] + (right ? BOX_WIDTH : 0);
  }

  private int y(Event e, boolean right, Route route) {
    int at = row.get(e);
    return tops[at] + heights[at] / 2 + ports.offset(e, right, route);
  }
}
