// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Optional;

/**
 * Waits for so long that the program does itself: {@code Object.wait}, {@code Condition} and {@code
 * LockSupport} may end each for no reason before the time is over. They are taken to last for all
 * of it, or until somebody ends them. Who neither looks at the time nor is told what is left cannot
 * tell the one from the other; else the result assumes it.
 */
public final class EarlyReturns {
  private boolean waited;
  private boolean told;
  private boolean looked;

  /** Who runs has waited in vain. */
  void waited() {
    waited = true;
  }

  /** Likewise, and comes to know whether that was all of the time. */
  void waitedAndIsTold() {
    told = true;
  }

  /** Somebody looks at the time. */
  void looks() {
    looked = true;
  }

  /** What a verdict rests on because of that; empty if on nothing. */
  public Optional<String> assumption() {
    return told || waited && looked
        ? Optional.of("timed waits that do not end early for no reason")
        : Optional.empty();
  }
}
