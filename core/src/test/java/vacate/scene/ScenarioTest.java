// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.revision.Revision;
import vacate.slub.SlabFlag;

class ScenarioTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "partial: free(0) | vacate",
        "store_user fresh: alloc | vacate",
        "store_user red_zone rcu full pinned(0) pinned(1): alloc | free(1) | vacate",
        "rcu partial: free(0); idle | vacate; idle",
        "cpu_slab: drain; destroy(0) | - | shrink",
        "cpu_slab: flush; defrag | flush",
        "rcu noctor objects(3) full pinned(0) pinned(2) second kick(none): free(2) | vacate",
        "objects(1) kept get(none): alloc | vacate",
        "objects(8) full crowded kick(one): free(7); shrink | alloc; free(own)",
        "partial referenced compound noops: vacate | put | read",
        "partial second kick(irqs_off): vacate",
        "partial: vacate; drain irq: free(0) | alloc irq: alloc | - irq: free(0)",
        "full: alloc proc: vacate | vacate proc: shrink | - proc: free(0)"
      })
  void isReadAsItIsWritten(String text) {
    assertThat(Scenario.parse(text)).hasToString(text);
  }

  @Test
  void hasAnInterruptWhereItSaysSo() {
    Scenario scenario = Scenario.parse("partial: vacate|-  irq:free(0)");

    assertThat(scenario.intrusions())
        .isEqualTo(
            Map.of(
                1, new Intrusion(Intrusion.By.INTERRUPT, new Operation(Operation.Kind.FREE, 0))));
    assertThat(scenario.cpus().get(1)).isEmpty();
    assertThat(scenario.has(Operation.Kind.FREE)).isTrue();
  }

  @Test
  void hasACpuForEachColumn() {
    Scenario scenario = Scenario.parse(" rcu  partial :free(0);idle|vacate ");

    assertThat(scenario)
        .isEqualTo(
            new Scenario(
                new Start(Set.of(CacheFlag.RCU), Shape.PARTIAL, Set.of()),
                List.of(
                    List.of(
                        new Operation(Operation.Kind.FREE, 0),
                        new Operation(Operation.Kind.IDLE, Operation.NONE)),
                    List.of(new Operation(Operation.Kind.VACATE, Operation.NONE)))));
    assertThat(scenario.has(Operation.Kind.IDLE)).isTrue();
    assertThat(scenario.has(Operation.Kind.SHRINK)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "free(0) => lacks the colon",
        "half: vacate => \"half\" is no state of a page",
        "partial full: vacate => \"full\" is no state of a page",
        "rcu: vacate => lacks a state of the page",
        "partial: => \"\" is none of [alloc, free,",
        "partial: vacate | => \"\" is none of",
        "partial: vacuum => \"vacuum\" is none of",
        "partial: free => free wants an object from 0 to 7, as free(0)",
        "partial: free(8) => free wants an object",
        "partial: cpu => cpu wants a CPU from 0 to 7, as cpu(0)",
        "partial: free(99999999999) => \"free(99999999999)\" is none of",
        "partial: vacate(0) => vacate is about no object",
        "objects(3) partial: free(1) => a partial page has no object 1 in use",
        "full: free(2) => a full page has no object 2 in use",
        "objects(1) full: free(1) => a full page has no object 1 in use",
        "objects(0) full: vacate => a slab has 1 to 8 objects",
        "objects(9) full: vacate => a slab has 1 to 8 objects",
        "objects(x) full: vacate => \"objects(x)\" is no state of a page",
        "objects(1) partial: vacate => a slab of one object is never partly used",
        "objects(1) full second: vacate => a slab of one object is never partly used",
        "kept crowded second: vacate => of second, crowded and compound there is one at most",
        "crowded compound kept: vacate => of second, crowded and compound there is one at most",
        "crowded objects(1) full: vacate => a slab of one object is never partly used",
        "fresh referenced: vacate => nobody has a reference to a page that is free",
        "partial: free(mine) => \"free(mine)\" is none of",
        "partial: read(0) => read is about no object",
        "full kick(some): vacate => \"kick(some)\" is no state of a page",
        "full get(none) kick(none): vacate => \"kick(none)\" is no state of a page",
        "partial: free(1) => a partial page has no object 1 in use",
        "kept pinned(0): vacate => a kept page has no object 0 in use",
        "partial: vacate irq: vacate => vacate is not done in an interrupt",
        "partial: vacate irq: destroy(0) => destroy is not done in an interrupt",
        "partial: vacate irq: flush => flush is not done in an interrupt",
        "partial: vacate irq: defrag => defrag is not done in an interrupt",
        "partial: flush(0) => flush is about no object",
        "partial: vacate irq: free(1) => a partial page has no object 1 in use",
        "partial: vacate irq: alloc; alloc => \"alloc; alloc\" is none of",
        "partial: vacate irq: - => \"-\" is none of",
        "partial: irq: alloc => \"\" is none of",
        "partial: vacate proc: destroy(0) => destroy is not done by a second process",
        "partial: vacate proc: idle => idle is not done by a second process",
        "partial: vacate proc: free(1) => a partial page has no object 1 in use",
        "partial: vacate irq: alloc proc: alloc => a CPU is interrupted once",
        "partial: vacate proc: alloc irq: alloc => a CPU is interrupted once",
        "partial: vacate irq: alloc irq: alloc => \"alloc irq: alloc\" is none of",
      })
  void whatIsNoneIsRefusedInOneLine(String text, String why) {
    assertThatThrownBy(() -> Scenario.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "'free(0)' => 7",
        "'  half: vacate' => 2",
        "'rcu  : vacate' => 5",
        "'partial: free(0) |vacuum' => 18",
        "'crowded referenced fresh: vacate' => 8",
        "'crowded kept second: vacate' => 13",
        "'partial: vacate; free(1) | idle' => 17",
        "'partial: vacate |' => 17",
        "'partial: vacate;;idle' => 16",
        "'rcu kept pinned(0): vacate' => 9",
        "'rcu objects(9) full: vacate' => 4",
        "'objects(1) full second: vacate' => 16",
        "'full pinned(0) pinned(2): vacate' => 15",
        "'noctor objects(1) partial: vacate' => 7",
        "'partial: free(' => 9",
        "'partial: free() ' => 9",
        "'partial: vacate irq: shrink | vacate' => 21",
        "'partial: vacate irq:free(1)' => 20",
        "'partial: vacate irq: ' => 20",
        "'partial: irq: alloc' => 9",
        "'partial: vacate | alloc proc: drain' => 30",
      })
  void whereItGoesWrongIsTold(String text, int at) {
    assertThatThrownBy(() -> Scenario.parse(text))
        .isInstanceOfSatisfying(ScenarioException.class, e -> assertThat(e.at()).isEqualTo(at));
  }

  @Test
  void aCpuActsIfItDoesSomethingOrIsInterrupted() {
    Scenario scenario = Scenario.parse("partial: alloc | - | - irq: free(0)");

    assertThat(scenario.acts(0)).isTrue();
    assertThat(scenario.acts(1)).isFalse();
    assertThat(scenario.acts(2)).isTrue();
    assertThatThrownBy(() -> new Scenario(scenario.start(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void allCpusAreInterruptedForWhatFlushes() {
    assertThat(Operation.Kind.values())
        .filteredOn(Operation.Kind::interruptsAll)
        .containsExactly(Operation.Kind.SHRINK, Operation.Kind.DESTROY, Operation.Kind.FLUSH);
  }

  @Test
  void isSetAsItSays() {
    Scene scene =
        new Scene(
            Revision.CORRECTED, Scenario.parse("rcu full pinned(1): vacate | vacate | alloc"));

    assertThat(scene.slub.machine.cpus).hasSize(3);
    assertThat(scene.cache.flags & SlabFlag.SLAB_DESTROY_BY_RCU).isNotZero();
    assertThat(scene.held()).isEqualTo(2);
    assertThat(scene.free(0, 1)).isEqualTo("TAKEN");
    assertThat(scene.free(0, 0)).isEqualTo("TO_PARTIAL");
  }
}
