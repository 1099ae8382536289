// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.scene.CacheFlag;
import vacate.scene.Operation;
import vacate.scene.Scenario;
import vacate.scene.Shape;

class UniverseTest {
  private final List<Scenario> daily = new Universe(2, 1).scenarios();

  @Test
  void hasEachScenarioOnceAndThoseWithFewerOperationsFirst() {
    assertThat(new HashSet<>(daily)).hasSameSizeAs(daily);
    assertThat(daily.stream().map(Universe::size)).isSorted();
  }

  @Test
  void isTheSameEachTime() {
    assertThat(new Universe(2, 1).scenarios()).isEqualTo(daily);
  }

  @Test
  void hasNothingThatIsNoQuestionAndAllElseThatItsWordsSay() {
    List<String> words = List.of("-", "alloc", "free(0)", "free(1)", "vacate", "shrink");
    List<String> allowed =
        Stream.of(Shape.values())
            .flatMap(shape -> words.stream().map(w -> shape + ": " + w + " | "))
            .flatMap(begin -> words.stream().filter(w -> !w.equals("-")).map(w -> begin + w))
            .filter(UniverseTest::isAllowed)
            .toList();

    assertThat(daily).allMatch(s -> Contract.brokenBy(s).isEmpty());
    assertThat(daily.stream().map(Scenario::toString)).containsAll(allowed);
    assertThat(allowed).hasSizeGreaterThan(50);
  }

  private static boolean isAllowed(String text) {
    try {
      return Contract.brokenBy(Scenario.parse(text)).isEmpty();
    } catch (IllegalArgumentException noSuchObject) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "full: vacate",
        "full pinned(0) pinned(1): vacate | vacate",
        "store_user rcu kept: alloc; idle | vacate; idle",
        "store_user red_zone partial: destroy(0) | vacate",
        "rcu cpu_slab: - | shrink; idle",
      })
  void has(String scenario) {
    assertThat(daily).contains(Scenario.parse(scenario));
  }

  @Test
  void whereAGracePeriodMustPassEachCpuLetsIt() {
    assertThat(daily)
        .filteredOn(s -> s.start().cache().contains(CacheFlag.RCU))
        .isNotEmpty()
        .allMatch(s -> s.cpus().stream().allMatch(UniverseTest::isNothingOrEndsIdle));
    assertThat(daily)
        .filteredOn(s -> !s.start().cache().contains(CacheFlag.RCU))
        .noneMatch(s -> s.has(Operation.Kind.IDLE));
  }

  private static boolean isNothingOrEndsIdle(List<Operation> does) {
    return does.isEmpty() || does.get(does.size() - 1).kind() == Operation.Kind.IDLE;
  }

  @Test
  void isPartOfALargerOne() {
    assertThat(new Universe(2, 2).scenarios()).containsAll(daily);
  }

  /** To the CPU of which the slab may be, and to one of those that begin with none. */
  @Test
  void withASecondProcessAlsoOneThatGoesOnOnACpuThatHasNone() {
    List<Scenario> moved =
        new Universe(3, 1, 0, 1, 0)
            .scenarios().stream().filter(s -> s.has(Operation.Kind.MIGRATE)).toList();

    assertThat(moved)
        .contains(
            Scenario.parse("cpu_slab: - | alloc proc: cpu(0)"),
            Scenario.parse("cpu_slab: - | alloc proc: cpu(0) | vacate"),
            Scenario.parse("fresh: alloc | - | vacate proc: cpu(1)"))
        .doesNotHaveDuplicates()
        .doesNotContain(Scenario.parse("fresh: - | - | vacate proc: cpu(2)"))
        .allMatch(s -> Contract.brokenBy(s).isEmpty());
  }

  @Test
  void withAnInterruptHasTheSameAndThoseWithOneWhereverACpuDoesSomething() {
    List<Scenario> interrupted = new Universe(2, 1, 1, 0, 0).scenarios();

    assertThat(interrupted).containsAll(daily).doesNotHaveDuplicates();
    assertThat(interrupted)
        .contains(
            Scenario.parse("partial: vacate irq: free(0) | alloc"),
            Scenario.parse("rcu full: free(0); idle | vacate; idle irq: alloc"),
            Scenario.parse("partial: free(0) irq: alloc"))
        .allMatch(s -> s.intrusions().size() <= 1)
        .noneMatch(s -> s.has(Operation.Kind.DESTROY) && !s.intrusions().isEmpty());
  }

  @Test
  void withASecondProcessHasTheSameAndThoseWithOne() {
    List<Scenario> preempted = new Universe(2, 1, 0, 1, 0).scenarios();

    assertThat(preempted).containsAll(daily).doesNotHaveDuplicates();
    assertThat(preempted)
        .contains(
            Scenario.parse("fresh: alloc proc: alloc"),
            Scenario.parse("partial pinned(0): alloc proc: vacate"),
            Scenario.parse("cpu_slab: vacate proc: shrink | alloc"))
        .allMatch(s -> s.intrusions().size() <= 1)
        .noneMatch(s -> s.toString().contains("irq:"));
  }

  @Test
  void withAVariationHasTheSameAndThoseInWhichOneThingIsNotAsUsual() {
    List<Scenario> varied = new Universe(2, 1, 0, 0, 1).scenarios();

    assertThat(varied).containsAll(daily).doesNotHaveDuplicates();
    assertThat(varied)
        .contains(
            Scenario.parse("noctor fresh: alloc | vacate"),
            Scenario.parse("objects(1) full: vacate | free(0)"),
            Scenario.parse("objects(3) full pinned(1): vacate | free(2)"),
            Scenario.parse("kept second: shrink | alloc"),
            Scenario.parse("partial kick(one): vacate | free(0)"),
            Scenario.parse("cpu_slab: flush | alloc"),
            Scenario.parse("partial: nomem; vacate | free(0)"))
        .doesNotContain(
            Scenario.parse("partial kick(none): alloc | free(0)"),
            Scenario.parse("partial: flush | defrag"),
            Scenario.parse("noctor partial: flush"));
  }

  @ParameterizedTest
  @CsvSource({"0,1,0", "5,1,0", "2,0,0", "2,4,0", "2,1,-1", "2,1,2"})
  void isNoLargerThanWhatIsPlayed(int cpus, int operations, int interrupts) {
    assertThatThrownBy(() -> new Universe(cpus, operations, interrupts, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"2,0", "-1,0", "0,2", "0,-1"})
  void hasOneSecondProcessAndOneVariationAtMost(int processes, int variations) {
    assertThatThrownBy(() -> new Universe(2, 1, 0, processes, variations))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("0 or 1");
  }
}
