// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepCommandTest {
  private static final String[] ONE_CPU = {"sweep", "--cpus", "1", "--model", "sc"};

  private static Captured sweep(String... more) {
    String[] all = new String[ONE_CPU.length + more.length];
    System.arraycopy(ONE_CPU, 0, all, 0, ONE_CPU.length);
    System.arraycopy(more, 0, all, ONE_CPU.length, more.length);
    return Captured.run(all);
  }

  @Test
  void provesThatNothingIsBrokenAndTellsWhichClaimsSayTooMuch() {
    Captured corrected = sweep();

    assertThat(corrected.exit()).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(corrected.out())
        .startsWith(
            "PROVED corrected under sc in all 198 scenarios of up to 1 CPU with 1 operation each\n")
        .containsPattern("\n  C9 +[0-9]+: kept: vacate\n")
        .containsPattern("\n  not seen to break: C1, C2, C3, [^\n]*C19\n$")
        .satisfies(text -> assertThat(text.split("\n\n")).hasSize(2));
  }

  @Test
  void tellsOfEachThingThatIsBrokenInWhichScenarios() {
    Captured posted = sweep("--revision", "posted");

    assertThat(posted.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(posted.out())
        .startsWith("REFUTED posted under sc, broken in ")
        .contains(
            "the machine is damaged, in 6\n  rcu cpu_slab: destroy(0); idle\n",
            "C14: vacate answers 1 where it gave up, or objects are left, in ",
            "  kept: vacate\n",
            "C14: vacate answers 1, and the page still is a slab, in ",
            "  full: vacate\n");
  }

  @Test
  void listsWhereAClaimBreaksThatIsAskedFor() {
    Captured corrected = sweep("--claim", "C9,C8");

    assertThat(corrected.exit()).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(corrected.out())
        .contains(
            "\n\nC8 is not seen to break in any of 198 scenarios\n\nC9 is broken in 6 of 198 scenarios\n")
        .endsWith("\n  store_user rcu kept: vacate; idle\n")
        .contains("\n  kept: vacate\n");
  }

  @Test
  void aSecondProcessIsPartOfItIfOneIsAskedFor() {
    Captured corrected = sweep("--processes", "1", "--shard", "1/40");

    assertThat(corrected.exit()).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(corrected.out())
        .contains(
            " of up to 1 CPU with 1 operation each, and one second process that are in shard 1/40\n");
  }

  @Test
  void saysItOfEachModel() {
    String[] models = Captured.run("sweep", "--cpus", "1", "--model", "JMM,sc").out().split("\n\n");

    assertThat(models[0].lines())
        .filteredOn(line -> !line.startsWith("explored in "))
        .containsExactly(
            "PROVED corrected under sc in all 198 scenarios of up to 1 CPU with 1"
                + " operation each",
            "  198 executions, 0 blocked",
            "PROVED corrected under jmm in all 198 scenarios of up to 1 CPU with 1"
                + " operation each",
            "  198 executions, 0 blocked");
    assertThat(models[1]).contains("\n  C9    6 under each model: kept: vacate\n");
  }

  @Test
  void goesOnWithWhatItHasKept(@TempDir Path folder) throws Exception {
    Path results = folder.resolve("results");
    String whole = sweep("--results", results.toString()).out();
    List<String> lines = Files.readAllLines(results);
    Files.writeString(results, String.join("\n", lines.subList(0, 150)));

    String again = sweep("--results", results.toString()).out();
    assertThat(again).contains("\n148 scenarios known from " + results + ", the others explored");
    assertThat(but(again, ".*explored in.*")).isEqualTo(but(whole, ".*explored in.*"));
    assertThat(Files.readAllLines(results)).containsExactlyInAnyOrderElementsOf(lines);
  }

  private static String but(String text, String line) {
    return text.replaceAll("(?m)^" + line + "$", "");
  }

  @Test
  void doesNotTouchWhatItHasKeptOfSomethingElse(@TempDir Path folder) throws Exception {
    Path results = folder.resolve("results");
    String[] first = {"--results", results.toString(), "--shard", "1/40"};
    assertThat(sweep(first).exit()).isEqualTo(ExitStatus.AS_DECLARED);
    byte[] kept = Files.readAllBytes(results);

    Captured other = sweep("--results", results.toString(), "--shard", "2/40");
    assertThat(other.exit()).isEqualTo(ExitStatus.USAGE);
    assertThat(other.err().strip())
        .isEqualTo(
            "vacate: --results "
                + results
                + " is of something else: shard 1/40, and not 2/40; see --help");
    assertThat(results).hasBinaryContent(kept);

    assertThat(sweep("--results", results.toString(), "--shard", "2/40", "--fresh").exit())
        .isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(Files.readAllBytes(results)).isNotEqualTo(kept);
  }

  @Test
  void aShardSaysThatItIsOne() {
    assertThat(sweep("--shard", "2/40").out())
        .startsWith(
            "PROVED corrected under sc in all 5 scenarios of up to 1 CPU with 1 operation each that"
                + " are in shard 2/40\n");
  }

  @Test
  void theJsonHasWhatItComesToAndEachScenario(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("sweep.json");
    sweep("--shard", "1/40", "--json", file.toString());

    Map<String, Object> document = JSON.std.mapFrom(Files.readString(file));
    assertThat(document)
        .containsEntry("revision", "corrected")
        .containsEntry("models", List.of("sc"))
        .containsEntry("cpus", 1)
        .containsEntry("shard", 1)
        .containsEntry("shards", 40);
    assertThat((List<?>) document.get("summaries"))
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("verdict", "PROVED")
        .containsEntry("scenarios", 5);
    assertThat((List<?>) document.get("results")).hasSize(5);
  }

  @Test
  void thePageIsWrittenWhereItIsAskedFor(@TempDir Path folder) throws Exception {
    sweep("--shard", "1/40", "--report", folder.resolve("page").toString());

    assertThat(folder.resolve("page")).isDirectoryContaining("glob:**/index.html");
    assertThat(Files.readString(folder.resolve("page").resolve("index.html")))
        .contains("PROVED corrected under sc in all 5 scenarios", "id=\"C12\"");
  }

  @Test
  void whatIsNotExploredToTheEndIsNotDecided() {
    Captured few =
        Captured.run("sweep", "--shard", "1/20", "--model", "sc", "--max-executions", "1");

    assertThat(few.out()).contains("\nnot decided, ");
    assertThat(few.out()).doesNotContain("PROVED ", " in all ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--cpus 0",
        "--cpus 5",
        "--operations 4",
        "--cpus two",
        "--revision june",
        "--model arm",
        "--model sc,arm",
        "--shard 1",
        "--shard 0/2",
        "--shard 3/2",
        "--shard one/two",
        "--shard 1/2/3",
        "--fresh",
        "--results /no/such/folder/r",
        "--results /tmp",
        "--results pom.xml",
        "--results pom.xml --fresh",
        "--json /no/such/folder/r.json",
        "--report /no/such/folder/r",
        "--report pom.xml",
        "--max-time soon",
        "--max-executions 0",
        "--processes 2",
        "--variations -1",
        "--claim C99",
        "--claim C7",
        "--claim C8 --revision posted20071128",
        "--jobs 0",
        "full: vacate",
      })
  void refusesWhatCannotBe(String arguments) {
    Captured refused = Captured.run(("sweep " + arguments).split(" "));

    assertThat(refused.exit()).isEqualTo(ExitStatus.USAGE);
    assertThat(refused.err().strip().lines()).hasSize(1);
  }
}
