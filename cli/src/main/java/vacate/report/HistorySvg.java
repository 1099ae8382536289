// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vacate.chronicle.Chronicle;
import vacate.chronicle.Sighting;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;

/**
 * A timeline of the versions that were posted, as a picture: a column each, and a row for each
 * defect. A full dot is a version that has it, a ring one in which no execution has; a line goes
 * from one version that has it to the next, if none between is without it.
 */
public final class HistorySvg {
  private static final int LEFT = 250;
  private static final int TOP = 74;
  private static final int COLUMN = 62;
  private static final int ROW = 19;
  private static final int MARGIN = 14;
  private static final int DOT = 5;
  private static final int RING = 3;
  private static final int TEXT = 4;

  private final StringBuilder svg = new StringBuilder();
  private final List<PostedVersion> versions = PostedVersion.ported();
  private final List<HistoricDefect> defects;
  private final Chronicle chronicle;

  private HistorySvg(Chronicle chronicle) {
    this.chronicle = chronicle;
    defects =
        Chronicle.defects().stream()
            .sorted(Comparator.comparing((HistoricDefect d) -> d.since))
            .toList();
  }

  /** The picture, complete, for both light and dark pages. */
  public static String of(Chronicle chronicle) {
    HistorySvg drawn = new HistorySvg(chronicle);
    drawn.draw();
    return drawn.svg.toString();
  }

  private void draw() {
    int width = LEFT + versions.size() * COLUMN + MARGIN;
    int height = TOP + defects.size() * ROW + MARGIN;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">",
        width, height, width, height);
    line("<title>What was wrong with each version that was posted</title>");
    line("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", width, height);
    for (int v = 0; v < versions.size(); v++) {
      column(v, height - MARGIN);
    }
    for (int d = 0; d < defects.size(); d++) {
      row(defects.get(d), TOP + d * ROW + ROW / 2);
    }
    line("</svg>");
  }

  private int x(int version) {
    return LEFT + version * COLUMN + COLUMN / 2;
  }

  private void column(int v, int bottom) {
    String[] parts = versions.get(v).label.split("-", TEXT);
    if (v % 2 == 0) {
      line(
          "<rect x=\"%d\" y=\"0\" width=\"%d\" height=\"%d\" fill=\"#f3f4f6\"/>",
          x(v) - COLUMN / 2, COLUMN, bottom + MARGIN);
    }
    text(x(v), 24, "middle", "#111", parts[0]);
    if (parts.length > 1) {
      text(x(v), 40, "middle", "#111", parts[1] + "-" + parts[2]);
    }
    if (parts.length == TEXT) {
      text(x(v), 56, "middle", "#555", parts[3].equals("fix") ? "fix" : "+ 13/26");
    }
  }

  private void row(HistoricDefect defect, int y) {
    text(MARGIN, y + TEXT, "start", "#111", defect.label());
    int last = -1;
    for (int v = 0; v < versions.size(); v++) {
      Sighting found = chronicle.of(defect, versions.get(v));
      if (found instanceof Sighting.Seen) {
        if (last >= 0) {
          line(
              "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>",
              x(last), y, x(v), y, colour(defect));
        }
        last = v;
      } else if (found instanceof Sighting.Unseen) {
        last = -1;
      }
    }
    for (int v = 0; v < versions.size(); v++) {
      Sighting found = chronicle.of(defect, versions.get(v));
      if (found instanceof Sighting.Seen seen) {
        line(
            "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"><title>%s in %s: %s</title></circle>",
            x(v),
            y,
            DOT,
            colour(defect),
            defect.label(),
            versions.get(v),
            escaped(seen.scenario().toString()));
      } else if (found instanceof Sighting.Unseen) {
        line(
            "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"#fff\" stroke=\"#9ca3af\"/>",
            x(v), y, RING);
      }
    }
  }

  private static String colour(HistoricDefect defect) {
    return switch (defect.symptom) {
      case DEADLOCK, LEFT -> "#b45309";
      case BUG, OOPS -> "#b91c1c";
      case DAMAGE, LEAK -> "#6d28d9";
      case ANSWER, NOTHING -> "#1d4ed8";
    };
  }

  private void text(int x, int y, String anchor, String fill, String text) {
    line(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
        x, y, anchor, fill, escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private void line(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
