// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Breaks every field of every structure, one at a time, to several wrong values each, in every
 * state of a slab and for every flavour of cache. What is not found has to be {@link Exempt}.
 */
class EveryFieldTest {
  private static final List<String> OVERLOOKED = new ArrayList<>();
  private static final List<String> FOUND_THOUGH_EXEMPT = new ArrayList<>();
  private static final Set<Exempt> NEEDED = EnumSet.noneOf(Exempt.class);
  private static int wrecks;

  @BeforeAll
  static void breakEverything() {
    for (State state : State.values()) {
      for (Flavour flavour : Flavour.all()) {
        breakEach(state.of(flavour));
      }
    }
    SceneToDamage.all().forEach(EveryFieldTest::breakEach);
  }

  private static void breakEach(Damageable world) {
    assertThat(world.damage()).as("%s, not damaged", world).isEmpty();
    List<Cell> cells = world.cells();
    for (Cell cell : cells) {
      Wreck.of(cell, cells, world).forEach(wreck -> judge(world, wreck));
    }
    assertThat(world.damage()).as("%s, mended", world).isEmpty();
  }

  private static void judge(Damageable world, Wreck wreck) {
    List<Exempt> exemptions =
        Stream.of(Exempt.values()).filter(exempt -> exempt.covers(world, wreck)).toList();
    boolean found = !wreck.damage(world).isEmpty();
    if (!found && exemptions.isEmpty()) {
      OVERLOOKED.add(world + ": " + wreck);
    } else if (found && !exemptions.isEmpty()) {
      FOUND_THOUGH_EXEMPT.add(world + ": " + wreck + " is " + exemptions);
    }
    NEEDED.addAll(exemptions);
    wrecks++;
  }

  @Test
  void noWreckIsOverlookedUnlessItCannotMatter() {
    assertThat(OVERLOOKED).as("of %d wrecks", wrecks).isEmpty();
    assertThat(wrecks).isGreaterThan(500_000);
  }

  @Test
  void noExemptionCoversWhatIsFound() {
    assertThat(FOUND_THOUGH_EXEMPT).isEmpty();
  }

  @Test
  void everyExemptionIsNeeded() {
    assertThat(NEEDED).containsExactly(Exempt.values());
  }
}
