// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.invariant.Damage;
import vacate.invariant.Violation;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.scene.Scenario;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.Bench;
import vacate.slub.Freed;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.SlabFlag;

/** What one CPU can see of the versions since 2017. */
class SlubOf2017Test {
  static Stream<Revision> revisions() {
    return Stream.of(Revision.values()).filter(r -> r.label.matches("[a-z]+201.*"));
  }

  static Stream<Arguments> everyScene() {
    return revisions()
        .flatMap(
            revision ->
                Stream.of(0, SlabFlag.SLAB_STORE_USER, SlabFlag.SLAB_RED_ZONE)
                    .flatMap(
                        flags ->
                            Stream.of(Shape.values())
                                .map(shape -> Arguments.of(revision, flags, shape))));
  }

  private static void construct(MemMap memory, long object) {
    memory.store(object, 1);
  }

  private static KmemCache cache(Bench bench, int flags, int atMost) {
    return bench.cache(1, 0, flags, SlubOf2017Test::construct, bench.kicking(atMost));
  }

  /** A debugged slab is no CPU's own: it is put back after each object. */
  @ParameterizedTest
  @MethodSource("everyScene")
  void startsWithTheContestedPageInItsShape(Revision revision, int flags, Shape shape) {
    Scene scene = new Scene(revision, flags, shape, 2);

    assertThat(scene.damage()).isEmpty();
    assertThat(scene.page.isSlab()).isEqualTo(shape != Shape.FRESH);
    boolean own = shape == Shape.CPU_SLAB && flags == 0;
    assertThat(scene.slub.isFrozen(scene.page)).isEqualTo(own);
    assertThat(scene.slub.inuseOf(scene.page))
        .isEqualTo(
            switch (shape) {
              case FRESH, KEPT -> 0;
              case CPU_SLAB -> own ? 2 : 1;
              case PARTIAL -> 1;
              case FULL -> 2;
            });
  }

  /** But where S1 is met, of which the table of the history tells. */
  @ParameterizedTest
  @MethodSource("everyScene")
  void staysSoundThroughEachOperationAlone(Revision revision, int flags, Shape shape) {
    for (String operation : List.of("alloc", "free", "vacate", "flush", "destroy")) {
      Scene scene = new Scene(revision, flags, shape, 2);
      switch (operation) {
        case "alloc" -> scene.alloc(0);
        case "free" -> scene.free(1, 0);
        case "vacate" -> assertThat(scene.vacate(1)).isEqualTo("NO_SUCH_CALL=0");
        case "flush" -> scene.flush(1);
        default -> {
          scene.free(0, 1);
          assertThat(scene.destroy(0, 0)).isEqualTo("OK");
        }
      }
      assertThat(scene.damage()).as("%s after %s", shape, operation).isEmpty();
    }
  }

