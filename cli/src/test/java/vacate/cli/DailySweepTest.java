// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.watch.Watchman;

/**
 * The daily sweeps: each comes to what {@code docs/sweeps.md} shows, and the ledger says nothing of
 * a claim that they contradict. A change of the page is a change of what is claimed: read it.
 */
@Tag("long")
class DailySweepTest {
  private static final Path RESOURCE =
      Path.of("src", "main", "resources", "vacate", "sweep", "daily.json");

  /** What is kept of a sweep's JSON. */
  private static final Set<String> KEPT =
      Set.of(
          "revision",
          "models",
          "cpus",
          "operations",
          "interrupts",
          "processes",
          "variations",
          "maxTurns",
          "maxExecutions",
          "summaries");

  /**
   * Breaks only if a third CPU frees the last object while two vacate: {@code
   * claim.C11_DyingSlab.Posted}, which the ledger's own tests explore.
   */
  private static final Set<String> WITH_THREE_CPUS = Set.of("C11 posted jmm");

  @TempDir static Path folder;

  /** Of each command of the page: what it has printed, and its JSON. */
  private static final Map<String, String> PRINTED = new LinkedHashMap<>();

  private static final List<Map<String, Object>> FOUND = new ArrayList<>();

  @BeforeAll
  static void sweep() throws IOException {
    for (SweepPage.Shown sweep : sweeps()) {
      Path json = folder.resolve("sweep.json");
      List<String> arguments = new ArrayList<>(Arrays.asList(sweep.command().split(" ")));
      arguments.addAll(List.of("--json", json.toString()));
      Captured run = Captured.run(arguments.toArray(new String[0]));
      PRINTED.put(sweep.command(), SweepPage.timeless(run.out()));
      FOUND.add(JSON.std.mapFrom(Files.readString(json)));
    }
    Files.writeString(Path.of("target", "sweeps.txt"), String.join("\n", PRINTED.values()));
    FOUND.forEach(sweep -> sweep.keySet().retainAll(KEPT));
    Files.writeString(Path.of("target", "daily.json"), text(FOUND));
  }

  static List<SweepPage.Shown> sweeps() throws IOException {
    return SweepPage.under("Daily");
  }

  @ParameterizedTest
  @MethodSource("sweeps")
  void comesToWhatThePageShows(SweepPage.Shown sweep) {
    assertThat(PRINTED.get(sweep.command())).isEqualTo(sweep.shown());
  }

  /** What the matrices of claims in every scenario say is what was found now. */
  @Test
  void comesToWhatIsKeptWithTheProgram() throws IOException {
    assertThat(Files.readString(RESOURCE)).isEqualTo(text(FOUND));
  }

  private static String text(List<?> sweeps) throws IOException {
    return JSON.std
            .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
            .with(JSON.Feature.WRITE_NULL_PROPERTIES)
            .asString(sweeps)
        + "\n";
  }

  /** All that a sweep has seen to break, as {@code C10 + posted jmm}. */
  private static Set<String> broken() {
    Set<String> broken = new TreeSet<>();
    for (Map<String, Object> sweep : FOUND) {
      for (Object summary : (List<?>) sweep.get("summaries")) {
        Map<?, ?> of = (Map<?, ?>) summary;
        String where = sweep.get("revision") + " " + of.get("model");
        ((Map<?, ?>) of.get("claims")).keySet().forEach(c -> broken.add(c + " " + where));
        ((Map<?, ?>) of.get("qualified")).keySet().forEach(c -> broken.add(c + " + " + where));
      }
    }
    return broken;
  }

  /**
   * All that the ledger calls true, or false, in the same words, of what is watched and was swept.
   */
  private static Set<String> called(boolean holds) {
    Set<String> said = new TreeSet<>();
    for (Claim claim : Watchman.WATCHED) {
      Stream<Form> forms =
          claim.qualifier.isEmpty() ? Stream.of(Form.LITERAL) : Stream.of(Form.values());
      forms.forEach(
          form ->
              claim
                  .truth(form)
                  .revisions()
                  .forEach(revision -> note(said, claim, form, revision, holds)));
    }
    return said;
  }

  private static void note(
      Set<String> said, Claim claim, Form form, Revision revision, boolean holds) {
    for (MemoryModel model : MemoryModel.values()) {
      if (wasSwept(revision, model) && claim.truth(form).holds(revision, model) == holds) {
        String plus = form == Form.QUALIFIED ? " + " : " ";
        said.add(claim + plus + revision.label + " " + model.id());
      }
    }
  }

  private static boolean wasSwept(Revision revision, MemoryModel model) {
    return FOUND.stream()
        .anyMatch(
            sweep ->
                sweep.get("revision").equals(revision.label)
                    && ((List<?>) sweep.get("models")).contains(model.id()));
  }

  @Test
  void nothingThatTheLedgerCallsTrueBreaks() {
    assertThat(broken()).isNotEmpty().doesNotContainAnyElementsOf(called(true));
  }

  @Test
  void allThatTheLedgerCallsFalseBreaks() {
    Set<String> expected = called(false);
    assertThat(expected.removeAll(WITH_THREE_CPUS)).isTrue();
    assertThat(broken()).containsAll(expected);
  }
}
