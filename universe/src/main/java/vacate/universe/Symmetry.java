// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vacate.scene.Operation;
import vacate.scene.Scenario;

/**
 * Which scenarios are the same but for names. CPU 0 is like no other: the contested page is its
 * own, or was when the scene was set. All others begin alike, so that what they do may be dealt out
 * to them in any order; of these orders one is explored.
 */
final class Symmetry {
  /** Who does nothing comes first, since the last CPU does something. */
  private static final Comparator<List<Operation>> ORDER =
      Comparator.<List<Operation>, Boolean>comparing(does -> !does.isEmpty())
          .thenComparing(List::toString);

  private Symmetry() {}

  /** The one that is explored for this and all that are the same but for names. */
  static Scenario representative(Scenario scenario) {
    List<List<Operation>> others = new ArrayList<>(scenario.cpus());
    List<List<Operation>> cpus = new ArrayList<>(List.of(others.remove(0)));
    others.sort(ORDER);
    cpus.addAll(others);
    return new Scenario(scenario.cache(), scenario.shape(), scenario.pinned(), cpus);
  }

  /** Whether it is that one itself. */
  static boolean isRepresentative(Scenario scenario) {
    return representative(scenario).equals(scenario);
  }
}
