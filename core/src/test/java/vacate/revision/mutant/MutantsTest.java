// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision.mutant;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

/** Steps that are there because of others: alone, most mutants do as the protocol does. */
class MutantsTest {
  private static final String FINE = ", at rest: []";

  /** What one thread notices, too, and how. */
  private static final Map<Class<?>, String> NOTICED_ALONE =
      Map.ofEntries(
          entry(Vacating.WithoutZeroTest.class, "gone: NOT_SLAB=0, at rest: [LIST_CORRUPT]"),
          entry(Vacating.WithoutFirstPageSlab.class, "no slab: NO_CACHE=0, interrupts on"),
          entry(
              Vacating.WithoutFrozenTest.class,
              "a CPU's new slab: LEFTOVER=0, at rest: [FREELIST_CORRUPT]"),
          entry(Vacating.WithoutInuseTest.class, "empty: EMPTIED=1, at rest: []"),
          entry(
              Vacating.WithoutRemoval.class,
              "full: EMPTIED=1, at rest: [DEAD_PAGE_ON_LIST, LIST_CORRUPT]"),
          entry(
              Vacating.WithoutFreeze.class,
              "full: LEFTOVER=0, at rest: [DEAD_PAGE_ON_LIST, LIST_CORRUPT]"),
          entry(Vacating.WithoutSuccessTest.class, "a CPU's new slab: FROZEN=1, at rest: []"),
          entry(Vacating.WithoutDiscard.class, "gone: EMPTY=0, at rest: []"),
          entry(
              Lists.PartialSlabNotFrozen.class,
              "a CPU's partial slab: LEFTOVER=0, at rest: [FREELIST_CORRUPT]"),
          entry(
              Lists.NewSlabNotFrozen.class,
              "a CPU's new slab: LEFTOVER=0, at rest: [FREELIST_CORRUPT]"),
          entry(
              Lists.FrozenMoved.class,
              "full: LEFTOVER=0, at rest: [DEAD_PAGE_ON_LIST, LIST_CORRUPT]"),
          entry(Lists.StaysFrozen.class, "full: FROZEN=0, at rest: [OBJECTS_LOST, FROZEN_LEFT]"),
          entry(Lists.MapcountKept.class, "full: EMPTIED=1, at rest: [COMPLAINT]"),
          entry(Lists.PageSlabKept.class, "full: EMPTIED=1, at rest: [COMPLAINT]"));

  static Stream<Class<?>> all() {
    return Stream.of(Vacating.class, Publishing.class, SlabLocking.class, Lists.class)
        .flatMap(c -> Stream.of(c.getDeclaredClasses()))
        .filter(c -> !Modifier.isAbstract(c.getModifiers()));
  }

  @Test
  void thereAreAtLeastThirty() {
    assertThat(all()).hasSizeGreaterThanOrEqualTo(30);
  }

  /** What the corrected protocol does in {@link #live}, once for each of two kinds of caches. */
  private static final List<String> PROTOCOL = protocol();

  private static List<String> protocol() {
    List<String> all = new ArrayList<>();
    for (int cache = 0; cache < 2; cache++) {
      all.add("full: EMPTIED=1" + FINE);
      all.add("gone: NO_PAGE=0" + FINE);
      all.add("a CPU's new slab: FROZEN=0" + FINE);
      all.add("a CPU's partial slab: FROZEN=0" + FINE);
      all.add("empty: EMPTY=0" + FINE);
      all.add("destroyed: no complaint");
    }
    all.add("no slab: NOT_SLAB=0, interrupts on");
    return all;
  }

  @Test
  void theProtocolDoesAllOfIt() throws Exception {
    assertThat(firstDifference(Corrected.class)).isNull();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aloneItDoesAsTheProtocolDoesUnlessOneThreadNoticesIt(Class<?> mutant) throws Exception {
    assertThat(firstDifference(mutant)).isEqualTo(NOTICED_ALONE.get(mutant));
  }

  /**
   * The life ends where it is another than the protocol's: a lock may be left, and be waited for.
   */
  private static final class Noticed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Noticed(String said) {
      super(said);
    }
  }

  /** What it does where it does not do as the protocol, or null. */
  private static String firstDifference(Class<?> type) throws Exception {
    Machine machine = new Machine(1, 6, 8, true);
    Slub slub = (Slub) type.getDeclaredConstructor(Machine.class).newInstance(machine);
    Iterator<String> protocol = PROTOCOL.iterator();
    try {
      live(
          slub,
          said -> {
            if (!said.equals(protocol.next())) {
              throw new Noticed(said);
            }
          });
    } catch (Noticed | KernelBug noticed) {
      return noticed.getMessage();
    } catch (NullPointerException fault) {
      return "oops";
    }
    return null;
  }

  /** A slab's life, with a vacate in each state. */
  private static void live(Slub slub, Consumer<String> said) {
    Cpu cpu = slub.machine.cpus[0];
    for (int flags : new int[] {0, SlabFlag.SLAB_STORE_USER}) {
      KmemCache s = cache(slub, cpu, flags);
      Page page = slub.machine.memMap.virtToHeadPage(fillAndFlush(slub, cpu, s));
      said.accept("full: " + vacate(slub, cpu, s, page));
      said.accept("gone: " + vacate(slub, cpu, s, page));
      long object = slub.kmemCacheAlloc(cpu, s, Gfp.KERNEL);
      page = slub.machine.memMap.virtToHeadPage(object);
      said.accept("a CPU's new slab: " + vacate(slub, cpu, s, page, object));
      slub.flushAll(cpu, s);
      long again = slub.kmemCacheAlloc(cpu, s, Gfp.KERNEL);
      page = slub.machine.memMap.virtToHeadPage(again);
      said.accept("a CPU's partial slab: " + vacate(slub, cpu, s, page, object, again));
      slub.flushAll(cpu, s);
      slub.kmemCacheFree(cpu, s, again);
      slub.kmemCacheFree(cpu, s, object);
      object = slub.kmemCacheAlloc(cpu, s, Gfp.KERNEL);
      slub.kmemCacheFree(cpu, s, object);
      slub.flushAll(cpu, s);
      page = slub.machine.memMap.virtToHeadPage(object);
      said.accept("empty: " + vacate(slub, cpu, s, page));
      slub.kmemCacheDestroy(cpu, s);
      said.accept("destroyed: " + (cpu.complaint() == null ? "no complaint" : cpu.complaint()));
    }
    Page plain = slub.machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    said.accept(
        "no slab: "
            + slub.vacate(cpu, plain).said(slub)
            + (cpu.irqsDisabled() ? ", interrupts off" : ", interrupts on"));
  }

  /** How it ended, and what is wrong then, if some objects are held. */
  private static String vacate(Slub slub, Cpu cpu, KmemCache s, Page page, long... held) {
    String end = slub.vacate(cpu, page).said(slub);
    return end
        + ", at rest: "
        + InvariantChecker.check(slub, new Blueprint[] {Blueprint.of(s)}, held).stream()
            .map(finding -> finding.kind().name())
            .distinct()
            .toList();
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
