// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.ArrayList;
import java.util.List;
import vacate.claim.Defect;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.invariant.Violation;
import vacate.revision.Revision;
import vacate.scene.Operation;

/** The fixed list of scenarios. */
final class Trials {
  /** Runs of a quick judgement that is not expected to find anything. */
  private static final int RUNS = 500;

  /** Runs of a quick judgement that looks for something: several times what finding it takes. */
  private static final int HUNT = 20_000;

  private static final List<Verdict> HOLDS = List.of(Verdict.PROVED, Verdict.BOUNDED);
  private static final List<Verdict> FAILS = List.of(Verdict.REFUTED);

  private Trials() {}

  /** All of them, corrected before posted before the older revisions. */
  static List<Trial> all() {
    List<Trial> all = new ArrayList<>();
    for (Grain grain : Grain.values()) {
      for (CacheFlavour cache : CacheFlavour.values()) {
        for (Pair pair : Pair.values()) {
          all.add(corrected(pair, cache, grain));
          all.add(posted(pair, cache, grain));
        }
      }
    }
    for (Hunt hunt : Hunt.values()) {
      all.add(
          new Trial(
              Topic.of(hunt.defect),
              hunt.pair,
              hunt.pair.label + "-" + hunt.suffix,
              hunt.revision,
              hunt.cache,
              Grain.COARSE,
              hunt.sought,
              FAILS,
              HUNT));
    }
    return List.copyOf(all);
  }

  /**
   * Corrected, who destroys a cache with RCU waits until every CPU is idle and has freed its slabs,
   * and no CPU becomes idle here. So there it is asked whether the version that does not wait, with
   * or without a vacate, leaves callbacks behind that will read the freed cache.
   */
  private static Trial corrected(Pair pair, CacheFlavour cache, Grain grain) {
    if (cache == CacheFlavour.RCU && pair.scenario.has(Operation.Kind.DESTROY)) {
      return new Trial(
          Topic.of(Defect.CALLBACK_AFTER_DESTROY),
          pair,
          pair.label + "-" + Defect.CALLBACK_AFTER_DESTROY.label(),
          Revision.POSTED,
          cache,
          grain,
          Violation.CACHE_GONE.name(),
          FAILS,
          HUNT);
    }
    return new Trial(
        pair.claim, pair, pair.label, Revision.CORRECTED, cache, grain, null, HOLDS, RUNS);
  }

  /** As posted, whatever has a vacate in it goes wrong, most of it in what the vacate returns. */
  private static Trial posted(Pair pair, CacheFlavour cache, Grain grain) {
    if (pair.wrongAsPosted == null) {
      return new Trial(
          pair.claim, pair, pair.label, Revision.POSTED, cache, grain, null, HOLDS, RUNS);
    }
    return new Trial(
        Topic.of(pair.wrongAsPosted),
        pair,
        pair.label,
        Revision.POSTED,
        cache,
        grain,
        pair.faultAsPosted(),
        FAILS,
        HUNT);
  }
}
