// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import vacate.claim.Defect;
import vacate.claim.Evidence;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Verdict;
import vacate.explorer.Progress;
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
   * the strongest model that has one. The rows' tokens are replayed; nothing is explored.
   */
  public static List<Showing> of(List<Row> rows) {
    Map<List<String>, List<Row>> refuted = new LinkedHashMap<>();
    Board.sorted(rows).stream()
        .filter(row -> row.kind() == Kind.CLAIM && row.verdict() == Verdict.REFUTED)
        .filter(row -> row.judge().equals("explorer") && row.witness() != null)
        .forEach(
            row ->
                refuted
                    .computeIfAbsent(
                        List.of(
                            row.id(),
                            Objects.toString(row.form()),
                            Objects.toString(row.revision())),
                        key -> new ArrayList<>())
                    .add(row));
    return refuted.values().stream().map(Showings::shortest).flatMap(Optional::stream).toList();
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

  private static String revision(Defect defect) {
    Revision revision = Evidence.of(Exhibit.of(defect).broken()).revision();
    return revision == null ? null : revision.label;
  }

  private static Optional<Showing> shortest(List<Row> rows) {
    MemoryModel strongest =
        MemoryModel.strongestFirst(rows.stream().map(Showings::model).toList()).get(0);
    return rows.stream()
        .filter(row -> model(row) == strongest)
        .map(Showings::account)
        .min(SHORTEST.thenComparing(Account::test))
        .map(account -> Showing.of(rows.get(0), account));
  }

  private static MemoryModel model(Row row) {
    return MemoryModel.of(row.model());
  }

  private static String className(String test) {
    return Catalog.entries().stream()
        .filter(entry -> entry.name().equals(test))
        .map(entry -> entry.type().getName())
        .findFirst()
        .orElseThrow();
  }

  private static Account account(Row row) {
    ClassLoader loader = Showings.class.getClassLoader();
    return Account.of(
        new TestReader(loader).read(className(row.test())).orElseThrow(),
        loader,
        MemoryModel.of(row.model()),
        row.witness());
  }
}
