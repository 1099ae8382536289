// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

import java.util.Arrays;

/** What comes before each event by (po ∪ rf)*: so many events of each thread. */
final class Prefixes {
  private final int threads;
  private final int[] lengths;

  Prefixes(int events, int threads) {
    this.threads = threads;
    lengths = new int[events * threads];
  }

  int length(int event, int thread) {
    return lengths[event * threads + thread];
  }

  /**
   * Computes the prefix of an event.
   *
   * @param source what it reads from; {@link Graph#INIT} if nothing, or the initial write
   */
  void compute(int event, int thread, int index, int source) {
    int base = event * threads;
    if (index == 0) {
      Arrays.fill(lengths, base, base + threads, 0);
    } else {
      System.arraycopy(lengths, base - threads, lengths, base, threads);
    }
    lengths[base + thread] = index + 1;
    if (source != Graph.INIT) {
      join(event, source);
    }
  }

  /** What comes before another event, that one included, comes before an event too. */
  void join(int event, int other) {
    int base = event * threads;
    int from = other * threads;
    for (int t = 0; t < threads; t++) {
      lengths[base + t] = Math.max(lengths[base + t], lengths[from + t]);
    }
  }

  /** Of the image of an event, in which twins have done what the other did. */
  void mirror(Prefixes from, int event, int image, Twins twins) {
    for (int t = 0; t < threads; t++) {
      lengths[image * threads + twins.mirrored(t)] = from.lengths[event * threads + t];
    }
  }

  void copy(Prefixes from, int base, int n) {
    System.arraycopy(from.lengths, base * threads, lengths, base * threads, n * threads);
  }
}
