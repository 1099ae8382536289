// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.invariant.Blueprint;
import vacate.invariant.InvariantChecker;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.revision.Corrected;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;
import vacate.slub.Vacated;

/** Steps that are there because of others: alone, most mutants do as the protocol does. */
class MutantsTest {
  /** What one thread notices, too. */
  private static final List<Class<?>> NOTICED_ALONE =
      List.of(
          Vacating.WithoutZeroTest.class,
          Vacating.WithoutFirstPageSlab.class,
          Vacating.WithoutFrozenTest.class,
          Vacating.WithoutInuseTest.class,
          Vacating.WithoutRemoval.class,
          Vacating.WithoutFreeze.class,
          Vacating.WithoutSuccessTest.class,
          Vacating.WithoutDiscard.class,
          Lists.PartialSlabNotFrozen.class,
          Lists.NewSlabNotFrozen.class,
          Lists.FrozenMoved.class,
          Lists.StaysFrozen.class,
          Lists.MapcountKept.class,
          Lists.PageSlabKept.class);

  static Stream<Class<?>> all() {
    return Stream.of(Vacating.class, Publishing.class, SlabLocking.class, Lists.class)
        .flatMap(c -> Stream.of(c.getDeclaredClasses()))
        .filter(c -> !Modifier.isAbstract(c.getModifiers()));
  }

  @Test
  void thereAreAtLeastThirty() {
    assertThat(all()).hasSizeGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aloneItDoesAsTheProtocolDoesUnlessOneThreadNoticesIt(Class<?> mutant) throws Exception {
    Machine machine = new Machine(1, 6, 8, true);
    Corrected slub = (Corrected) mutant.getDeclaredConstructor(Machine.class).newInstance(machine);
    if (NOTICED_ALONE.contains(mutant)) {
      assertThatThrownBy(() -> live(slub))
          .as(mutant.getName())
          .isInstanceOfAny(AssertionError.class, KernelBug.class, NullPointerException.class);
    } else {
      live(slub);
    }
  }

  /** A slab's life, with a vacate in each state. */
  private static void live(Slub slub) {
    Cpu cpu = slub.machine.cpus[0];
    for (int flags : new int[] {0, SlabFlag.SLAB_STORE_USER}) {
      KmemCache s = cache(slub, cpu, flags);
      Page page = slub.machine.memMap.virtToHeadPage(fillAndFlush(slub, cpu, s));
      assertThat(slub.vacate(cpu, page)).isEqualTo(Vacated.EMPTIED);
      assertThat(slub.kmemCacheVacate(cpu, page)).isZero();
      assertThat(slub.vacate(cpu, page)).isEqualTo(Vacated.NO_PAGE);
      long object = slub.kmemCacheAlloc(cpu, s, Gfp.KERNEL);
      page = slub.machine.memMap.virtToHeadPage(object);
      assertThat(slub.vacate(cpu, page)).isEqualTo(Vacated.FROZEN);
      assertThat(slub.kmemCacheVacate(cpu, page)).isZero();
      slub.flushAll(cpu, s);
      long again = slub.kmemCacheAlloc(cpu, s, Gfp.KERNEL);
      assertThat(slub.machine.memMap.virtToHeadPage(again)).isEqualTo(page);
      assertThat(slub.vacate(cpu, page)).isEqualTo(Vacated.FROZEN);
      slub.flushAll(cpu, s);
      slub.kmemCacheFree(cpu, s, again);
      slub.kmemCacheFree(cpu, s, object);
      object = slub.kmemCacheAlloc(cpu, s, Gfp.KERNEL);
      slub.kmemCacheFree(cpu, s, object);
      slub.flushAll(cpu, s);
      page = slub.machine.memMap.virtToHeadPage(object);
      assertThat(slub.vacate(cpu, page)).isEqualTo(Vacated.EMPTY);
      assertThat(InvariantChecker.check(slub, new Blueprint[] {Blueprint.of(s)}, new long[0]))
          .isEmpty();
      assertThat(cpu.complaint()).isNull();
      slub.kmemCacheDestroy(cpu, s);
    }
    Page plain = slub.machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    assertThat(slub.vacate(cpu, plain)).isEqualTo(Vacated.NOT_SLAB);
    assertThat(cpu.irqsDisabled()).isFalse();
  }

  private static KmemCache cache(Slub slub, Cpu cpu, int flags) {
    KmemCacheOps ops =
        new KmemCacheOps(
            (c, s, nr, objects) -> null,
            (c, s, nr, objects, pinned) -> {
              for (int i = 0; i < nr; i++) {
                slub.kmemCacheFree(c, s, objects[i]);
              }
            });
    return slub.kmemCacheCreate(cpu, "mutant", 1, 0, flags, (memory, object) -> {}, ops);
  }

  /** Fills a slab; it is then no CPU's own. */
  private static long fillAndFlush(Slub slub, Cpu cpu, KmemCache s) {
    long object = 0;
    for (int i = 0; i < s.objects; i++) {
      object = slub.kmemCacheAlloc(cpu, s, Gfp.KERNEL);
    }
    slub.flushAll(cpu, s);
    return object;
  }
}
