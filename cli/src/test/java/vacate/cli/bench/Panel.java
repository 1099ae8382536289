// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Some series over the same axes, as a part of an SVG picture. Its axes say where it is.
 *
 * @param xTicks where the axis below has a label
 */
record Panel(
    String title,
    String below,
    Axis x,
    List<Double> xTicks,
    DoubleFunction<String> xLabel,
    Axis y,
    DoubleFunction<String> yLabel,
    List<Series> series) {
  private static final double RADIUS = 4;

  String svg() {
    StringBuilder out = new StringBuilder();
    double left = x.from();
    double right = x.to();
    double bottom = y.from();
    double top = y.to();
    out.append(text("name", "start", left, top - 12, title));
    for (double power : y.powersOfTen()) {
      out.append(line("grid", left, y.at(power), right, y.at(power)));
      out.append(text("tick", "end", left - 8, y.at(power) + 4, yLabel.apply(power)));
    }
    out.append(line("edge", left, bottom, right, bottom));
    for (double tick : xTicks) {
      out.append(line("edge", x.at(tick), bottom, x.at(tick), bottom + 4));
      out.append(text("tick", "middle", x.at(tick), bottom + 18, xLabel.apply(tick)));
    }
    out.append(text("fact", "middle", (left + right) / 2, bottom + 36, below));
    series.forEach(s -> draw(s, out));
    return out.toString();
  }

  private void draw(Series s, StringBuilder out) {
    if (s.points().size() > 1) {
      out.append("  <polyline class=\"line c").append(s.colour()).append("\" points=\"");
      for (Series.Point p : s.points()) {
        out.append(number(x.at(p.x()))).append(',').append(number(y.at(p.y()))).append(' ');
      }
      out.setLength(out.length() - 1);
      out.append("\"/>\n");
    }
    for (Series.Point p : s.points()) {
      out.append(dot(s.colour(), p.exhausted(), x.at(p.x()), y.at(p.y())));
    }
  }

  /** A mark: full for what is all there is, else hollow. */
  static String dot(int colour, boolean full, double x, double y) {
    return "  <circle class=\"%s c%d\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>%n"
        .formatted(full ? "full" : "open", colour, number(x), number(y), number(RADIUS));
  }

  static String line(String style, double x1, double y1, double x2, double y2) {
    return "  <line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>%n"
        .formatted(style, number(x1), number(y1), number(x2), number(y2));
  }

  static String text(String style, String anchor, double x, double y, String words) {
    return "  <text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>%n"
        .formatted(style, anchor, number(x), number(y), words);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
