// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.EnumMap;
import java.util.Map;
import vacate.explorer.Barriers;
import vacate.explorer.model.MemoryModel;

/**
 * One mutant and what became of it.
 *
 * @param id names it on the command line
 * @param function the kernel function, or the method where it is nobody's
 * @param place file and line
 * @param what stands there
 * @param to what stands there instead
 * @param cells by model
 * @param why it is redundant where no test needs it; null if nobody has said why
 */
public record Line(
    String id,
    String function,
    String place,
    String what,
    String to,
    Map<MemoryModel, Cell> cells,
    String why) {
  public Line {
    cells = java.util.Collections.unmodifiableMap(new EnumMap<>(cells));
  }

  /** Whether some model needs it. */
  public boolean isNeeded() {
    return cells.values().stream().anyMatch(c -> c.need() == Barriers.Need.NEEDED);
  }

  /** Whether it is neither needed nor proved redundant with a reason. */
  public boolean isUnexplained() {
    boolean redundant =
        cells.values().stream()
            .allMatch(
                c -> c.need() == Barriers.Need.REDUNDANT || c.need() == Barriers.Need.VISIBLE);
    return !isNeeded() && !(redundant && why != null);
  }

  /** The strongest model that needs it; null if none does. */
  public MemoryModel neededUnder() {
    return MemoryModel.strongestFirst(cells.keySet()).stream()
        .filter(m -> cells.get(m).need() == Barriers.Need.NEEDED)
        .findFirst()
        .orElse(null);
  }

  Line because(String reason) {
    return new Line(id, function, place, what, to, cells, reason);
  }
}
