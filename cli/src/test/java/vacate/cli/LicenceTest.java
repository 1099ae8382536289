// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may take what of this project, and on which terms. */
class LicenceTest {
  private static final Path ROOT = Path.of("..");
  private static final String KERNELS = "SPDX-License-Identifier: GPL-2.0-only";
  private static final String ANYBODYS = "SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only";

  /** What anybody's tests may use; the pom of the top folder is the parent of what is published. */
  private static final List<String> FOR_ANYBODY =
      List.of("bom", "consumer", "explorer", "explorer-junit", "pom.xml");

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .sorted()
          .toList()
          .stream()
          .flatMap(LicenceTest::sourcesIn);
    }
  }

  private static Stream<Path> sourcesIn(Path folder) {
    try (Stream<Path> files =
        Files.find(folder, 30, (file, attributes) -> isSource(ROOT.relativize(file)))) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().matches(".*[.](java|xml)|vacate|consumer/check")
        && Stream.of("target", "results").noneMatch(made -> file.startsWith(made))
        && !file.toString().contains("/target/");
  }

  private static boolean isForAnybody(Path source) {
    return FOR_ANYBODY.stream().anyMatch(ROOT.relativize(source)::startsWith);
  }

  @Test
  void eachSourceSaysTheLicenceOfItsModule() throws IOException {
    List<Path> all = sources().toList();

    assertThat(all).hasSizeGreaterThan(1000).anyMatch(LicenceTest::isForAnybody);
    assertThat(all)
        .allSatisfy(
            source ->
                assertThat(Files.readAllLines(source).stream().limit(2))
                    .anySatisfy(
                        line ->
                            assertThat(line.replaceAll("^(//|#|<!--) | -->$", ""))
                                .isEqualTo(isForAnybody(source) ? ANYBODYS : KERNELS)));
  }

  @Test
  void eachPomNamesThatLicence() throws IOException {
    List<Path> poms = sources().filter(file -> file.endsWith("pom.xml")).toList();

    assertThat(poms).hasSizeGreaterThan(9);
    for (Path pom : poms) {
      boolean inherits = pom.toString().contains("explorer");
      List<String> anybodys = inherits ? List.of() : List.of("Apache-2.0", "GPL-2.0-only");
      assertThat(find("<license>\\s*<name>([^<]+)", pom))
          .as(pom.toString())
          .isEqualTo(
              pom.startsWith(ROOT.resolve("consumer"))
                  ? List.of()
                  : isForAnybody(pom) ? anybodys : List.of("GPL-2.0-only"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"explorer", "explorer-junit"})
  void whatAnybodyMayTakeNeedsNothingThatIsOfTheKernel(String module) throws IOException {
    Path pom = ROOT.resolve(module).resolve("pom.xml");
    String dependencies = find("(?s)<dependencies>(.*?)</dependencies>", pom).get(0);

    assertThat(match("<artifactId>(vacate-[^<]+)", dependencies)).isSubsetOf("vacate-explorer");
  }

  @Test
  void onlyWhatAnybodyMayTakeIsPublished() throws IOException {
    assertThat(sources().filter(file -> file.endsWith("pom.xml")))
        .filteredOn(pom -> !isForAnybody(pom))
        .hasSize(7)
        .allSatisfy(
            pom -> assertThat(find("<maven.deploy.skip>(\\w+)<", pom)).containsExactly("true"));
  }

  @Test
  void theTextsOfBothAreThere() throws IOException {
    assertThat(ROOT.resolve("LICENSES/Apache-2.0.txt"))
        .content()
        .contains("Version 2.0, January 2004");
    assertThat(ROOT.resolve("LICENSES/GPL-2.0-only.txt"))
        .content()
        .contains("Version 2, June 1991");
  }

  /** The bill of materials has no parent, of which it could have these. */
  @Test
  void theBillOfMaterialsIsOfThisVersionAndOfTheJcstressThatIsUsedHere() throws IOException {
    Path bom = ROOT.resolve("bom/pom.xml");
    Path parent = ROOT.resolve("pom.xml");
    String version =
        find("<artifactId>vacate-parent</artifactId>\\s*<version>([^<]+)", parent).get(0);

    assertThat(find("<artifactId>vacate-bom</artifactId>\\s*<version>([^<]+)", bom))
        .containsExactly(version);
    assertThat(find("<artifactId>jcstress-core</artifactId>\\s*<version>([^<]+)", bom))
        .isEqualTo(find("<jcstress.version>([^<]+)", parent));
    assertThat(find("<vacate.version>([^<]+)", ROOT.resolve("consumer/pom.xml")))
        .containsExactly(version);
  }

  private static List<String> find(String pattern, Path file) throws IOException {
    return match(pattern, Files.readString(file));
  }

  private static List<String> match(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(m -> m.group(1)).toList();
  }
}
