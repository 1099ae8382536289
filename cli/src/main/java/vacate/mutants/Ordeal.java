// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Operation.Kind;
import vacate.scene.Scenario;
import vacate.universe.Universe;

/**
 * Puts a mutant before one scenario after the other, up to the first in which it breaks something.
 * Scenarios that it makes much larger wait until all others were asked.
 */
final class Ordeal {
  /** Many times what a scenario has in the protocol as it is. */
  private static final long ENOUGH = 20_000;

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
    Course course = new Course(mutant);
    List<Scenario> large = new ArrayList<>();
    Optional<Fate> killed =
        course.through(scenarios, known -> Math.min(ENOUGH, 500 + 4 * known.executions()), large);
    if (killed.isEmpty() && !large.isEmpty()) {
      killed = course.through(large, known -> ENOUGH, new ArrayList<>());
    }
    return killed.isPresent() || !goesOn.getAsBoolean() ? killed : Optional.of(course.survived());
  }

  /** A mutant's way through the scenarios. */
  private final class Course {
    private final Variant mutant;
    private final World world;
    private final Set<Scenario> asked = new HashSet<>();
    private long executions;
    private String other;
    private String open;

    Course(Variant mutant) {
      this.mutant = mutant;
      world = mutant.world().get();
    }

    /**
     * How it dies in one of some scenarios; empty in none, or if it is to go on no more.
     *
     * @param most after how many executions one is given up
     * @param givenUp gets those
     */
    Optional<Fate> through(
        List<Scenario> some, ToLongFunction<Unchanged.Known> most, List<Scenario> givenUp) {
      open = null;
      for (Scenario scenario : some) {
        if (!goesOn.getAsBoolean()) {
          return Optional.empty();
        }
        Optional<Unchanged.Known> known = unchanged.in(scenario);
        boolean comesTo = known.filter(k -> comesTo(mutant, k)).isPresent();
        if (known.isEmpty() || !comesTo && !isAllScenery(scenario)) {
          continue;
        }
        if (comesTo) {
          asked.add(scenario);
        }
        Optional<String> how = in(scenario, known.get(), most.applyAsLong(known.get()), givenUp);
        if (how.isPresent()) {
          return Optional.of(fate(scenario.toString(), how.get()));
        }
      }
      return Optional.empty();
    }

    private Optional<String> in(
        Scenario scenario, Unchanged.Known known, long most, List<Scenario> givenUp) {
      Played played = Played.first(world, scenario, model, most);
      executions += played.executions();
      if (!goesOn.getAsBoolean()) {
        return Optional.empty();
      }
      Optional<String> how = broken(known, played);
      if (how.isEmpty() && !played.broken().isEmpty()) {
        played = Played.all(world, scenario, model, most);
        executions += played.executions();
        how = broken(known, played);
      }
      if (how.isPresent()) {
        return how;
      }
      if (!played.isWhole()) {
        givenUp.add(scenario);
        open = open == null ? scenario + ": " + played.reason() : open;
      } else if (other == null && !played.outcomes().equals(known.outcomes())) {
        other = scenario.toString();
      }
      return Optional.empty();
    }

    Fate survived() {
      return fate(null, null);
    }

    private Fate fate(String scenario, String how) {
      boolean isKilled = scenario != null;
      return new Fate(
          mutant.id(),
          scenario,
          how,
          asked.size(),
          executions,
          isKilled ? null : other,
          isKilled ? null : open);
    }
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
  private static Optional<String> broken(Unchanged.Known known, Played played) {
    if (played.diesInSetup()) {
      return Optional.of("dies while the scene is set: " + played.died());
    }
    return worse(known, played).or(() -> claim(known, played));
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
