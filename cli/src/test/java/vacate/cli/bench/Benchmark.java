// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Measures, and writes what came out: {@code docs/performance.md}, {@code docs/img/growth.svg} and
 * the README's section. Nothing is written unless all was measured and came to what it must; so the
 * figures there are always of one run. Wants a quiet machine, and the module's folder as working
 * directory. The argument says how often what is short is measured.
 */
final class Benchmark {
  private Benchmark() {}

  public static void main(String[] arguments) throws IOException {
    long begin = System.nanoTime();
    Consumer<String> progress =
        what -> {
          long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
          System.out.printf("%3d:%02d  %s%n", seconds / 60, seconds % 60, what);
          System.out.flush();
        };
    int rounds = Integer.parseInt(arguments[0]);
    Measurements measured = new Measurements(rounds);
    progress.accept(measured.provenance.toString());
    measured.run(progress);
    Path docs = Path.of("../docs");
    Path readme = Path.of("../README.md");
    String section = new ReadmeSection(measured).into(Files.readString(readme));
    String page = new PerformancePage(measured).text();
    String plot = GrowthPlot.svg(measured.growth, measured.memory);
    Files.writeString(docs.resolve("performance.md"), page);
    Files.writeString(docs.resolve("img/growth.svg"), plot);
    Files.writeString(readme, section);
    progress.accept("written: docs/performance.md, docs/img/growth.svg, README.md");
  }
}
