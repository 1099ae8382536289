// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loop;

import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Loops and calls of setup and of class initialisers. Nobody runs beside them, so a loop that comes
 * back to where it was, and has changed nothing, goes round for ever. All of them end when the time
 * is over.
 */
public final class SetupLoops {
  /** After how many turns, or calls, is looked whether the time is over. */
  static final int LOOK = 1 << 8;

  /** Turns after which a loop is given up, whatever it does. */
  private static final int MOST = 200_000_000;

  /** After how many calls is looked how deep they are, for which room must be left. */
  static final int FEW_CALLS = 1 << 18;

  /** More than threads of a JVM have room for, if nobody says otherwise. */
  static final int DEPTH = 100_000;

  private final LongSupplier changes;
  private final Supplier<String> end;
  private final Function<String, RuntimeException> refusal;
  private int calls;

  /**
   * @param changes how often setup has changed something, or called what may do so
   * @param end what to say if setup is not to go on; null if it is
   * @param refusal of what is wrong with a loop
   */
  public SetupLoops(
      LongSupplier changes, Supplier<String> end, Function<String, RuntimeException> refusal) {
    this.changes = changes;
    this.end = end;
    this.refusal = refusal;
  }

  /** An activation of a method with {@code count} loops. */
  public LoopFrame frame(int count) {
    called();
    return new SetupFrame(this, count);
  }

  /** A loop goes on, in each turn whose number is a multiple of {@link #LOOK}. */
  void goesOn(int turns) {
    if (turns >= MOST) {
      throw refusal.apply("setup goes round a loop " + turns + " times");
    }
    endIfOver();
  }

  /** A call, which may be one of itself. */
  public void called() {
    if ((++calls & LOOK - 1) == 0) {
      goesOn();
    }
  }

  private void goesOn() {
    endIfOver();
    if ((calls & FEW_CALLS - 1) == 0 && isDeep()) {
      throw refusal.apply("setup goes more than " + DEPTH + " calls deep");
    }
  }

  /** Whether calls go deeper than {@link #DEPTH}. */
  static boolean isDeep() {
    return StackWalker.getInstance().walk(frames -> frames.skip(DEPTH).findAny().isPresent());
  }

  private void endIfOver() {
    String over = end.get();
    if (over != null) {
      throw refusal.apply(over);
    }
  }

  long changes() {
    return changes.getAsLong();
  }

  RuntimeException waits() {
    return refusal.apply("setup waits for ever, as nobody else runs");
  }
}
