// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import vacate.claim.Defect;
import vacate.claim.Evidence;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Topic;
import vacate.claim.TopicKind;
import vacate.explorer.Progress;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.stress.runner.StressSuite;
import vacate.work.Parallel;

/** The executions that break a claim or show a defect. */
public final class Counterexamples {
  private Counterexamples() {}

  /**
   * For each form of a claim and revision that the explorer refutes the shortest execution under
   * the strongest model that has one, in the order of the findings. Their tokens are replayed;
   * nothing is explored but what would forbid an outcome.
   */
  public static List<Counterexample> of(List<Finding> findings) {
    Map<Key, List<Explored>> refuted = new LinkedHashMap<>();
    findings.stream()
        .filter(
            finding -> finding.kind() == TopicKind.CLAIM && finding.verdict() == Verdict.REFUTED)
        .filter(Explored.class::isInstance)
        .map(Explored.class::cast)
        .filter(explored -> explored.token() != null)
        .forEach(
            explored ->
                refuted.computeIfAbsent(Key.of(explored), key -> new ArrayList<>()).add(explored));
    return refuted.values().stream()
        .map(Counterexamples::shortest)
        .flatMap(Optional::stream)
        .toList();
  }

  /** What one execution is shown for. */
  private record Key(Topic topic, Revision revision) {
    static Key of(Finding finding) {
      return new Key(finding.topics().get(0), finding.revision());
    }
  }

  /**
   * For each defect the execution that is told of it. This explores its tests: it takes seconds.
   */
  public static List<Counterexample> ofDefects() {
    return Parallel.all(Arrays.stream(Defect.values()).map(Counterexamples::reproducer).toList())
        .stream()
        .filter(Reproduction::isShown)
        .map(reproduction -> Counterexample.of(reproduction, revision(reproduction.defect())))
        .toList();
  }

  private static Callable<Reproduction> reproducer(Defect defect) {
    return () -> new Reproducer(defect, Progress.NONE).tell();
  }

  private static Revision revision(Defect defect) {
    return Evidence.of(DefectTests.of(defect).broken()).revision();
  }

  private static Optional<Counterexample> shortest(List<Explored> refuted) {
    MemoryModel strongest =
        MemoryModel.strongestFirst(refuted.stream().map(Explored::model).toList()).get(0);
    return refuted.stream()
        .filter(explored -> explored.model() == strongest)
        .map(Counterexamples::story)
        .min(Comparator.comparing(Story::witness, Story.SHORTEST).thenComparing(Story::test))
        .map(story -> Counterexample.of(refuted.get(0), story));
  }

  private static Story story(Explored explored) {
    ClassLoader loader = Counterexamples.class.getClassLoader();
    return Story.of(
        new TestReader(loader).read(StressSuite.type(explored.test()).getName()).orElseThrow(),
        loader,
        explored.model(),
        explored.token());
  }
}
