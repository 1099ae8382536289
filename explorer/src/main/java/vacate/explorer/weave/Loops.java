// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.HashMap;
import java.util.Map;
import vacate.explorer.search.Recorder;
import vacate.explorer.search.Stop;

/**
 * Bounds the loops of the running thread, and recognises an iteration that left the thread where it
 * was: same place, same activation, same local variables, nothing written since. Going round again
 * would add reads and no outcome, so the thread waits there for one of those reads to change.
 */
final class Loops {
  private static final int IDLE_LIMIT = 50_000_000;

  /** What a loop looked like when it last jumped back. */
  private static final class Iteration {
    int activation;
    int effects;
    int reads;
    int count;
    long spins;
    boolean comparable;
    int size;
    Object[] variables = new Object[8];
  }

  private final int bound;
  private final Map<Integer, Iteration> last = new HashMap<>();
  private Iteration now = new Iteration();
  private int site;
  private int activations;
  private int effects;
  private boolean bounded;

  Loops(int bound) {
    this.bound = bound;
  }

  /** A thread starts from its beginning; the epilogue, which reads no choice, is not bounded. */
  void startRun(boolean epilogue) {
    bounded = !epilogue;
    last.clear();
    activations = 0;
    effects = 0;
  }

  /** Something happened that reading again would not undo. */
  void effect() {
    effects++;
  }

  /** Numbers an activation of a method with loops: they are compared within it only. */
  int enter() {
    return ++activations;
  }

  void begin(int site, boolean comparable, int activation) {
    this.site = site;
    now.activation = activation;
    now.comparable = comparable;
    now.size = 0;
  }

  void variable(Object value) {
    if (now.size == now.variables.length) {
      now.variables = java.util.Arrays.copyOf(now.variables, 2 * now.size);
    }
    now.variables[now.size++] = value;
  }

  void end(Recorder recorder) throws Stop {
    Iteration before = last.get(site);
    now.effects = effects;
    now.reads = recorder.reads();
    if (before == null) {
      now.count = 0;
      now.spins = 0;
      last.put(site, now);
      now = new Iteration();
      return;
    }
    boolean read = now.reads > before.reads;
    if (read && unchanged(before)) {
      recorder.await();
    }
    now.count = before.count + (read ? 1 : 0);
    now.spins = before.spins + 1;
    if (bounded && now.count >= bound || now.spins >= IDLE_LIMIT) {
      throw recorder.cut();
    }
    last.put(site, now);
    now = before;
  }

  private boolean unchanged(Iteration before) {
    if (!now.comparable
        || before.activation != now.activation
        || before.effects != now.effects
        || before.size != now.size) {
      return false;
    }
    for (int i = 0; i < now.size; i++) {
      if (!same(now.variables[i], before.variables[i])) {
        return false;
      }
    }
    return true;
  }

  /** Primitive variables arrive as boxed, references as they are. */
  private static boolean same(Object a, Object b) {
    return a == b || a instanceof Primitive p && p.equals(b);
  }

  /** The bits of a primitive local variable. */
  record Primitive(long bits) {}
}
