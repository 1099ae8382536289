// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Holds one letter; right if threads interleave, and without a guarantee of Java's. */
public class LetterBox {
  private int letter;
  private boolean full;

  @Operation(nonParallelGroup = "sender")
  public boolean put(@Param(gen = IntGen.class, conf = "1:3") int value) {
    if (full) {
      return false;
    }
    letter = value;
    full = true;
    return true;
  }

  @Operation(nonParallelGroup = "receiver")
  public Integer take() {
    if (!full) {
      return null;
    }
    int taken = letter;
    full = false;
    return taken;
  }

  /** What is asked of one who forgets. */
  public static class Forgetful extends LetterBox {
    @Override
    public Integer take() {
      super.take();
      return null;
    }
  }
}
