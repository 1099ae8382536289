// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Scenario;
import vacate.universe.Play;
import vacate.watch.BrokenClaim;

/** What the corrected protocol comes to in a scenario, each explored when it is first asked for. */
final class Unchanged {
  /**
   * What is known of one.
   *
   * @param outcomes all that may come of it
   * @param broken what of that is broken, in words
   * @param claims how claims are broken that the ledger says it keeps
   * @param entered the methods that its CPUs enter; empty if that is not known
   * @param executions how many there are, complete and blocked
   */
  record Known(
      Set<String> outcomes,
      Set<String> broken,
      Set<BrokenClaim> claims,
      Optional<Set<String>> entered,
      long executions) {}

  private final MemoryModel model;
  private final long most;
  private final Map<Scenario, Optional<Known>> known = new ConcurrentHashMap<>();

  /** The worker's own classes. */
  private final ThreadLocal<World> worlds =
      ThreadLocal.withInitial(() -> new World(Play.class.getClassLoader()));

  /**
   * @param most how many executions a scenario has at most
   */
  Unchanged(MemoryModel model, long most) {
    this.model = model;
    this.most = most;
  }

  /**
   * What is known of a scenario; empty if it has too many executions.
   *
   * @throws IllegalStateException if the thread is interrupted meanwhile
   */
  Optional<Known> in(Scenario scenario) {
    Optional<Known> there = known.get(scenario);
    if (there != null) {
      return there;
    }
    World world = worlds.get();
    Played played = Played.all(world, scenario, model, most + 1);
    Optional<Known> found =
        played.executions() > most
            ? Optional.empty()
            : Optional.of(
                new Known(
                    played.outcomes(),
                    played.broken().keySet(),
                    Set.copyOf(played.claims()),
                    world.entered(),
                    played.executions()));
    if (found.isPresent() && !played.isWhole()) {
      throw new IllegalStateException(scenario + ": " + played.reason());
    }
    known.put(scenario, found);
    return found;
  }
}
