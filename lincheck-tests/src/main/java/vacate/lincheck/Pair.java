// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.Locale;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Form;
import vacate.claim.Topic;
import vacate.scene.Scenario;

/** What runs against what, one operation for each CPU, and what is expected of it. */
public enum Pair {
  ALLOC_FREE("full: alloc | free(0)", qualified(Claim.C18), null),
  ALLOC_FREE_PARTIAL("partial: alloc | free(0)", qualified(Claim.C18), null),
  FREE_FREE("full: free(0) | free(1)", qualified(Claim.C18), null),
  ALLOC_VACATE_FRESH("fresh: alloc | vacate", literal(Claim.C2), Defect.ABORT_REPORTS_SUCCESS),
  ALLOC_VACATE_FULL("full: alloc | vacate", literal(Claim.C15), Defect.KEPT_SLAB_REPORTS_SUCCESS),
  ALLOC_VACATE_PARTIAL(
      "partial: alloc | vacate", literal(Claim.C13), Defect.KEPT_SLAB_REPORTS_SUCCESS),
  ALLOC_VACATE_CPU_SLAB(
      "cpu_slab: alloc | vacate", literal(Claim.C11), Defect.ABORT_REPORTS_SUCCESS),
  FREE_VACATE_LAST(
      "partial: free(0) | vacate", literal(Claim.C1), Defect.KEPT_SLAB_REPORTS_SUCCESS),
  FREE_VACATE_NOT_LAST(
      "full: free(0) | vacate", literal(Claim.C15), Defect.KEPT_SLAB_REPORTS_SUCCESS),
  VACATE_VACATE("full: vacate | vacate", literal(Claim.C11), Defect.KEPT_SLAB_REPORTS_SUCCESS),
  VACATE_VACATE_PINNED(
      "full pinned(0): vacate | vacate", literal(Claim.C14), Defect.ABORT_REPORTS_SUCCESS),
  ALLOC_FREE_VACATE(
      "full: alloc | free(1) | vacate", qualified(Claim.C12), Defect.KEPT_SLAB_REPORTS_SUCCESS),
  SHRINK_VACATE("partial: shrink | vacate", literal(Claim.C13), Defect.KEPT_SLAB_REPORTS_SUCCESS),
  SHRINK_VACATE_KEPT("kept: shrink | vacate", literal(Claim.C5), Defect.ABORT_REPORTS_SUCCESS),
  DESTROY_VACATE("partial: destroy(0) | vacate", literal(Claim.C5), Defect.UNFREEZE_AFTER_DESTROY),
  /** The slab is empty: the cache's end discards it, not its last free. */
  DESTROY_VACATE_KEPT("kept: destroy(0) | vacate", literal(Claim.C5), Defect.ABORT_REPORTS_SUCCESS);

  /** As names of trials spell it. */
  public final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** In a cache without flags. */
  public final Scenario scenario;

  /**
   * The claim that a vacate relies on here, in a form that holds in every revision in which the
   * pair is expected to be right.
   */
  public final Topic claim;

  /** The defect that the posted revision shows first; null if it is right. */
  public final Defect wrongAsPosted;

  Pair(String scenario, Topic claim, Defect wrongAsPosted) {
    this.scenario = Scenario.parse(scenario);
    this.claim = claim;
    this.wrongAsPosted = wrongAsPosted;
  }

  private static Topic literal(Claim claim) {
    return Topic.of(claim);
  }

  private static Topic qualified(Claim claim) {
    return Topic.of(claim, Form.QUALIFIED);
  }

  /** By what fault the posted revision's defect is known. */
  String faultAsPosted() {
    return wrongAsPosted == Defect.UNFREEZE_AFTER_DESTROY ? "get_node: " : Fault.FALSE_SUCCESS;
  }
}
