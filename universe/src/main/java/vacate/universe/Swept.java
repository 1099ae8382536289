// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.List;
import java.util.Optional;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/**
 * A scenario, and what was found of it.
 *
 * @param rulings one for each model of the sweep; none if it was not begun
 * @param whole whether it was not broken off: explored again, it would come to the same
 */
public record Swept(Revision revision, Scenario scenario, List<Ruling> rulings, boolean whole) {
  public Swept {
    rulings = List.copyOf(rulings);
  }

  /** Of a scenario of which nothing is known. */
  public static Swept notBegun(Revision revision, Scenario scenario) {
    return new Swept(revision, scenario, List.of(), false);
  }

  /** What was found under a model; empty if it was not begun. */
  public Optional<Ruling> under(MemoryModel model) {
    return rulings.stream().filter(ruling -> ruling.model() == model).findFirst();
  }
}
