// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.Arrays;
import vacate.explorer.graph.InitialValues;

/** The initial values of a program, of which new locations may be found while others ask. */
final class KnownInitialValues implements InitialValues {
  private final Tape tape;

  /** Replaced by a longer one, and never changed. */
  private volatile long[] known = new long[0];

  KnownInitialValues(Tape tape) {
    this.tape = tape;
  }

  @Override
  public long initial(int location) {
    long[] values = known;
    return location < values.length ? values[location] : find(location);
  }

  private long find(int location) {
    synchronized (tape) {
      int from = known.length;
      if (location >= from) {
        long[] more = Arrays.copyOf(known, location + 1);
        for (int l = from; l <= location; l++) {
          more[l] = tape.program().initial(l);
        }
        known = more;
      }
      return known[location];
    }
  }
}
