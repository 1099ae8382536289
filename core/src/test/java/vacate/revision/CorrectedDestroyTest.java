// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.Bench;
import vacate.slub.Constructor;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.Vacated;

/** Defects (b) and (g), cured: slub_lock keeps a vacate and the end of a cache apart. */
class CorrectedDestroyTest {
  private static final Constructor CTOR = (memory, object) -> memory.store(object, 0xc0);

  /** Vacates a page of the cache while the cache is being closed. */
  private static final class Busy extends Corrected {
    Page page;
    Vacated end;

    Busy(Machine machine) {
      super(machine);
    }

    @Override
    public void flushAll(Cpu cpu, KmemCache s) {
      super.flushAll(cpu, s);
      if (page != null) {
        end = vacate(machine.cpus[1], page);
      }
    }
  }

  private final Bench bench = new Bench(Busy::new);
  private final Busy slub = (Busy) bench.slub;

  @Test
  void aVacateDuringADestroyGivesUpAndReportsFailure() {
    KmemCache s = bench.cache(2, 0, 0, CTOR, bench.kicking(Integer.MAX_VALUE));
    slub.page = bench.keptSlab(s);
    slub.end = null;

    slub.kmemCacheDestroy(bench.cpu0, s);

    assertThat(slub.end).isEqualTo(Vacated.CACHES_BUSY);
    assertThat(slub.returnValue(slub.end, 0)).isZero();
    assertThat(slub.slubLock.isHeld()).isFalse();
    assertThat(s.isFreed()).isTrue();
    bench.assertSound();
  }

  @Test
  void slubLockIsHeldForReadingWhileVacating() {
    boolean[] held = {false, false};
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> {
              held[0] = slub.slubLock.isHeld();
              return null;
            },
            (cpu, s, nr, objects, pinned) -> {
              held[1] = slub.slubLock.isHeld();
              assertThat(slub.slubLock.downReadTrylock(cpu))
                  .as("shared with other readers")
                  .isTrue();
              slub.slubLock.upRead(cpu);
            });
    KmemCache s = bench.cache(2, 0, 0, CTOR, ops);
    assertThat(slub.vacate(bench.cpu1, bench.partialSlabs(s, 1)[0])).isEqualTo(Vacated.LEFTOVER);
    assertThat(held).containsExactly(true, true);
    bench.assertSound();
  }

  @Test
  void slubLockIsDroppedAfterAnAbortToo() {
    KmemCache s = bench.cache(2, 0, 0, null, null);
    slub.vacate(bench.cpu1, bench.partialSlabs(s, 1)[0]);
    assertThat(slub.slubLock.isHeld()).isFalse();
    bench.assertSound();
  }

  @Test
  void aPinnedPageIsLetGoWhenCachesAreBusy() {
    KmemCache s = bench.cache(2, 0, 0, CTOR, bench.kicking(Integer.MAX_VALUE));
    Page page = bench.partialSlabs(s, 1)[0];
    slub.slubLock.downWrite(bench.cpu0);
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.CACHES_BUSY);
    slub.slubLock.upWrite();
    assertThat(page.countNow()).isEqualTo(1);
    bench.assertSound();
  }
}
