// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.List;
import vacate.claim.Question;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/**
 * A scenario on trial: in a revision, at a grain, and what is expected to come of it.
 *
 * @param topic the claim, defect or control that it is evidence for
 * @param pair what runs against what
 * @param label the pair's, and what is looked for if it is one defect
 * @param revision of the protocol
 * @param cache kind of cache
 * @param grain how finely they are interleaved
 * @param sought how the {@link Fault} begins that alone counts, others being known; null for any
 * @param expected verdicts that are as declared
 * @param runs how many runs it gets in a quick judgement
 */
public record Trial(
    Topic topic,
    Pair pair,
    String label,
    Revision revision,
    CacheFlavour cache,
    Grain grain,
    String sought,
    List<Verdict> expected,
    int runs) {

  /** Its stable name: revision, pair, cache, grain. */
  public String name() {
    return revision.label + "/" + label + "/" + cache.label + "/" + grain.label;
  }

  /** What it puts to Lincheck. */
  public Question question() {
    return new Question(List.of(topic), revision, name(), expected);
  }

  /** Whether the fault is one that counts. */
  boolean isSought(Fault fault) {
    return sought == null || fault.toString().startsWith(sought);
  }

  /** The pair's, in this kind of cache. */
  public Scenario scenario() {
    return pair.scenario.in(cache.flags);
  }

  /** What is interleaved for it. */
  Staging staging() {
    return new Staging(name().replace('/', '.'), revision, scenario(), grain);
  }

  @Override
  public String toString() {
    return name();
  }
}
