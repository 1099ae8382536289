// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vacate.invariant.Blueprint;
import vacate.invariant.Damage;
import vacate.invariant.InvariantChecker;
import vacate.invariant.Violation;
import vacate.kernel.Cpu;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * A machine with two CPUs, 24 pages of 8 words and a SLUB, and a record of who has what, so that
 * the invariants can be checked at any time.
 */
public final class Bench {
  public static final int PAGE_WORDS = 8;

  public final Machine machine;
  public final Slub slub;
  public final Cpu cpu0;
  public final Cpu cpu1;
  private final List<Blueprint> caches = new ArrayList<>();
  private final List<Long> live = new ArrayList<>();

  public Bench() {
    this(Slub::new);
  }

  public Bench(Function<Machine, Slub> boot) {
    this(boot, true);
  }

  public Bench(Function<Machine, Slub> boot, boolean debugVm) {
    machine = new Machine(2, 24, PAGE_WORDS, debugVm);
    slub = boot.apply(machine);
    cpu0 = machine.cpus[0];
    cpu1 = machine.cpus[1];
  }

  /** Objects of two words, order 0, no constructor, everything can be kicked. */
  public KmemCache cache(int flags) {
    return cache(2, 0, flags, null, kicking(Integer.MAX_VALUE));
  }

  public KmemCache cache(int objsize, int order, int flags, Constructor ctor, KmemCacheOps ops) {
    KmemCache s = slub.kmemCacheCreate(cpu0, "bench", objsize, order, flags, ctor, ops);
    caches.add(Blueprint.of(s));
    return s;
  }

  /** Callbacks that free the first so many of the objects that they are given. */
  public KmemCacheOps kicking(int atMost) {
    return new KmemCacheOps(
        (cpu, s, nr, objects) -> null,
        (cpu, s, nr, objects, pinned) -> {
          for (int i = 0; i < nr && i < atMost; i++) {
            free(cpu, s, objects[i]);
          }
        });
  }

  public long alloc(Cpu cpu, KmemCache s) {
    long object = slub.kmemCacheAlloc(cpu, s, Gfp.KERNEL);
    assertThat(object).as("address of an object").isNotZero();
    live.add(object);
    return object;
  }

  public Freed free(Cpu cpu, KmemCache s, long object) {
    live.remove(object);
    return slub.kmemCacheFree(cpu, s, object);
  }

  /** The objects of one slab, all in use; the slab is no CPU's own. */
  public long[] fullSlab(KmemCache s) {
    slub.flushAll(cpu0, s);
    long[] objects = new long[s.objects];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = alloc(cpu0, s);
    }
    slub.flushAll(cpu0, s);
    assertThat(slub.inuseOf(pageOf(objects[0])))
        .as("all on one page: no partial slab was there to be filled")
        .isEqualTo(s.objects);
    return objects;
  }

  /** The objects in use, first ones of one slab on the partial list. */
  public long[] partialSlab(KmemCache s, int inuse) {
    long[] all = fullSlab(s);
    long[] kept = new long[inuse];
    for (int i = 0; i < all.length; i++) {
      if (i < inuse) {
        kept[i] = all[i];
      } else {
        free(cpu0, s, all[i]);
      }
    }
    return kept;
  }

  /** Fills new slabs first, then thins them out, so that one does not refill the other. */
  public Page[] partialSlabs(KmemCache s, int... inuse) {
    long[][] objects = new long[inuse.length][];
    Page[] pages = new Page[inuse.length];
    for (int i = 0; i < inuse.length; i++) {
      objects[i] = fullSlab(s);
      pages[i] = pageOf(objects[i][0]);
    }
    for (int i = inuse.length - 1; i >= 0; i--) {
      for (int j = inuse[i]; j < objects[i].length; j++) {
        free(cpu0, s, objects[i][j]);
      }
    }
    return pages;
  }

  /** An empty slab that is kept on the partial list. */
  public Page keptSlab(KmemCache s) {
    slub.flushAll(cpu0, s);
    long object = alloc(cpu0, s);
    free(cpu0, s, object);
    slub.flushAll(cpu0, s);
    return pageOf(object);
  }

  public Page pageOf(long object) {
    return machine.memMap.virtToHeadPage(object);
  }

  /** Somebody else frees the object, or loses it: it is no longer on record. */
  public void forget(long object) {
    live.remove(object);
  }

  public List<Damage> damage() {
    return InvariantChecker.check(
        slub, caches.toArray(new Blueprint[0]), live.stream().mapToLong(Long::longValue).toArray());
  }

  public List<Violation> violations() {
    return damage().stream().map(Damage::kind).distinct().toList();
  }

  public void assertSound() {
    assertThat(damage()).isEmpty();
  }
}
