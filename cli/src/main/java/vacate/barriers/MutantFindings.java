// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.ArrayList;
import java.util.List;
import vacate.claim.Mutated;
import vacate.claim.Question;
import vacate.claim.Topic;
import vacate.explorer.BarrierAnalysis;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/** What was found of mutants, once for each model. */
public final class MutantFindings {
  private static final List<Verdict> SETTLED = List.of(Verdict.REFUTED, Verdict.PROVED);
  private static final List<Verdict> KILLED = List.of(Verdict.REFUTED);

  private MutantFindings() {}

  /**
   * A mutant that some test refutes is needed, one that all prove is redundant.
   *
   * @param revision of the protocol; null for tests of others
   * @param explained whether a redundant mutant without a reason is not as declared
   */
  public static List<Mutated> of(List<MutantResult> lines, Revision revision, boolean explained) {
    List<Mutated> findings = new ArrayList<>();
    for (MutantResult line : lines) {
      List<Verdict> expected = explained && line.isUnexplained() ? KILLED : SETTLED;
      Topic topic =
          new Topic.OfBarrier(
              line.id(),
              line.function() + " (" + line.place() + "): " + line.what() + " -> " + line.to());
      line.cells()
          .forEach(
              (model, cell) ->
                  findings.add(
                      finding(
                          new Question(List.of(topic), revision, cell.test(), expected),
                          model,
                          cell,
                          line.why())));
    }
    return findings;
  }

  private static Mutated finding(Question asked, MemoryModel model, ModelResult cell, String why) {
    return new Mutated(
        asked,
        model,
        verdict(cell.need()),
        cell.executions(),
        cell.witness() == null ? null : cell.witness().token(),
        cell.outcome() != null ? cell.outcome() : why);
  }

  private static Verdict verdict(BarrierAnalysis.Need need) {
    return switch (need) {
      case NEEDED -> Verdict.REFUTED;
      case REDUNDANT, VISIBLE -> Verdict.PROVED;
      case UNDECIDED -> Verdict.BOUNDED;
    };
  }
}
