// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.List;
import java.util.Optional;
import vacate.claim.Mutated;
import vacate.claim.Question;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/**
 * A mutant, and what became of it.
 *
 * @param fate null if it was not tried
 * @param why it survives, if it does; empty if nobody has said so
 */
record Tried(Variant mutant, Fate fate, Optional<Why> why) {
  boolean isKilled() {
    return fate != null && fate.isKilled();
  }

  /** Whether it survives for a reason of that kind. */
  boolean survivesBecause(Survival.Kind kind) {
    return fate != null && fate.survives() && why.filter(w -> w.kind() == kind).isPresent();
  }

  /** Whether no scenario shows it, and nobody has said why. */
  boolean isUnexplained() {
    return fate != null && fate.survives() && why.isEmpty();
  }

  /** As every judge's findings are told. REFUTED is what is killed. */
  Mutated finding(MemoryModel model) {
    Verdict verdict =
        fate == null
            ? Verdict.NOT_RUN
            : fate.isKilled()
                ? Verdict.REFUTED
                : fate.survives() ? Verdict.PROVED : Verdict.BOUNDED;
    List<Verdict> expected =
        why.isEmpty()
            ? List.of(Verdict.REFUTED)
            : why.get().isEquivalent() && mutant.partOf() == null
                ? List.of(Verdict.PROVED)
                : List.of(Verdict.PROVED, Verdict.REFUTED);
    return new Mutated(
        new Question(
            List.of(new Topic.OfBarrier(mutant.id(), mutant.text())),
            Revision.CORRECTED,
            fate == null ? null : fate.scenario(),
            expected),
        model,
        verdict,
        fate == null ? 0 : fate.executions(),
        null,
        reason());
  }

  private String reason() {
    if (fate == null) {
      return "not tried";
    }
    if (fate.isKilled()) {
      return fate.how();
    }
    return fate.survives() ? why.map(Why::sentence).orElse("nobody has said why") : fate.open();
  }
}
