// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loop;

import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Loops of setup and of class initialisers. Nobody runs beside them, so one that comes back to
 * where it was, and has changed nothing, goes round for ever.
 */
public final class SetupLoops {
  private final LongSupplier changes;
  private final Function<String, RuntimeException> refusal;

  /**
   * @param changes how often setup has changed something, or called what may do so
   * @param refusal of what is wrong with a loop
   */
  public SetupLoops(LongSupplier changes, Function<String, RuntimeException> refusal) {
    this.changes = changes;
    this.refusal = refusal;
  }

  /** An activation of a method with {@code count} loops. */
  public LoopFrame frame(int count) {
    return new SetupFrame(this, count);
  }

  long changes() {
    return changes.getAsLong();
  }

  RuntimeException waits() {
    return refusal.apply("setup waits for ever, as nobody else runs");
  }

  RuntimeException goesOn(long turns) {
    return refusal.apply("setup goes round a loop " + turns + " times");
  }
}
