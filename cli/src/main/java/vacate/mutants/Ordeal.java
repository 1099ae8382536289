// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Operation.Kind;
import vacate.scene.Scenario;
import vacate.universe.Universe;

/**
 * Puts a mutant before one scenario after the other, up to the first in which it breaks something.
 */
final class Ordeal {
  /** Many times what a scenario has in the protocol as it is. */
  private static final long ENOUGH = 100_000;

  private final MemoryModel model;
  private final List<Scenario> scenarios;
  private final Unchanged unchanged;
  private final BooleanSupplier goesOn;

  /**
   * @param goesOn asked before each scenario
   */
  Ordeal(MemoryModel model, List<Scenario> scenarios, Unchanged unchanged, BooleanSupplier goesOn) {
    this.model = model;
    this.scenarios = scenarios;
    this.unchanged = unchanged;
    this.goesOn = goesOn;
  }

  /** What becomes of it; empty if that is not known when it is to go on no more. */
  Optional<Fate> of(Variant mutant) {
    World world = mutant.world().get();
    int asked = 0;
    long executions = 0;
    String other = null;
    String open = null;
    for (Scenario scenario : scenarios) {
      if (!goesOn.getAsBoolean()) {
        return Optional.empty();
      }
      Optional<Unchanged.Known> known = unchanged.in(scenario);
      boolean comesTo = known.filter(k -> comesTo(mutant, k)).isPresent();
      if (known.isEmpty() || !comesTo && !isAllScenery(scenario)) {
        continue;
      }
      Played played = Played.first(world, scenario, model, ENOUGH);
      if (!goesOn.getAsBoolean()) {
        return Optional.empty();
      }
      asked += comesTo ? 1 : 0;
      executions += played.executions();
      Optional<String> how = broken(world, scenario, known.get(), played, mutant);
      if (how.isPresent()) {
        return Optional.of(
            new Fate(mutant.id(), scenario.toString(), how.get(), asked, executions, null, null));
      }
      boolean isWhole = played.isWhole() || !played.broken().isEmpty(); // then all were visited
      if (!isWhole && open == null) {
        open = scenario + ": " + played.reason();
      }
      if (other == null && played.isWhole() && !played.outcomes().equals(known.get().outcomes())) {
        other = scenario.toString();
      }
    }
    return Optional.of(new Fate(mutant.id(), null, null, asked, executions, other, open));
  }

  /** Whether CPUs come to what is changed. */
  private static boolean comesTo(Variant mutant, Unchanged.Known known) {
    return known.entered().map(mutant.isEntered()::test).orElse(true);
  }

  /**
   * Whether little happens in it but that the scene is set, where what is changed may matter, too.
   */
  private static boolean isAllScenery(Scenario scenario) {
    return Universe.size(scenario) == 1 && scenario.has(Kind.DRAIN);
  }

  /** What is broken that is not so in the protocol as it is. */
  private Optional<String> broken(
      World world, Scenario scenario, Unchanged.Known known, Played played, Variant mutant) {
    if (played.diesInSetup()) {
      return Optional.of("dies while the scene is set: " + played.died());
    }
    Optional<String> outcome = worse(known, played);
    if (outcome.isEmpty() && !played.broken().isEmpty()) {
      Played all = Played.all(world, scenario, model, ENOUGH);
      return worse(known, all).or(() -> claim(known, all));
    }
    return outcome.or(() -> claim(known, played));
  }

  private static Optional<String> worse(Unchanged.Known known, Played played) {
    return played.broken().entrySet().stream()
        .filter(e -> !known.broken().contains(e.getKey()))
        .findFirst()
        .map(Map.Entry::getValue);
  }

  /** A claim that is broken now. */
  private static Optional<String> claim(Unchanged.Known known, Played played) {
    return played.claims().stream()
        .filter(claim -> !known.claims().contains(claim))
        .findFirst()
        .map(Object::toString);
  }
}
