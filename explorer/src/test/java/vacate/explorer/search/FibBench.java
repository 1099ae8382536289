// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.ACQUIRE_READ;
import static vacate.explorer.graph.Access.RELEASE_WRITE;

/**
 * The benchmark of GenMC and others: two threads five times {@code x += y} and {@code y += x} in
 * separate acquire loads and release stores, a third looks at x and, if it is not too large, at y.
 */
final class FibBench implements Program {
  private static final int X = 0;
  private static final int Y = 1;
  private static final int ROUNDS = 5;
  private static final int MAXIMUM = 144;

  @Override
  public int threads() {
    return 3;
  }

  @Override
  public long initial(int location) {
    return 1;
  }

  @Override
  public void run(int thread, Memory memory) throws Stop {
    if (thread == 2) {
      if (memory.read(X, ACQUIRE_READ) <= MAXIMUM) {
        memory.read(Y, ACQUIRE_READ);
      }
      return;
    }
    int mine = thread == 0 ? X : Y;
    for (int i = 0; i < ROUNDS; i++) {
      long x = memory.read(X, ACQUIRE_READ);
      long y = memory.read(Y, ACQUIRE_READ);
      memory.write(mine, RELEASE_WRITE, x + y);
    }
  }

  @Override
  public Object conclude(Memory memory) {
    return "done";
  }
}
