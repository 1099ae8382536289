// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vacate.kernel.Cpu;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.slub.Constructor;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.Slub;

/** A small machine with SLUB, and a record of the caches that it has and of who holds what. */
final class World implements Damageable {
  static final int PAGE_WORDS = 16;

  final String name;
  final Machine machine = new Machine(2, 7, PAGE_WORDS, true);
  final Slub slub = new Slub(machine);
  final Cpu cpu0 = machine.cpus[0];
  final Cpu cpu1 = machine.cpus[1];
  final List<Blueprint> caches = new ArrayList<>();

  /** Addresses that are held; 0 stands for none. */
  long[] live = new long[0];

  World(String name) {
    this.name = name;
  }

  KmemCache cache(int order, int flags, Constructor ctor) {
    KmemCacheOps ops = new KmemCacheOps((cpu, s, nr, objects) -> null, null);
    KmemCache s = slub.kmemCacheCreate(cpu0, "world", 1, order, flags, ctor, ops);
    caches.add(Blueprint.of(s));
    return s;
  }

  long alloc(Cpu cpu, KmemCache s) {
    long object = slub.kmemCacheAlloc(cpu, s, Gfp.KERNEL);
    live = Arrays.copyOf(live, live.length + 1);
    live[live.length - 1] = object;
    return object;
  }

  void free(Cpu cpu, KmemCache s, long object) {
    for (int i = 0; i < live.length; i++) {
      live[i] = live[i] == object ? 0 : live[i];
    }
    slub.kmemCacheFree(cpu, s, object);
  }

  @Override
  public List<Damage> damage() {
    return InvariantChecker.check(slub, caches.toArray(new Blueprint[0]), live);
  }

  @Override
  public Machine machine() {
    return machine;
  }

  @Override
  public List<Blueprint> caches() {
    return caches;
  }

  @Override
  public List<Cell> cells() {
    List<Object> roots = new ArrayList<>(List.of(slub, this));
    for (Blueprint s : caches) {
      roots.add(s.cache());
      roots.add(s.node());
    }
    return Cells.of(roots.toArray()).stream()
        .filter(cell -> cell.owner() != this || cell.is(World.class, "live") && cell.index() >= 0)
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
