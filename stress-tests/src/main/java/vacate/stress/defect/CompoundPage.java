// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.defect;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.revision.Revision;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.Slub;

/**
 * Defect {@code compound-page-bug-on}: a slab of two pages is a compound page, and {@code
 * get_page_unless_zero} of 2.6.22 has VM_BUG_ON(PageCompound(page)). vacate, alone, with DEBUG_VM.
 */
public class CompoundPage {
  private CompoundPage() {}

  /** One cache of order 1, one slab with an object in use. */
  abstract static class HighOrder {
    private final Slub slub;
    private final Page page;

    HighOrder(Revision revision) {
      slub = revision.boot(new Machine(1, 4, 4, true));
      Cpu cpu = slub.machine.cpus[0];
      KmemCacheOps ops = new KmemCacheOps((c, s, nr, o) -> null, (c, s, nr, o, pinned) -> {});
      KmemCache cache =
          slub.kmemCacheCreate(
              cpu, "high", 2, 1, 0, (memory, object) -> memory.store(object, 1), ops);
      page = slub.machine.memMap.virtToHeadPage(slub.kmemCacheAlloc(cpu, cache, Gfp.KERNEL));
      slub.flushAll(cpu, cache);
    }

    final String vacate() {
      try {
        return slub.vacateAndTell(slub.machine.cpus[0], page).text();
      } catch (KernelBug bug) {
        return bug.function;
      }
    }
  }

  /** Broken. */
  @JCStressTest
  @Reproduces(Defect.COMPOUND_PAGE_BUG_ON)
  @Expects(Verdict.OBSERVED)
  @Outcome(id = "get_page_unless_zero", expect = ACCEPTABLE_INTERESTING, desc = "j: BUG")
  @State
  public static class Posted extends HighOrder {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate();
    }
  }

  /** Fixed: a head page may be pinned. */
  @JCStressTest
  @Verifies(cures = Defect.COMPOUND_PAGE_BUG_ON)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "LEFTOVER=0", expect = ACCEPTABLE, desc = "vacated as far as it could be")
  @Outcome(                   expect = FORBIDDEN,  desc = "j: BUG")
  // spotless:on
  @State
  public static class Corrected extends HighOrder {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate();
    }
  }
}
