// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import vacate.invariant.Blueprint;
import vacate.slub.KmemCache;

/** The cache of a {@link Scene}, and those that its CPUs have created besides. */
final class Caches {
  /** One that a CPU has created, and what it created before, or null. */
  private record Created(Blueprint cache, Created before) {}

  private final Blueprint own;
  private final Created[] last;

  Caches(KmemCache own, int cpus) {
    this.own = Blueprint.of(own);
    last = new Created[cpus];
  }

  /** A CPU has created one more. */
  void add(int cpu, KmemCache cache) {
    last[cpu] = new Created(Blueprint.of(cache), last[cpu]);
  }

  /** All, the scene's own first, once nobody creates any more. */
  Blueprint[] all() {
    int n = 1;
    for (Created of : last) {
      n += created(of);
    }
    Blueprint[] all = new Blueprint[n];
    all[0] = own;
    for (Created of : last) {
      for (Created c = of; c != null; c = c.before) {
        all[--n] = c.cache;
      }
    }
    return all;
  }

  private static int created(Created last) {
    int n = 0;
    for (Created c = last; c != null; c = c.before) {
      n++;
    }
    return n;
  }
}
