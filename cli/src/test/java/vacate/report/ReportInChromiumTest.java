// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page in a browser. Pictures of it are left in {@code cli/target/report}, to be looked at.
 * Skipped where there is no Chromium; Debian's package is {@code chromium}.
 */
class ReportInChromiumTest {
  private static final int TAB = 9;
  private static final int SPACE = 32;

  /** Chromium repeats itself in pictures that are taller than its textures. */
  private static final int TALLEST = 8000;

  private static final Path PICTURES = Path.of("target", "report");

  private static final Path PROFILE = Path.of("target", "chromium").toAbsolutePath();

  private static Chromium chromium;
  private static URI page;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> program = Chromium.find();
    assumeTrue(program.isPresent(), "no Chromium on the path: apt-get install -y chromium");
    Files.createDirectories(PICTURES);
    ReportFolder.at(PICTURES).write(Sample.report());
    page = PICTURES.resolve("index.html").toUri();
    chromium = new Chromium(program.get(), PROFILE);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() throws InterruptedException {
    show(1280, 900, false, "light");
  }

  private static void show(int width, int height, boolean mobile, String scheme)
      throws InterruptedException {
    chromium.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    chromium.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    chromium.open(page);
  }

  @Test
  void itOpensWithoutErrorsAndLoadsNothingElse() {
    assertThat(chromium.eval("document.querySelector('h1').textContent")).asString().isNotBlank();
    assertThat(chromium.events("Runtime.exceptionThrown")).isEmpty();
    assertThat(chromium.events("Runtime.consoleAPICalled")).isEmpty();
    assertThat(chromium.events("Log.entryAdded")).isEmpty();
    assertThat(chromium.events("Network.requestWillBeSent"))
        .extracting(request -> Chromium.map(request.get("request")).get("url").toString())
        .allMatch(url -> url.equals(page.toString()) || url.startsWith("data:"));
  }

  @Test
  void everyLinkLeadsToSomethingThatIsShown() {
    Object broken =
        chromium.eval(
            """
            Array.from(document.querySelectorAll('a')).filter(function (a) {
              a.click();
              var target = document.querySelector(':target');
              return a.getAttribute('href') !== decodeURIComponent(location.hash)
                  || !target || target.getClientRects().length === 0;
            }).map(function (a) { return a.outerHTML; }).join()
            """);

    assertThat(broken).isEqualTo("");
    assertThat(chromium.eval("document.querySelectorAll('a').length > 30")).isEqualTo(true);
  }

