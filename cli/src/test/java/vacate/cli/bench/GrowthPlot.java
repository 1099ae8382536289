// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Executions, seconds and memory against what is explored, as an SVG picture. */
final class GrowthPlot {
  private static final int WIDTH = 920;
  private static final int HEIGHT = 960;
  private static final int LEFT = 72;
  private static final int ACROSS = 290;
  private static final int PANEL = 230;
  private static final int TALL = 190;
  private static final int FIRST_TOP = 130;
  private static final int DOWN = 285;
  private static final double MARGIN = 0.2;

  private static final String STYLE =
      """
        <style>
          .bg { fill: #ffffff; } .name { fill: #1f2328; font-weight: 600; font-size: 14px; } .fact { fill: #424a53; } .tick { fill: #57606a; font-size: 12px; }
          .head { fill: #1f2328; font-weight: 600; font-size: 17px; } .grid { stroke: #d8dee4; stroke-width: 1; } .edge { stroke: #57606a; stroke-width: 1; }
          .line { fill: none; stroke-width: 2; } .full { stroke-width: 2; } .open { stroke-width: 2; fill: #ffffff !important; }
          .c0 { stroke: #0969da; fill: #0969da; } .c1 { stroke: #bc4c00; fill: #bc4c00; } .c2 { stroke: #8250df; fill: #8250df; } .c3 { stroke: #1a7f37; fill: #1a7f37; } .c4 { stroke: #cf222e; fill: #cf222e; } polyline { fill: none !important; }
          @media (prefers-color-scheme: dark) {
            .bg { fill: #0d1117; } .name, .head { fill: #f0f6fc; } .fact { fill: #c9d1d9; } .tick { fill: #9ea7b3; } .grid { stroke: #21262d; } .edge { stroke: #8b949e; }
            .open { fill: #0d1117 !important; }
            .c0 { stroke: #58a6ff; fill: #58a6ff; } .c1 { stroke: #f0883e; fill: #f0883e; } .c2 { stroke: #d2a8ff; fill: #d2a8ff; } .c3 { stroke: #3fb950; fill: #3fb950; } .c4 { stroke: #ff7b72; fill: #ff7b72; }
          }
        </style>
      """;

  private GrowthPlot() {}

  /** All of it. */
  static String svg(List<GrowthCell> cells, List<MemoryPoint> memory) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13">
          <!-- SPDX-License-Identifier: GPL-2.0-only -->
          <title id="t">How executions, time and memory grow</title>
          <desc id="d">Executions and seconds against operations of each thread, for two, three and four threads that use a counter, a lock or the port; and bytes alive in a search against events of an execution. The numbers are in the tables of the page.</desc>
        """
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
    out.append(STYLE);
    out.append("  <rect class=\"bg\" width=\"%d\" height=\"%d\"/>%n".formatted(WIDTH, HEIGHT));
    out.append(Panel.text("head", "start", 20, 34, "How executions, time and memory grow"));
    legend(out);
    row(out, cells, 0, "executions, ", GrowthCell::visited, Figures::power);
    row(out, cells, 1, "time, ", GrowthCell::seconds, GrowthPlot::duration);
    memory(out, memory);
    return out.append("</svg>\n").toString();
  }

  private static void legend(StringBuilder out) {
    double y = 64;
    for (int threads = 2; threads <= Growth.THREADS; threads++) {
      double x = 26 + (threads - 2) * 100;
      out.append(Panel.dot(threads - 2, true, x, y - 4));
      out.append(Panel.text("fact", "start", x + 12, y, threads + " threads"));
    }
    out.append(Panel.dot(0, false, 346, y - 4));
    out.append(
        Panel.text(
            "fact",
            "start",
            358,
            y,
            "hollow: stopped after " + Growth.SECONDS + " s, there is more"));
  }

  private static void row(
      StringBuilder out,
      List<GrowthCell> cells,
      int row,
      String what,
      ToDoubleFunction<GrowthCell> value,
      DoubleFunction<String> label) {
    double top = FIRST_TOP + row * DOWN;
    Axis y = Axis.decades(cells.stream().map(value::applyAsDouble).toList(), top + TALL, top);
    for (Growth.Family family : Growth.Family.values()) {
      double left = LEFT + family.ordinal() * ACROSS;
      List<Series> series = new ArrayList<>();
      for (int threads = 2; threads <= Growth.THREADS; threads++) {
        int n = threads;
        series.add(
            new Series(
                n + " threads",
                n - 2,
                cells.stream()
                    .filter(c -> c.family() == family && c.threads() == n)
                    .map(
                        c ->
                            new Series.Point(c.operations(), value.applyAsDouble(c), c.exhausted()))
                    .toList()));
      }
      out.append(
          new Panel(
                  what + family.title,
                  "operations of each thread",
                  new Axis(1 - MARGIN, Growth.OPERATIONS + MARGIN, left, left + PANEL, false),
                  IntStream.rangeClosed(1, Growth.OPERATIONS).mapToObj(i -> (double) i).toList(),
                  v -> String.valueOf((int) v),
                  y,
                  label,
                  series)
              .svg());
    }
  }

  private static void memory(StringBuilder out, List<MemoryPoint> points) {
    double top = FIRST_TOP + 2 * DOWN;
    double right = LEFT + 2 * ACROSS - 60;
    List<Series> series =
        Arrays.stream(Memory.Family.values())
            .map(
                f ->
                    new Series(
                        f.title,
                        Growth.THREADS - 1 + f.ordinal(), // not those of threads
                        points.stream()
                            .filter(p -> p.family() == f)
                            .map(p -> new Series.Point(p.events(), p.bytes(), true))
                            .toList()))
            .toList();
    List<Double> events = points.stream().map(p -> (double) p.events()).toList();
    Axis x = Axis.decades(events, LEFT, right);
    out.append(
        new Panel(
                "memory alive in the middle of a search",
                "events of an execution",
                x,
                x.powersOfTen(),
                Figures::power,
                Axis.decades(
                    points.stream().map(p -> (double) p.bytes()).toList(), top + TALL, top),
                GrowthPlot::bytes,
                series)
            .svg());
    double y = top + 20;
    for (Series s : series) {
      out.append(Panel.dot(s.colour(), true, right + 26, y - 4));
      out.append(Panel.text("fact", "start", right + 38, y, s.name()));
      y += 26;
    }
  }

  private static String duration(double seconds) {
    return seconds < 1 ? Math.round(seconds * 1e3) + " ms" : Math.round(seconds) + " s";
  }

  private static String bytes(double number) {
    return number < 1e6 ? Math.round(number / 1e3) + " kB" : Math.round(number / 1e6) + " MB";
  }
}
