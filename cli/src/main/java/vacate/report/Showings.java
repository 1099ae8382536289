// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

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
import vacate.claim.Kind;
import vacate.claim.Topic;
import vacate.explorer.Progress;
import vacate.explorer.Verdict;
import vacate.explorer.execution.Execution;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.story.Account;
import vacate.story.Exhibit;
import vacate.story.Story;
import vacate.story.Storyteller;
import vacate.stress.runner.fork.Catalog;
import vacate.work.Parallel;

/** The executions that break a claim or show a defect. */
public final class Showings {
  private static final Comparator<Account> SHORTEST =
      Comparator.comparing(
          account -> account.witness().execution(),
          Comparator.<Execution>comparingInt(g -> g.passes().size())
              .thenComparingInt(Execution::switches)
              .thenComparingInt(g -> g.order().size()));

  private Showings() {}

  /**
   * For each form of a claim and revision that the explorer refutes the shortest execution under
   * the strongest model that has one. The findings' tokens are replayed; nothing is explored.
   */
  public static List<Showing> of(List<Finding> findings) {
    Map<Key, List<Explored>> refuted = new LinkedHashMap<>();
    Board.sorted(findings).stream()
        .filter(finding -> finding.kind() == Kind.CLAIM && finding.verdict() == Verdict.REFUTED)
        .filter(Explored.class::isInstance)
        .map(Explored.class::cast)
        .filter(explored -> explored.token() != null)
        .forEach(
            explored ->
                refuted.computeIfAbsent(Key.of(explored), key -> new ArrayList<>()).add(explored));
    return refuted.values().stream().map(Showings::shortest).flatMap(Optional::stream).toList();
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
  public static List<Showing> ofDefects() {
    return Parallel.all(Arrays.stream(Defect.values()).map(Showings::storyteller).toList()).stream()
        .filter(story -> story.witness() != null)
        .map(story -> Showing.of(story, revision(story.defect())))
        .toList();
  }

  private static Callable<Story> storyteller(Defect defect) {
    return () -> new Storyteller(defect, Progress.NONE).tell();
  }

  private static Revision revision(Defect defect) {
    return Evidence.of(Exhibit.of(defect).broken()).revision();
  }

  private static Optional<Showing> shortest(List<Explored> refuted) {
    MemoryModel strongest =
        MemoryModel.strongestFirst(refuted.stream().map(Explored::model).toList()).get(0);
    return refuted.stream()
        .filter(explored -> explored.model() == strongest)
        .map(Showings::account)
        .min(SHORTEST.thenComparing(Account::test))
        .map(account -> Showing.of(refuted.get(0), account));
  }

  private static String className(String test) {
    return Catalog.entries().stream()
        .filter(entry -> entry.name().equals(test))
        .map(entry -> entry.type().getName())
        .findFirst()
        .orElseThrow();
  }

  private static Account account(Explored explored) {
    ClassLoader loader = Showings.class.getClassLoader();
    return Account.of(
        new TestReader(loader).read(className(explored.test())).orElseThrow(),
        loader,
        explored.model(),
        explored.token());
  }
}
