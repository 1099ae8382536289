// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "noctor partial",
        "objects(3) partial",
        "partial second",
        "partial crowded",
        "partial compound",
        "partial kick(none)",
        "partial second referenced"
      })
  void isUnusualWithOneWordMore(String text) {
    assertThat(Scenario.parse(text + ": vacate").start().isUsual()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"partial", "rcu full", "store_user partial pinned(0)"})
  void isUsualWithCacheStateAndPins(String text) {
    assertThat(Scenario.parse(text + ": vacate").start().isUsual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "objects(1) partial, a slab of one object is never partly used",
    "objects(1) full second, a slab of one object is never partly used",
    "objects(1) kept crowded, a slab of one object is never partly used",
    "partial second crowded, of second; crowded and compound there is one at most",
    "partial crowded compound referenced, of second; crowded and compound there is one at most",
    "fresh referenced, nobody has a reference to a page that is free",
    "objects(9) full, a slab has 1 to 8 objects; as objects(3)",
    "objects(0) full, a slab has 1 to 8 objects; as objects(3)",
    "partial pinned(1), a partial page has no object 1 in use"
  })
  void isRefusedWhereNoSlabIsSo(String text, String reason) {
    assertThatThrownBy(() -> Scenario.parse(text + ": vacate"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(reason.replace(';', ','));
  }

  @Test
  void hasAnObjectAtLeast() {
    assertThatThrownBy(
            () -> new Start(Set.of(), true, 0, Shape.FRESH, Set.of(), Set.of(), Giving.ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a slab has an object at least");
  }

  @Test
  void hasNoPinnedObjectBelowTheFirst() {
    Set<Integer> pinned = Set.of(-1);

    assertThatThrownBy(() -> new Start(Set.of(), Shape.FULL, pinned))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a full page has no object -1 in use");
  }
}
