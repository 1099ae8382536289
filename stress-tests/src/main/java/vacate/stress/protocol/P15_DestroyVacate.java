// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.protocol;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Plays;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * The cache is destroyed while its last slab is vacated, destroy ‖ vacate. CPU 0 frees the last
 * object, unless the vacate does, and destroys the cache, as its owner may. Vacate holds a
 * reference to the page and none to the cache: it may read the cache when it is freed (g1), or have
 * its last slab frozen, where destroy does not find it (g2).
 *
 * <p>Columns: destroy, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                       264,642  g1 174, g2 2,777
 *   Corrected                    268,539  0
 * </pre>
 */
@Plays("partial: destroy(0) | vacate")
public class P15_DestroyVacate {
  private P15_DestroyVacate() {}

  /**
   * Broken: nothing keeps the cache. What {@code discard_slab} does without the lock is broken too,
   * and is not the subject here.
   */
  @JCStressTest
  @Reproduces({Defect.UNFREEZE_AFTER_DESTROY, Defect.USE_AFTER_DESTROY})
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "OK, NO_PAGE=0, FREE",                                          expect = ACCEPTABLE,             desc = "too late")
  @Outcome(id = {"OK, NOT_SLAB=1, FREE",
                 "OK, NO_CACHE=1, FREE",
                 "OK, GONE=1, FREE",
                 "OK, EMPTY=1, FREE"},                                          expect = ACCEPTABLE,             desc = "gave up")
  @Outcome(id = "OK, LEFTOVER=0, FREE",                                         expect = ACCEPTABLE,             desc = "free under way")
  @Outcome(id = "OK, EMPTIED=1, FREE",                                          expect = ACCEPTABLE,             desc = "vacate first")
  @Outcome(id = "OK, NO_MEMORY=1, COMPLAINT",                                   expect = ACCEPTABLE_INTERESTING, desc = "g1: size is poison")
  @Outcome(id = "OK, __kmem_cache_vacate, .*",                                  expect = ACCEPTABLE_INTERESTING, desc = "g1: objects is poison")
  @Outcome(id = "OK, (oops|page_fault), .*",                                    expect = ACCEPTABLE_INTERESTING, desc = "g1: poison followed")
  @Outcome(id = "OK, EMPTIED=1, (PAGE_LOST|COMPLAINT)",                         expect = ACCEPTABLE_INTERESTING, desc = "g2: slab outlives cache")
  @Outcome(id = "OK, EMPTIED=1, (CACHE_GONE|FREED_CACHE_WRITTEN|LIST_CORRUPT)", expect = ACCEPTABLE_INTERESTING, desc = "g2: freed into poison")
  @Outcome(id = "OK, (get_node|spin_lock|spin_unlock), PAGE_LOST",              expect = ACCEPTABLE_INTERESTING, desc = "g2: node is gone")
  @Outcome(id = "OK, (get_node|spin_lock|spin_unlock), .*",                     expect = ACCEPTABLE_INTERESTING, desc = "g1: node is gone")
  @Outcome(id = "OK, LEFTOVER=0, (FREED_CACHE_WRITTEN|LIST_CORRUPT)",           expect = ACCEPTABLE_INTERESTING, desc = "g1: node written to")
  @Outcome(id = "OK, put_page_testzero, .*",                                    expect = ACCEPTABLE_INTERESTING, desc = "g1: order is poison")
  @Outcome(id = ".*bit_spin_unlock.*",                                          expect = ACCEPTABLE,             desc = "d1, not the subject")
  @Outcome(id = "OK, EMPTY=1, COMPLAINT",                                       expect = ACCEPTABLE,             desc = "d2, not the subject")
  @Outcome(id = "OK, soft_lockup, .*",                                          expect = ACCEPTABLE,             desc = "d2, not the subject")
  @Outcome(id = ".*",                                                           expect = ACCEPTABLE,             desc = "c, not the subject")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.PARTIAL, 2);

    @Actor
    public void destroy(LLL_Result r) {
      r.r1 = scene.destroy(0, 0);
    }

    @Actor
    public void vacate(LLL_Result r) {
      r.r2 = scene.vacate(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /** Fixed: a vacate holds slub_lock for reading, or gives up. */
  @JCStressTest
  @Verifies(
      value = Claim.C14,
      cures = {Defect.USE_AFTER_DESTROY, Defect.UNFREEZE_AFTER_DESTROY})
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "OK, NO_PAGE=0, FREE",     expect = ACCEPTABLE, desc = "too late")
  @Outcome(id = {"OK, NOT_SLAB=0, FREE",
                 "OK, NO_CACHE=0, FREE",
                 "OK, GONE=0, FREE",
                 "OK, EMPTY=0, FREE"},     expect = ACCEPTABLE, desc = "gave up")
  @Outcome(id = "OK, CACHES_BUSY=0, FREE", expect = ACCEPTABLE, desc = "destroy first")
  @Outcome(id = "OK, LEFTOVER=0, FREE",    expect = ACCEPTABLE, desc = "free under way")
  @Outcome(id = "OK, EMPTIED=1, FREE",     expect = ACCEPTABLE, desc = "vacate first")
  @Outcome(                                expect = FORBIDDEN,  desc = "cache used when freed")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.PARTIAL, 2);

    @Actor
    public void destroy(LLL_Result r) {
      r.r1 = scene.destroy(0, 0);
    }

    @Actor
    public void vacate(LLL_Result r) {
      r.r2 = scene.vacate(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }
}