  /** What a version makes of scenarios that need no second CPU. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "kept: shrink # OK, FREE # OK, SLAB # SLABS_LEFT, SLAB # OK, FREE",
        "full: shrink # OK, SLAB # OK, SLAB # OK, SLAB # SLABS_LEFT, SLAB",
        "partial second: shrink # OK, SLAB # OK, FREE # OK, FREE # OK, FREE",
        "objects(4) partial second: shrink # OK, FREE # OK, FREE # OK, FREE # OK, FREE",
        "noops partial second: shrink # OK, SLAB # OK, SLAB # SLABS_LEFT, SLAB # SLABS_LEFT, SLAB",
        "partial second kick(none): shrink"
            + " # OK, SLAB # OK, LIST_CORRUPT # SLABS_LEFT, SLAB # SLABS_LEFT, SLAB",
      })
  void comesTo(String scenario, String march, String december, String y2019, String corrected) {
    Map<Revision, String> expected =
        Map.of(
            Revision.POSTED_20170307, march,
            Revision.POSTED_20171227, december,
            Revision.POSTED_2019, y2019,
            Revision.CORRECTED_20171227, corrected,
            Revision.CORRECTED_2019, corrected);
    expected.forEach(
        (revision, told) -> {
          Scene scene = new Scene(revision, Scenario.parse(scenario));
          assertThat(scene.shrink(0) + ", " + scene.outcome()).as("%s", revision).isEqualTo(told);
        });
  }

  /** As 2007 did not: without memory the slabs are put back. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_2019", "CORRECTED_20170307", "CORRECTED_2019"})
  void withoutMemoryTheSlabsArePutBack(Revision revision) {
    Scene scene = new Scene(revision, Scenario.parse("objects(4) partial second: shrink"));
    scene.cpu(0).failKmalloc(1);

    scene.shrink(0);

    assertThat(scene.outcome()).isEqualTo("SLAB");
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void defragIsForLongLists(Revision revision) {
    Scene longList = new Scene(revision, Scenario.parse("objects(4) partial: defrag"));
    assertThat(longList.defrag(0)).isEqualTo("OK");
    assertThat(longList.outcome()).isEqualTo("SLAB");
    Scene crowd = new Scene(revision, Scenario.parse("objects(4) partial crowded: defrag"));
    assertThat(crowd.defrag(0)).isEqualTo("DEFRAGMENTED");
    crowd.slub.slubLock.downWrite(crowd.cpu(0));
    assertThat(crowd.defrag(0)).isEqualTo("OK");
  }

  /**
   * When a slab becomes empty it goes if five are on the partial list, itself among them if it was
   * there: one of one object never was.
   */
  @ParameterizedTest
  @CsvSource({"1, 0, 4", "6, 0, 5", "1, 1, 4", "3, 1, 5"})
  void whereManyAreEmptyTheyAreDiscarded(int words, int tracked, long kept) {
    Bench bench = new Bench(Revision.POSTED_2019::boot);
    int flags = tracked == 0 ? 0 : SlabFlag.SLAB_STORE_USER;
    KmemCache s =
        bench.cache(words, 0, flags, SlubOf2017Test::construct, bench.kicking(Integer.MAX_VALUE));
    long[] objects = new long[7 * s.objects];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = bench.alloc(bench.cpu0, s);
    }
    bench.slub.flushAll(bench.cpu0, s);
    for (long object : objects) {
      bench.free(bench.cpu1, s, object);
    }

