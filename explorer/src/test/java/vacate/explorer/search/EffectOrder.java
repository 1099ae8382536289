// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import vacate.explorer.search.Litmus.Instruction;

/**
 * Which halves of events take effect in which order, as far as reads are followed by writes: a read
 * comes after the write of another thread that it sees, and before a later write of its own thread
 * if a mode, a fence or what depends on it keeps the two in order. An atomic update reads before it
 * writes, and writes behind what it has read. All that keeps no read before a write is left out.
 */
final class EffectOrder {
  private final Instruction[] code;
  private final int[] thread;
  private final char[] kind;
  private final int[] source;
  private final int n;

  /** By half: reads first, then writes. */
  private final boolean[][] before;

  /**
   * @param kind R W U F, or - for what is left out
   */
  EffectOrder(Instruction[] code, int[] thread, char[] kind, int[] source) {
    this.code = code;
    this.thread = thread;
    this.kind = kind;
    this.source = source;
    n = code.length;
    before = new boolean[2 * n][2 * n];
    for (int i = 0; i < n; i++) {
      if (reads(i) && thread[source[i]] != thread[i]) {
        before[n + source[i]][i] = true;
      }
      if (kind[i] == 'U') {
        before[i][n + i] = true;
        before[n + source[i]][n + i] = true;
      }
      for (int w = i + 1; w < n; w++) {
        if (reads(i) && thread[w] == thread[i] && (kind[w] == 'W' || kind[w] == 'U')) {
          before[i][n + w] |= keeps(i, w);
        }
      }
    }
  }

  private boolean reads(int i) {
    return kind[i] == 'R' || kind[i] == 'U';
  }

  private boolean keeps(int r, int w) {
    boolean kept = mode(r, "a", "v") || mode(w, "r", "v") || depends(w, r) || waits(r);
    for (int k = r + 1; k < w; k++) {
      kept |= kind[k] == 'F' && mode(k, "acq", "rel", "full");
      kept |= kind[k] == 'F' && kind[r] == 'U' && mode(k, "ss");
      kept |= code[k].op() == 'F' && depends(k, r);
    }
    return kept;
  }

  private boolean mode(int i, String... any) {
    return java.util.List.of(any).contains(code[i].mode());
  }

  private boolean waits(int i) {
    return "SL".indexOf(code[i].op()) >= 0;
  }

  /** Whether an instruction is done or not according to what another read. */
  private boolean depends(int i, int on) {
    for (int k = on; code[i].guard() != null && k < i; k++) {
      if (thread[k] == thread[i] && code[i].guard().result().equals(code[k].result())) {
        boolean own = thread[source[k]] == thread[k];
        return k == on || depends(k, on) || own && depends(source[k], on);
      }
    }
    return false;
  }

  boolean isAcyclic() {
    for (int k = 0; k < 2 * n; k++) {
      for (int i = 0; i < 2 * n; i++) {
        for (int j = 0; j < 2 * n; j++) {
          before[i][j] |= before[i][k] && before[k][j];
        }
      }
    }
    for (int i = 0; i < 2 * n; i++) {
      if (before[i][i]) {
        return false;
      }
    }
    return true;
  }
}
