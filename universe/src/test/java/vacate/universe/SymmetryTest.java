// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.Bounds;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Operation;
import vacate.scene.Scenario;
import vacate.scene.Shape;

class SymmetryTest {
  private static final long MANY = 2000;

  private final World world = new World(Play.class.getClassLoader());

  /**
   * All scenarios of three CPUs of a kind, and each with the last two in the other order. How often
   * somebody waits is not compared: of executions that differ only in what a waiting CPU has seen
   * the search visits some, and which depends on who is first. Those that have many executions, as
   * where CPUs interrupt each other, are left out: they would take hours.
   */
  @ParameterizedTest
  @CsvSource({"FRESH, JMM", "CPU_SLAB, SC"})
  void twoCpusThatAreNotTheFirstMayChangePlaces(Shape shape, MemoryModel model) {
    List<Scenario> unlike =
        new Universe(3, 1)
            .scenarios().stream()
                .filter(
                    s ->
                        s.cpus().size() == 3
                            && s.start().cache().isEmpty()
                            && s.start().shape() == shape)
                .filter(s -> !swapped(s).equals(s) && Symmetry.isRepresentative(s))
                .filter(s -> !Symmetry.isRepresentative(swapped(s)))
                .toList();

    int compared = 0;
    for (Scenario s : unlike) {
      Optional<String> one = found(s, model, false);
      if (one.isPresent()) {
        assertThat(found(swapped(s), model, true)).as(s.toString()).isEqualTo(one);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  private static Scenario swapped(Scenario s) {
    List<List<Operation>> cpus = new ArrayList<>(s.cpus());
    Collections.swap(cpus, 1, 2);
    return new Scenario(s.start(), cpus);
  }

  /**
   * Verdict, and how many executions have which outcome, under the names of the other; empty if
   * there are many.
   */
  private Optional<String> found(Scenario s, MemoryModel model, boolean renamed) {
    Result result =
        world
            .explore(
                new ScenarioQuestion(Revision.CORRECTED, s).test(),
                Set.of(model),
                Settings.of(new Bounds(Bounds.DEFAULT.loop(), MANY)).withWitnessesLater())
            .get(model);
    if (result.verdict() == Verdict.BOUNDED) {
      return Optional.empty();
    }
    boolean bothAct = s.cpus().stream().skip(1).noneMatch(List::isEmpty);
    Map<String, Long> outcomes = new TreeMap<>();
    result.outcomes().stream()
        .filter(o -> !o.isImpossible())
        .forEach(
            o -> {
              List<String> words = Arrays.asList(o.id().split(Told.COLUMN));
              if (renamed && bothAct && words.size() > 2) {
                Collections.swap(words, words.size() - 3, words.size() - 2);
              }
              outcomes.put(String.join(Told.COLUMN, words), o.executions());
            });
    return Optional.of(result.verdict() + " " + result.executions() + " " + outcomes);
  }

  @Test
  void cpuZeroIsLikeNoOther() {
    assertThat(represents("fresh: alloc | vacate")).isEqualTo("fresh: alloc | vacate");
    assertThat(represents("fresh: vacate | alloc")).isEqualTo("fresh: vacate | alloc");
  }

  @Test
  void theOthersAreInOneOrderAndWhoDoesNothingIsBeforeThem() {
    assertThat(represents("full: vacate | free(1) | - | free(0)"))
        .isEqualTo("full: vacate | - | free(0) | free(1)");
    assertThat(represents("full: vacate | free(0) | free(1) | -"))
        .isEqualTo("full: vacate | - | free(0) | free(1)");
  }

  /** He calls them in the order of their numbers. */
  @Test
  void theyAreNotAlikeToWhoCallsAll() {
    for (String caller : List.of("shrink", "destroy(0)", "flush")) {
      String scenario = "partial: - | vacate | " + caller;
      String other = "partial: - | " + caller + " | vacate";
      assertThat(represents(scenario)).isEqualTo(scenario);
      assertThat(represents(other)).isEqualTo(other);
    }
  }

  @Test
  void anInterruptGoesWithItsCpu() {
    assertThat(represents("full: vacate | free(1) irq: alloc | free(0)"))
        .isEqualTo("full: vacate | free(0) | free(1) irq: alloc");
    assertThat(represents("full: vacate | alloc irq: free(1) | alloc irq: free(0)"))
        .isEqualTo("full: vacate | alloc irq: free(0) | alloc irq: free(1)");
  }

  private static String represents(String scenario) {
    return Symmetry.representative(Scenario.parse(scenario)).toString();
  }

  /** However the operations are dealt out, one scenario of the universe stands for that. */
  @Test
  void theUniverseHasOneOfThoseThatAreTheSameButForNames() {
    List<String> words = List.of("-", "alloc", "vacate", "free(0)", "drain");
    List<Scenario> dealt =
        words.stream()
            .flatMap(one -> words.stream().map(other -> "partial: " + one + " | " + other + " | "))
            .flatMap(begin -> words.stream().skip(1).map(last -> Scenario.parse(begin + last)))
            .filter(scenario -> Contract.brokenBy(scenario).isEmpty())
            .toList();
    List<Scenario> ones = dealt.stream().map(Symmetry::representative).distinct().toList();
    List<Scenario> scenarios = new Universe(3, 1).scenarios();

    assertThat(ones).hasSizeBetween(20, dealt.size() - 20);
    assertThat(scenarios).containsAll(ones).allMatch(Symmetry::isRepresentative);
  }
}