    assertThat(s.getNode().nrPartial).isEqualTo(kept);
    assertThat(bench.violations()).isEmpty();
    bench.free(bench.cpu0, s, bench.alloc(bench.cpu0, s));
    bench.slub.flushAll(bench.cpu0, s);
    assertThat(bench.violations()).isEmpty();
  }

  @Test
  void aFrozenSlabIsFreedIntoAndTakenFromAgain() {
    Bench bench = new Bench(Revision.POSTED_2019::boot);
    KmemCache s = cache(bench, 0, 0);
    long first = bench.alloc(bench.cpu0, s);
    assertThat(bench.free(bench.cpu1, s, first)).isEqualTo(Freed.FROZEN);
    long[] rest = new long[s.objects];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = bench.alloc(bench.cpu0, s);
    }
    assertThat(rest).contains(first);
    bench.alloc(bench.cpu0, s);
    assertThat(bench.violations()).isEmpty();
  }

  /** Each second cmpxchg fails, as if somebody else had been faster. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0", "1, 1, 0", "6, 0, 0", "3, 1, 0", "1, 0, 1", "1, 1, 1", "6, 0, 1", "3, 1, 1"
  })
  void whoIsNotFastEnoughTriesAgain(int words, int tracked, int first) {
    int[] tries = {first};
    Bench bench =
        new Bench(
            machine ->
                new Posted2019(machine) {
                  @Override
                  protected boolean cmpxchgDoubleSlab(
                      Cpu cpu, KmemCache s, Page page, long old, long next) {
                    return tries[0]++ % 2 == 0 && super.cmpxchgDoubleSlab(cpu, s, page, old, next);
                  }
                });
    int flags = tracked == 0 ? 0 : SlabFlag.SLAB_STORE_USER;
    KmemCache s =
        bench.cache(words, 0, flags, SlubOf2017Test::construct, bench.kicking(Integer.MAX_VALUE));
    long[] objects = new long[7 * s.objects];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = bench.alloc(bench.cpu0, s);
      if (i == 1) {
        bench.free(bench.cpu1, s, objects[0]);
        objects[0] = bench.alloc(bench.cpu1, s);
        bench.slub.flushAll(bench.cpu0, s);
      }
    }
    bench.slub.flushAll(bench.cpu0, s);
    assertThat(bench.violations()).isEmpty();
    for (long object : objects) {
      bench.free(bench.cpu1, s, object);
    }
    assertThat(bench.violations()).isEmpty();
    bench.free(bench.cpu0, s, bench.alloc(bench.cpu0, s));
    bench.slub.flushAll(bench.cpu0, s);
    bench.slub.kmemCacheShrink(bench.cpu0, s);
    assertThat(bench.violations()).isEmpty();
  }

  @Test
  void withoutMemoryThereIsNoObject() {
    Bench bench = new Bench(Revision.POSTED_2019::boot);
    KmemCache s = cache(bench, 0, 0);
    long object = 1;
    while (object != 0) {
      object = bench.slub.kmemCacheAlloc(bench.cpu0, s, vacate.mm.Gfp.ATOMIC);
    }
    assertThat(object).isZero();
  }

  /** Of which kmem_cache_destroy of 2.6.22 makes a use after free. */
  @Test
  void aCacheWithObjectsIsNotFreed() {
    Bench bench = new Bench(Revision.POSTED_2019::boot);
    KmemCache s = cache(bench, 0, 0);
    bench.alloc(bench.cpu0, s);
    bench.keptSlab(s);

    bench.slub.kmemCacheDestroy(bench.cpu0, s);

    assertThat(s.isFreed()).isFalse();
    assertThat(bench.cpu0.complaint()).startsWith("kmem_cache_destroy");
  }

  @Test
  void callbacksNeedAConstructor() {
    Bench bench = new Bench(Revision.POSTED_20170307::boot);

    assertThatThrownBy(() -> bench.cache(1, 0, 0, null, bench.kicking(0)))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("BUG_ON(!s->ctor)");
    Bench other = new Bench(Revision.POSTED_20170307::boot);
    assertThat(other.cache(1, 0, 0, null, KmemCacheOps.NONE)).isNotNull();
    assertThat(other.slub.kmemCacheDefrag(other.cpu0, 0)).isZero();
  }

  /** A slab that is locked is passed over; one that is empty when its turn comes needs no kick. */
  @Test
  void aBusySlabStays() {
    Bench bench = new Bench(Revision.CORRECTED_2019::boot);
    KmemCache s = cache(bench, 0, Integer.MAX_VALUE);
    Page[] pages = bench.partialSlabs(s, 1, 1);
    pages[0].flags.setBit(vacate.mm.PageFlag.PG_LOCKED);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(pages[0].isSlab()).isTrue();
    assertThat(pages[1].isSlab()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void whatIsFrozenTwiceIsABug(Revision revision) {
    Scene scene = new Scene(revision, 0, Shape.PARTIAL, 2);
    SlubOf2017 slub = (SlubOf2017) scene.slub;
    slub.word(scene.page).writeLow(SlubOf2017.FROZEN | 2 << 16 | 1);

    assertThat(scene.alloc(1)).isEqualTo("acquire_slab");
    assertThat(scene.damage()).extracting(Damage::kind).contains(Violation.FROZEN_LEFT);
  }

  @Test
  void aSlabOnTheListWithoutFreeObjectsIsAWarning() {
    Scene scene = new Scene(Revision.POSTED_2019, 0, Shape.PARTIAL, 2);
    SlubOf2017 slub = (SlubOf2017) scene.slub;
    slub.word(scene.page).write(vacate.kernel.DoubleWord.of(0, 2 << 16 | 2));

    scene.alloc(1);

    assertThat(scene.cpu(1).complaint()).isEqualTo("acquire_slab: WARN_ON(!freelist)");
  }

  @Test
  void whatIsNobodysIsNotTakenFrom() {
    Scene scene = new Scene(Revision.POSTED_2019, 0, Shape.CPU_SLAB, 2);
    SlubOf2017 slub = (SlubOf2017) scene.slub;
    slub.word(scene.page).writeLow(2 << 16 | 2);

    assertThat(scene.flush(0)).isEqualTo("deactivate_slab");
  }
}
