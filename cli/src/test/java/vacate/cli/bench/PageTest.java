// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vacate.explorer.model.MemoryModel;

/** What is written of a run, made of figures that are easy to find again. */
class PageTest {
  private static final double FULL_TURN = 8;

  private static Measurements measurements() {
    Measurements m = new Measurements(1);
    Timed timed = new Timed(7.25, 8.5, 0, List.of());
    for (Pair pair : m.shell.pairs()) {
      pair.one().runs().add(new ShellWork.Run(4, 5, 3, 1, 1000, 10));
      pair.two().runs().add(new ShellWork.Run(2, 5, 3, 1, 1000, 10));
    }
    m.shell.four.runs().add(new ShellWork.Run(31, 60, 30, 1, 2_999_000, 1_000));
    m.shell.help.add(timed);
    m.each.add(timed);
    m.world.add(timed);
    m.warm = new ArrayList<>();
    for (Port scenario : Port.values()) {
      for (String revision : List.of("Posted", "Corrected")) {
        Stream.concat(Stream.of(MemoryModel.values()).map(MemoryModel::toString), Stream.of("all"))
            .forEach(
                model ->
                    m.warm.add(new String[] {scenario.name(), revision, model, "4", "2", "1.5"}));
      }
    }
    m.small = new ArrayList<>();
    for (String scenario : List.of("ALLOC_ALLOC", "FREE_FREE")) {
      m.small.add(new String[] {scenario, "6", "12", "1.25", "1.75", "2.25", "2.75"});
    }
    m.threeCpus =
        List.of(
            new String[] {"sc", "PROVED", "null", "77", "8", "9000.0"},
            new String[] {"jmm", "BOUNDED", "too long", "88", "9", "9500.0"});
    m.growth = growth();
    m.memory = memory();
    m.beside.add(
        new Measurements.Beside(
            Port.FREE_FREE,
            new String[] {"18", "40.5", "true"},
            new String[] {"3000", "6000", "false"}));
    return m;
  }

  private static List<GrowthCell> growth() {
    List<GrowthCell> cells = new ArrayList<>();
    for (Growth.Family family : Growth.Family.values()) {
      for (int threads = 2; threads <= Growth.THREADS; threads++) {
        for (int n = 1; n <= Growth.OPERATIONS; n++) {
          boolean exhausted = threads * n < 12;
          double seconds = exhausted ? Math.pow(10, threads * n / 4.0 - 2) : Growth.SECONDS;
          cells.add(
              new GrowthCell(
                  family, threads, n, exhausted, (long) Math.pow(3, threads * n), n, seconds));
        }
      }
    }
    return cells;
  }

  private static List<MemoryPoint> memory() {
    List<MemoryPoint> points = new ArrayList<>();
    for (int events = 100; events <= 3200; events *= 2) {
      points.add(new MemoryPoint(Memory.Family.WRITER, events, 900L * events));
      points.add(new MemoryPoint(Memory.Family.LOCK, events, 20L * events * events));
    }
    return points;
  }

  @Test
  void thePageHasTheFiguresOfTheRunAndSaysOfWhichItIs() {
    Measurements m = measurements();
    assertThat(new PerformancePage(m).text())
        .contains(m.provenance.toString())
        .contains("| fib_bench, jmm | 1 000 + 10 | 4.00 | 5.00 | 2.00 | 5.00 | 2.00 |")
        .contains("In 30 s 2 999 000 executions complete and 1 000 blocked")
        .contains("100 000 a second")
        .contains("| alloc ‖ free | 4 + 2 | 4 + 2 | 1.50 / 1.50 |")
        .contains("| free ‖ free | 6 + 12 | 1.25 / 1.75 | 2.25 / 2.75 |")
        .contains("| jmm | BOUNDED, not exhausted | 88 + 9 | 9.50 |")
        .contains("| a lock | 4 | 3 | 531 441 + 3, not exhausted | 10.000 |")
        .contains("| free ‖ free | 18 | 40.5 | 3 000 | 6 000 | no | 500 |")
        .contains("| fib_bench, CPU time, one thread | 3.60 | 5.00 | 1.39 |")
        .doesNotContain("NaN");
  }

  @Test
  void theReadmeKeepsAllButItsSection() {
    String readme = "# X\n\nbefore\n\n## How fast\n\nold\n\n## Where things are\n\nafter\n";
    assertThat(new ReadmeSection(measurements()).into(readme))
        .startsWith("# X\n\nbefore\n\n## How fast\n\nWritten by ")
        .contains("| fib_bench, jmm | 1 000 + 10 | 2.00 |")
        .endsWith("(docs/performance.md).\n\n## Where things are\n\nafter\n")
        .doesNotContain("old");
    assertThatThrownBy(() -> ReadmeSection.replaced("# X\n", "new"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everythingIsDrawnInsideThePicture() throws Exception {
    Document svg = svg();
    Element root = svg.getDocumentElement();
    double width = number(root, "width");
    double height = number(root, "height");
    List<Element> dots = elements(svg, "circle");
    assertThat(dots).hasSizeGreaterThan(growth().size() * 2 + memory().size());
    assertThat(dots)
        .allSatisfy(dot -> assertThat(number(dot, "cx")).isBetween(FULL_TURN, width - FULL_TURN))
        .allSatisfy(dot -> assertThat(number(dot, "cy")).isBetween(FULL_TURN, height - FULL_TURN));
  }

  @Test
  void whatWasNotExhaustedIsHollow() throws Exception {
    assertThat(elements(svg(), "circle"))
        .filteredOn(dot -> dot.getAttribute("class").startsWith("open"))
        .as("one of each kind of picture and of each family, and one in the legend")
        .hasSize(1 + 2 * Growth.Family.values().length);
  }

  @Test
  void noTwoTextsOverlap() throws Exception {
    List<Element> texts = elements(svg(), "text");
    assertThat(texts).hasSizeGreaterThan(50);
    for (Element text : texts) {
      assertThat(texts)
          .as("beside %s", text.getTextContent())
          .filteredOn(other -> other != text && overlap(box(text), box(other)))
          .isEmpty();
    }
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3];
  }

  /** About where a text is: left, right, top, bottom; its letters are taken for wide ones. */
  private static double[] box(Element text) {
    double size = 9;
    double wide = text.getTextContent().length() * size * 0.75;
    double x = number(text, "x");
    double y = number(text, "y");
    return switch (text.getAttribute("text-anchor")) {
      case "start" -> new double[] {x, x + wide, y - size, y};
      case "end" -> new double[] {x - wide, x, y - size, y};
      default -> new double[] {x - wide / 2, x + wide / 2, y - size, y};
    };
  }

  private static Document svg() throws Exception {
    byte[] text = GrowthPlot.svg(growth(), memory()).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text));
  }

  private static List<Element> elements(Document svg, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = svg.getElementsByTagName(name);
    for (int i = 0; i < all.getLength(); i++) {
      found.add((Element) all.item(i));
    }
    return found;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
