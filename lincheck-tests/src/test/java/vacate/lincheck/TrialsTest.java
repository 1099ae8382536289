// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vacate.claim.Defect;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Operation;

class TrialsTest {
  private static final List<Trial> ALL = LincheckJudge.trials();

  @Test
  void namesAreUnique() {
    assertThat(ALL).extracting(Trial::name).doesNotHaveDuplicates();
  }

  @Test
  void everyPairIsJudgedForEveryCacheInBothRevisionsAtBothGrains() {
    Set<String> names = ALL.stream().map(Trial::name).collect(Collectors.toSet());
    for (Revision revision : List.of(Revision.POSTED, Revision.CORRECTED)) {
      for (Pair pair : Pair.values()) {
        for (CacheFlavour cache : CacheFlavour.values()) {
          if (waitsForIdleCpus(revision, pair, cache)) {
            continue;
          }
          assertThat(names)
              .contains(
                  revision + "/" + pair.label + "/" + cache.label + "/fine",
                  revision + "/" + pair.label + "/" + cache.label + "/coarse");
        }
      }
    }
  }

  /** No CPU becomes idle in a trial. */
  private static boolean waitsForIdleCpus(Revision revision, Pair pair, CacheFlavour cache) {
    return revision == Revision.CORRECTED
        && cache == CacheFlavour.RCU
        && pair.scenario.has(Operation.Kind.DESTROY);
  }

  @Test
  void nothingIsExpectedToHoldThatIsFalse() {
    assertThat(ALL)
        .filteredOn(trial -> !trial.expected().contains(Verdict.REFUTED))
        .filteredOn(trial -> trial.topic() instanceof Topic.OfClaim)
        .isNotEmpty()
        .allSatisfy(
            trial -> {
              Topic.OfClaim of = (Topic.OfClaim) trial.topic();
              assertThat(of.claim().truth(of.form()).holds(trial.revision(), MemoryModel.SC))
                  .as(trial.name())
                  .isTrue();
            });
  }

  @Test
  void everyDefectThatAnInterleavingShowsIsLookedFor() {
    assertThat(ALL)
        .extracting(trial -> trial.topic().id())
        .contains(
            Defect.ABORT_REPORTS_SUCCESS.id,
            Defect.KEPT_SLAB_REPORTS_SUCCESS.id,
            Defect.DYING_SLAB_REVIVED.id,
            Defect.LOCK_BIT_LOST.id,
            Defect.LOCK_BIT_STUCK.id,
            Defect.DEBUG_FLAG_CLOBBERS_LOCK.id,
            Defect.USE_AFTER_DESTROY.id,
            Defect.UNFREEZE_AFTER_DESTROY.id,
            Defect.PRE_PATCH_ORDER.id);
  }
}
