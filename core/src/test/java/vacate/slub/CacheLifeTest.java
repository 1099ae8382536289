// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;

/** {@code kmem_cache_create}, {@code kmem_cache_destroy} and {@code kmem_cache_close}. */
class CacheLifeTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;

  @Test
  void aNewCacheIsOnTheListOfCachesAndOwnsNothing() {
    KmemCache s = bench.cache(0);
    assertThat(slub.slabCaches.next).isSameAs(s.list);
    assertThat(s.refcount).isEqualTo(1);
    assertThat(s.isFreed()).isFalse();
    assertThat(s).hasToString("cache bench");
    assertThat(slub.slubLock.isHeld()).isFalse();
    bench.assertSound();
  }

  @Test
  void withoutMemoryThereIsNoCache() {
    bench.cpu0.failKmalloc(1);
    assertThat(slub.kmemCacheCreate(bench.cpu0, "none", 2, 0, 0, null, null)).isNull();
    assertThat(slub.slabCaches.isEmpty()).isTrue();
    assertThat(slub.slubLock.isHeld()).isFalse();
    bench.assertSound();
  }

  @Test
  void aSlabThatHoldsNoObjectOrTooManyIsABug() {
    assertThatThrownBy(() -> new Bench().cache(Bench.PAGE_WORDS + 1, 0, 0, null, null))
        .isInstanceOf(KernelBug.class)
        .hasMessage("kmem_cache_create: 1 to 64 objects in a slab");
    assertThatThrownBy(() -> new Bench().cache(1, 4, 0, null, null)).isInstanceOf(KernelBug.class);
    assertThat(bench.cache(1, 3, 0, null, null).objects).isEqualTo(KmemCache.MAX_OBJECTS);
  }

  @Test
  void destroyingAnEmptyCacheGivesEverythingBack() {
    KmemCache s = bench.cache(0);
    bench.keptSlab(s);
    bench.free(bench.cpu1, s, bench.alloc(bench.cpu1, s));

    slub.kmemCacheDestroy(bench.cpu0, s);

    assertThat(s.isFreed()).isTrue();
    assertThat(slub.slabCaches.isEmpty()).isTrue();
    assertThat(slub.slubLock.isHeld()).isFalse();
    assertThat(bench.cpu0.nrSlab + bench.cpu1.nrSlab).isZero();
    assertThat(bench.cpu0.complaint()).isNull();
    bench.assertSound();
  }

  @Test
  void aCacheWithObjectsGoesAllTheSameWithAWarning() {
    KmemCache s = bench.cache(0);
    bench.partialSlab(s, 1);

    slub.kmemCacheDestroy(bench.cpu0, s);

    assertThat(s.isFreed()).isTrue();
    assertThat(bench.cpu0.complaint()).isEqualTo("kmem_cache_destroy: WARN_ON(1), objects left");
  }

  @Test
  void closingTakesTheSlabsInUseOffNrPartialInsteadOfThoseThatItFreed() {
    KmemCache s = bench.cache(0);
    long[] full = bench.fullSlab(s);
    long first = bench.alloc(bench.cpu0, s);
    long second = bench.alloc(bench.cpu1, s);
    bench.free(bench.cpu0, s, first);
    bench.free(bench.cpu1, s, second);
    slub.flushAll(bench.cpu0, s);
    bench.free(bench.cpu0, s, full[0]);
    KmemCacheNode n = s.getNode();
    assertThat(n.nrPartial).as("two empty, one in use").isEqualTo(3);

    assertThat(slub.kmemCacheClose(bench.cpu0, s)).isFalse();

    assertThat(n.nrPartial).as("as 2.6.22 has it").isEqualTo(2);
    assertThat(n.nrSlabs.read()).isEqualTo(1);
  }

  @Test
  void aFullSlabIsNoticedThoughItIsOnNoList() {
    KmemCache s = bench.cache(0);
    bench.fullSlab(s);
    slub.kmemCacheDestroy(bench.cpu0, s);
    assertThat(bench.cpu0.complaint()).startsWith("kmem_cache_destroy: ");
  }

  @Test
  void aCacheThatSomebodyElseStillHasStays() {
    KmemCache s = bench.cache(0);
    s.refcount++;
    slub.kmemCacheDestroy(bench.cpu0, s);
    assertThat(s.isFreed()).isFalse();
    assertThat(slub.slabCaches.next).isSameAs(s.list);
    assertThat(slub.slubLock.isHeld()).isFalse();
    bench.alloc(bench.cpu0, s);
    bench.assertSound();
  }

  @Test
  void usingADestroyedCacheIsABug() {
    KmemCache s = bench.cache(0);
    slub.kmemCacheDestroy(bench.cpu0, s);
    assertThatThrownBy(s::getNode)
        .isInstanceOf(KernelBug.class)
        .hasMessage("get_node: use after free of the kmem_cache");
  }

  @Test
  void slubLockIsDroppedBeforeTheCacheIsClosed() {
    Boolean[] held = {null};
    Bench watched =
        new Bench(
            machine ->
                new Slub(machine) {
                  @Override
                  public void flushAll(Cpu cpu, KmemCache s) {
                    held[0] = slubLock.isHeld();
                    super.flushAll(cpu, s);
                  }
                });
    watched.slub.kmemCacheDestroy(watched.cpu0, watched.cache(0));
    assertThat(held[0]).isFalse();
  }
}
