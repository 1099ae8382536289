// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Topic;
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
      for (MemoryModel model : models) {
        explorations.add(() -> judge(test, model));
      }
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
  private List<Explored> judged(
      Ledger.Entry test, MemoryModel model, ExplorerJudge judge, List<Topic> asked) {
    try {
      return judge.judge(asked);
    } catch (RuntimeException | Error e) {
      failed = true;
      return judge.notRun(asked, InternalFault.tell(test.name() + " under " + model, e));
    }
  }

  private List<Explored> judge(Ledger.Entry test, MemoryModel model) {
    List<Topic> asked = test.evidence().topics().stream().filter(topics::contains).toList();
    ExplorerJudge judge = new ExplorerJudge(test, model);
    List<Explored> findings =
        stopped ? judge.interrupted(asked) : judged(test, model, judge, asked);
    status.show(
        String.format(
            "explorer: %d of %d; %s under %s",
            done.incrementAndGet(),
            tests.size() * models.size(),
            TestName.shorten(test.name()),
            model));
    return findings;
  }
}
