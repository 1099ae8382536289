// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.EnumMap;
import java.util.Map;
import vacate.explorer.BarrierAnalysis;
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
public record MutantResult(
    String id,
    String function,
    String place,
    String what,
    String to,
    Map<MemoryModel, ModelResult> cells,
    String why) {
  public MutantResult {
    cells = java.util.Collections.unmodifiableMap(new EnumMap<>(cells));
  }

  /** Whether some model needs it. */
  public boolean isNeeded() {
    return cells.values().stream().anyMatch(c -> c.need() == BarrierAnalysis.Need.NEEDED);
  }

  /** Whether it is neither needed nor proved redundant with a reason. */
  public boolean isUnexplained() {
    boolean redundant =
        cells.values().stream()
            .allMatch(
                c ->
                    c.need() == BarrierAnalysis.Need.REDUNDANT
                        || c.need() == BarrierAnalysis.Need.VISIBLE);
    return !isNeeded() && !(redundant && why != null);
  }

  /** The strongest model that needs it; null if none does. */
  public MemoryModel neededUnder() {
    return MemoryModel.strongestFirst(cells.keySet()).stream()
        .filter(m -> cells.get(m).need() == BarrierAnalysis.Need.NEEDED)
        .findFirst()
        .orElse(null);
  }

  MutantResult because(String reason) {
    return new MutantResult(id, function, place, what, to, cells, reason);
  }
}
