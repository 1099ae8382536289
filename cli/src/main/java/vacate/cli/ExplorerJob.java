// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Topic;
import vacate.explorer.Result;
import vacate.explorer.model.MemoryModel;
import vacate.work.Parallel;

/** The explorer judge: tests under models, on all processors. */
final class ExplorerJob implements Job {
  private final List<Ledger.Entry> tests;
  private final Collection<Topic> topics;
  private final Collection<MemoryModel> models;
  private final StatusLine status = StatusLine.onStderr();
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean stopped;
  private volatile boolean failed;

  /**
   * @param tests which tests
   * @param topics of what they are evidence for, that which is asked
   * @param models under which models each
   */
  ExplorerJob(List<Ledger.Entry> tests, Collection<Topic> topics, Collection<MemoryModel> models) {
    this.tests = tests;
    this.topics = topics;
    this.models = models;
  }

  /** Findings on all tests, in their order, then of the models, then of the topics. */
  @Override
  public List<Finding> run() {
    long start = System.nanoTime();
    List<Callable<List<Explored>>> explorations = new ArrayList<>();
    for (Ledger.Entry test : tests) {
      explorations.add(() -> judge(test));
    }
    List<Finding> findings = new ArrayList<>();
    Parallel.all(explorations).forEach(findings::addAll);
    status.clear();
    System.err.printf(
        "explorer: %s under %s, %s%n",
        Count.of(tests.size(), "test"),
        Count.of(models.size(), "model"),
        Elapsed.text(Duration.ofNanos(System.nanoTime() - start)));
    return findings;
  }

  /** The tests at work come to their end, which takes seconds; no other is begun. */
  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public boolean hasFailed() {
    return failed;
  }

  /** A fault of ours in one test does not cost what the others say. */
  private List<Explored> judge(Ledger.Entry test) {
    List<Topic> asked = test.evidence().topics().stream().filter(topics::contains).toList();
    if (stopped) {
      return each(test, judge -> judge.interrupted(asked));
    }
    List<Explored> findings;
    try {
      Map<MemoryModel, Result> explored = ExplorerJudge.explore(test, models);
      findings = each(test, judge -> judge.judge(asked, explored));
    } catch (RuntimeException | Error e) {
      failed = true;
      String reason = InternalFault.tell(test.name(), e);
      findings = each(test, judge -> judge.notRun(asked, reason));
    }
    status.show(
        String.format(
            "explorer: %d of %d; %s",
            done.incrementAndGet(), tests.size(), TestName.shorten(test.name())));
    return findings;
  }

  private List<Explored> each(Ledger.Entry test, Function<ExplorerJudge, List<Explored>> says) {
    return models.stream()
        .flatMap(model -> says.apply(new ExplorerJudge(test, model)).stream())
        .toList();
  }
}
