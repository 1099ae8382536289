// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.explorer.Explorer;
import vacate.explorer.Outcome;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.story.Counterexample;
import vacate.story.Story;
import vacate.stress.control.DekkerPlain;

/** The graphs as geometry. */
class GraphSvgTest {
  /** How much of the end of an edge lies at its own boxes. */
  private static final double END = 4;

  private static final Pattern NUMBER = Pattern.compile("-?\\d+");

  static Stream<Story> stories() {
    ClassLoader loader = GraphSvgTest.class.getClassLoader();
    StressTest dekker = new TestReader(loader).read(DekkerPlain.class.getName()).orElseThrow();
    Stream<Story> others =
        Explorer.explore(DekkerPlain.class, MemoryModel.TSO).outcomes().stream()
            .filter(o -> !o.isImpossible())
            .map(Outcome::witness)
            .map(w -> Story.of(dekker, loader, MemoryModel.TSO, w.token()));
    Stream<Story> random = LongStream.range(0, 100).mapToObj(RandomExecution::of);
    return Stream.of(
            Sample.report().counterexamples().stream().map(Counterexample::story), others, random)
        .flatMap(stories -> stories)
        .filter(story -> !Communication.of(story).events().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void noEdgeTouchesABoxThatIsNotItsEnd(Story story) {
    String svg = svg(story);
    List<Rectangle2D> boxes = boxes(svg);
    assertThat(boxes).hasSize(Communication.of(story).events().size());
    for (List<Point2D> edge : edges(svg)) {
      Point2D from = edge.get(0);
      Point2D to = edge.get(edge.size() - 1);
      for (Rectangle2D box : boxes) {
        Rectangle2D near = grown(box, END);
        if (!near.contains(from) && !near.contains(to)) {
          for (int i = 1; i < edge.size(); i++) {
            assertThat(box.intersectsLine(line(edge.get(i - 1), edge.get(i))))
                .as("from %s to %s through %s", from, to, box)
                .isFalse();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void aLabelLiesOnItsOwnEdgeAndOnNothingElse(Story story) {
    String svg = svg(story);
    List<Rectangle2D> labels = labels(svg);
    Communication shown = Communication.of(story);
    assertThat(labels).hasSize(shown.rf().size() + shown.co().size() + shown.fr().size());
    List<List<Point2D>> edges = edges(svg);
    List<Rectangle2D> taken = new ArrayList<>(boxes(svg));
    for (Rectangle2D label : labels) {
      assertThat(taken).noneMatch(label::intersects);
      taken.add(label);
      assertThat(edges).filteredOn(edge -> isBelow(edge, label)).hasSize(1);
    }
  }

  private static boolean isBelow(List<Point2D> edge, Rectangle2D label) {
    return IntStream.range(1, edge.size())
        .anyMatch(i -> label.intersectsLine(line(edge.get(i - 1), edge.get(i))));
  }

  private static List<Rectangle2D> labels(String svg) {
    return matches("class=\"edge-label \\w+\" x=\"(-?\\d+)\" y=\"(-?\\d+)\"", svg).stream()
        .<Rectangle2D>map(m -> new Rectangle2D.Double(number(m, 1) - 7, number(m, 2) - 9, 14, 10))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void noTwoEdgesRunAlongEachOther(Story story) {
    List<List<Rectangle2D>> straight =
        edges(svg(story)).stream().map(GraphSvgTest::straight).toList();
    for (int a = 0; a < straight.size(); a++) {
      for (int b = 0; b < a; b++) {
        for (Rectangle2D part : straight.get(a)) {
          assertThat(straight.get(b)).noneMatch(other -> runsAlong(part, other));
        }
      }
    }
  }

  /** The level and upright parts of an edge, each as wide as it may be taken for. */
  private static List<Rectangle2D> straight(List<Point2D> edge) {
    List<Rectangle2D> parts = new ArrayList<>();
    for (int i = 1; i < edge.size(); i++) {
      Rectangle2D part = line(edge.get(i - 1), edge.get(i)).getBounds2D();
      if (part.getWidth() == 0 || part.getHeight() == 0) {
        parts.add(grown(part, 2));
      }
    }
    return parts;
  }

  private static boolean runsAlong(Rectangle2D one, Rectangle2D other) {
    Rectangle2D both = one.createIntersection(other);
    return both.getWidth() > 0 && both.getHeight() > 0 && both.getWidth() + both.getHeight() > 12;
  }

  @ParameterizedTest
  @MethodSource("stories")
  void nothingIsOutsideThePicture(Story story) {
    String svg = svg(story);
    MatchResult size = matches("viewBox=\"0 0 (\\d+) (\\d+)\"", svg).get(0);
    Rectangle2D picture = new Rectangle2D.Double(0, 0, number(size, 1), number(size, 2));
    assertThat(boxes(svg)).allMatch(picture::contains);
    assertThat(labels(svg)).allMatch(picture::contains);
    assertThat(edges(svg)).allSatisfy(edge -> assertThat(edge).allMatch(picture::contains));
  }

  private static String svg(Story story) {
    Markup out = new Markup();
    GraphSvg.draw(out, story, "graph");
    return out.toString().replaceAll("(?s)<figcaption.*", "");
  }

  private static List<MatchResult> matches(String pattern, String svg) {
    return Pattern.compile(pattern).matcher(svg).results().toList();
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static List<Rectangle2D> boxes(String svg) {
    String numbers = " x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"";
    return matches("<rect class=\"event[ a-z]*\"" + numbers, svg).stream()
        .<Rectangle2D>map(
            m -> new Rectangle2D.Double(number(m, 1), number(m, 2), number(m, 3), number(m, 4)))
        .toList();
  }

  private static Rectangle2D grown(Rectangle2D box, double by) {
    return new Rectangle2D.Double(
        box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
  }

  private static java.awt.geom.Line2D line(Point2D from, Point2D to) {
    return new java.awt.geom.Line2D.Double(from, to);
  }

  /** Each edge as points on it. */
  private static List<List<Point2D>> edges(String svg) {
    return matches("class=\"edge \\w+\" d=\"([^\"]*)\"", svg).stream()
        .map(m -> points(path(m.group(1))))
        .toList();
  }

  private static Shape path(String d) {
    Path2D path = new Path2D.Double();
    for (MatchResult command : matches("([MCHV])([^MCHV]*)", d)) {
      double[] n =
          NUMBER
              .matcher(command.group(2))
              .results()
              .mapToDouble(m -> Double.parseDouble(m.group()))
              .toArray();
      Point2D at = path.getCurrentPoint();
      switch (command.group(1)) {
        case "M" -> path.moveTo(n[0], n[1]);
        case "C" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
        case "H" -> path.lineTo(n[0], at.getY());
        default -> path.lineTo(at.getX(), n[0]);
      }
    }
    return path;
  }

  private static List<Point2D> points(Shape path) {
    List<Point2D> points = new ArrayList<>();
    PathIterator flat = new FlatteningPathIterator(path.getPathIterator(null), 0.2);
    for (double[] at = new double[6]; !flat.isDone(); flat.next()) {
      flat.currentSegment(at);
      points.add(new Point2D.Double(at[0], at[1]));
    }
    return points;
  }
}
