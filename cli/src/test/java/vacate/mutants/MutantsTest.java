// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.Deadline;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Scenario;
import vacate.universe.Play;

/**
 * Changes of the kinds that matter are generated, and die of the scenario that is said to kill
 * them.
 */
class MutantsTest {
  private static final Mutants MUTANTS = new Mutants(Play.class.getClassLoader());

  private static final long MANY = 10_000;

  private static Variant reordered(String function, String what) {
    List<Variant> found =
        MUTANTS.reordered().stream()
            .filter(m -> m.function().equals(function) && m.what().equals(what))
            .toList();
    assertThat(found).as(function + ": " + what).hasSize(1);
    return found.get(0);
  }

  private static Optional<Fate> tried(Variant mutant, String scenario) {
    Unchanged unchanged = new Unchanged(MemoryModel.JMM, MANY);
    List<Scenario> one = List.of(Scenario.parse(scenario));
    return new Ordeal(MemoryModel.JMM, one, unchanged, () -> true).of(mutant);
  }

  @ParameterizedTest
  @CsvSource({
    "__kmem_cache_vacate, slabUnlock; discardSlab, partial: vacate, deadlock",
    "__kmem_cache_shrink, localIrqSave; lock, cpu_slab: shrink irq: alloc, [irq spin_lock]",
    "kmem_cache_destroy, closeAndFree; upWrite, cpu_slab: destroy(0) | vacate, COMPLAINT",
    "kmem_cache_shrink, __kmemCacheShrink; kfree,"
        + " objects(4) partial crowded: shrink, FREED_MEMORY_WRITTEN",
    "synchronize_rcu, awaitIdle; rcuGracePeriodEnds,"
        + " rcu objects(1) full: free(0); idle | peek(0); idle, deadlock",
    "rcu_free_slab, rcuQueue; localIrqRestore,"
        + " rcu objects(1) full: alloc; free(own); shrink; idle irq: free(0), REFERENCE_WRONG",
  })
  void aChangeOfOrderDiesOf(String function, String what, String scenario, String how) {
    Fate fate = tried(reordered(function, what), scenario).orElseThrow();
    assertThat(fate.scenario()).isEqualTo(scenario);
    assertThat(fate.how()).contains(how);
  }

  @Test
  void theProtocolAsItIsSurvivesThose() {
    Unchanged.Known known =
        new Unchanged(MemoryModel.JMM, MANY)
            .in(Scenario.parse("partial: vacate irq: free(0)"))
            .orElseThrow();
    assertThat(known.broken()).isEmpty();
    assertThat(known.entered().orElseThrow())
        .anyMatch(m -> m.startsWith("vacate/slub/SlabVacate.vacateAndTell("))
        .noneMatch(m -> m.startsWith("vacate/slub/Slub.kmemCacheShrink("));
  }

  @Test
  void whatNoCpuComesToIsNotAsked() {
    Variant ofShrink = reordered("kmem_cache_shrink", "__kmemCacheShrink; kfree");
    assertThat(tried(ofShrink, "partial: vacate").orElseThrow().asked()).isZero();
    assertThat(tried(ofShrink, "partial: shrink").orElseThrow().asked()).isOne();
  }

  @Test
  void whatTheProtocolItselfBreaksKillsNoMutant() {
    Variant harmless = reordered("new_slab", "inuse; locklessFreelist");
    for (String scenario : List.of("partial: vacate irq: free(0)", "fresh: alloc irq: alloc")) {
      assertThat(tried(harmless, scenario).orElseThrow().how()).as(scenario).isNull();
    }
  }

  @Test
  void aScenarioWithTooManyExecutionsIsLeftOut() {
    Scenario scenario = Scenario.parse("partial: free(0) | vacate");
    assertThat(new Unchanged(MemoryModel.JMM, 10).in(scenario)).isEmpty();
    assertThat(new Unchanged(MemoryModel.JMM, MANY).in(scenario)).isPresent();
  }

  @Test
  void whatThereIsNoTimeForIsNotTried() {
    Deadline past = Deadline.in(Duration.ZERO, System::nanoTime, "0 s");
    MutantSweep sweep =
        new MutantSweep(MemoryModel.SC, List.of(Scenario.parse("partial: vacate")), MANY, past);
    assertThat(sweep.run(MUTANTS.leftOut(), 1, fate -> {})).isEmpty();
    assertThat(sweep.faults()).isEmpty();
  }

  @Test
  void noTwoHaveOneId() {
    List<Variant> all = new java.util.ArrayList<>(MUTANTS.leftOut());
    all.addAll(MUTANTS.reordered());
    assertThat(all).extracting(Variant::id).doesNotHaveDuplicates();
    assertThat(all).hasSizeGreaterThan(200);
    assertThat(MUTANTS.refused()).extracting(r -> r.why()).isNotEmpty();
  }

  @Test
  void howACpuComesToKnowThatItIsCalledIsNotTheProtocols() {
    Scenario calls = Scenario.parse("cpu_slab: destroy(0) | vacate");
    assertThat(new Weakened(Play.class.getClassLoader()).all(List.of(calls)))
        .extracting(Variant::what)
        .contains("all order of incNotZero")
        .containsOnlyOnce("acquire load of Cpu.work"); // of who has called, and waits
  }

  @Test
  void eachThatWasMadeByHandChangesThePort() {
    for (Rearranged one : Rearranged.values()) {
      Fate fate = tried(reordered(one.function, one.what), "partial: vacate").orElseThrow();
      assertThat(fate.asked()).as(one.edit).isOne();
    }
  }
}