  @Test
  void theFilterIsReachedAndUsedByKeyboard() {
    for (int i = 0; i < 30 && !focus("filter-text"); i++) {
      chromium.strike("Tab", TAB, null);
    }
    assertThat(focus("filter-text")).isTrue();
    assertThat(chromium.eval("getComputedStyle(document.activeElement).outlineStyle !== 'none'"))
        .isEqualTo(true);

    chromium.call("Input.insertText", Map.of("text", "c2 corr"));
    assertThat(shown()).isEqualTo("c2 inuse-zero-before-pageslab claim corrected");
    assertThat(chromium.eval("document.getElementById('filter-count').textContent"))
        .isEqualTo("1 of 6 lines");

    chromium.strike("Tab", TAB, null);
    chromium.strike(" ", SPACE, " ");
    assertThat(chromium.eval("document.activeElement.getAttribute('aria-pressed')"))
        .isEqualTo("true");
    assertThat(chromium.eval("document.activeElement.textContent")).isEqualTo("REFUTED");
    assertThat(shown()).isEqualTo("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PROVED", "REFUTED", "OBSERVED", "INCONCLUSIVE", "NOT RUN", "not as declared"})
  void aVerdictsButtonLeavesTheLinesThatHaveIt(String verdict) {
    Object right =
        chromium.eval(
            """
            (function (verdict) {
              var buttons = Array.from(document.querySelectorAll('#filter button'));
              buttons.find(function (b) { return b.dataset.verdict === verdict; }).click();
              var rows = Array.from(document.querySelectorAll('#matrix-table tbody tr'));
              return rows.some(function (row) { return !row.hidden; })
                  && rows.every(function (row) {
                    var words = Array.from(row.querySelectorAll('.pill, .differs'))
                        .map(function (pill) { return pill.textContent; });
                    return row.hidden !== words.includes(verdict);
                  });
            })('%s')
            """
                .formatted(verdict));

    assertThat(right).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void allTextHasEnoughContrast(String scheme) throws Exception {
    show(1280, 900, false, scheme);
    chromium.eval(OPEN_ALL);

    assertThat(chromium.eval("matchMedia('(prefers-color-scheme: dark)').matches"))
        .isEqualTo(scheme.equals("dark"));
    assertThat(chromium.eval(CONTRAST)).isEqualTo("");
    picture(scheme);
  }

  @Test
  void onAPhoneThePageIsNoWiderThanTheScreen() throws Exception {
    show(390, 844, true, "light");
    assertThat(chromium.eval(TOO_WIDE)).isEqualTo("");

    chromium.eval(OPEN_ALL);
    assertThat(chromium.eval(TOO_WIDE)).isEqualTo("");
    picture("phone");
  }

  private static boolean focus(String id) {
    return id.equals(chromium.eval("document.activeElement.id"));
  }

  private static Object shown() {
    return chromium.eval(
        """
        Array.from(document.querySelectorAll('#matrix-table tbody tr'))
            .filter(function (row) { return row.getClientRects().length > 0; })
            .map(function (row) { return row.dataset.text; }).join()
        """);
  }

  private static void picture(String name) throws IOException {
    int width = (Integer) chromium.eval("innerWidth");
    int height = (Integer) chromium.eval("document.documentElement.scrollHeight");
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "scale", 1, "width", width, "height", Math.min(height, TALLEST));
    Map<String, Object> shot =
        chromium.call(
            "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
    Files.write(
        PICTURES.resolve(name + ".png"), Base64.getDecoder().decode((String) shot.get("data")));
  }

  /** What sticks out to the right, and is not in a box of its own that scrolls. */
  private static final String TOO_WIDE =
      """
      (function () {
        var width = document.documentElement.clientWidth;
        return Array.from(document.querySelectorAll('body *')).filter(function (e) {
          var wide = e.closest('.wide');
          return (!wide || wide === e) && e.getBoundingClientRect().right > width;
        }).map(function (e) { return e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 60); })
          .slice(0, 5).join(' ') + (document.documentElement.scrollWidth > 390 ? ' page' : '');
      })()
      """;

  private static final String OPEN_ALL =
      "document.querySelectorAll('details').forEach(function (d) { d.open = true; })";

  /** Texts whose contrast with what is behind them is below 4.5, WCAG 2.1, 1.4.3. */
  private static final String CONTRAST =
      """
      (function () {
        function rgb(color) { return color.match(/[\\d.]+/g).map(Number); }
        function luminance(c) {
          var l = c.slice(0, 3).map(function (v) {
            v /= 255;
            return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
          });
          return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
        }
        function behind(e) {
          for (; e; e = e.parentElement) {
            var c = rgb(getComputedStyle(e).backgroundColor);
            if (c.length === 3 || c[3] === 1) { return c; }
          }
          return [255, 255, 255];
        }
        var box = document.querySelector('rect.event');
        return Array.from(document.querySelectorAll('body *')).filter(function (e) {
          return e.getClientRects().length > 0 && !e.closest('script')
              && Array.from(e.childNodes).some(function (n) { return n.nodeType === 3 && n.data.trim(); });
        }).filter(function (e) {
          var svg = e.tagName === 'text';
          var style = getComputedStyle(e);
          var ink = luminance(rgb(svg ? style.fill : style.color));
          var inBox = svg && (e.classList.contains('what') || e.classList.contains('where'));
          var paper = luminance(inBox ? rgb(getComputedStyle(box).fill) : behind(e));
          return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < 4.5;
        }).map(function (e) { return e.outerHTML; }).slice(0, 5).join('\\n');
      })()
      """;
}
