// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import vacate.invariant.Blueprint;
import vacate.invariant.InvariantChecker;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

/** A slab's life in one thread, and what the corrected protocol does in it. */
public final class LifeOfASlab {
  private static final String FINE = ", at rest: []";

  private LifeOfASlab() {}

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

  /**
   * The life ends where it is another than the protocol's: a lock may be left, and be waited for.
   */
  private static final class Noticed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Noticed(String said) {
      super(said);
    }
  }

  /**
   * What a protocol does where it does not do as the corrected one, or null.
   *
   * @param type the class of its SLUB
   */
  public static String firstDifference(String type) throws Exception {
    Machine machine = new Machine(1, 6, 8, true);
    Slub slub =
        (Slub) Class.forName(type).getDeclaredConstructor(Machine.class).newInstance(machine);
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
            + slub.vacateAndTell(cpu, plain).text()
            + (cpu.irqsDisabled() ? ", interrupts off" : ", interrupts on"));
  }

  /** How it ended, and what is wrong then, if some objects are held. */
  private static String vacate(Slub slub, Cpu cpu, KmemCache s, Page page, long... held) {
    String end = slub.vacateAndTell(cpu, page).text();
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
