// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/**
 * Explores one scenario after the other, in a revision and once for all models, with classes that
 * stay warm: a {@link World} for each worker.
 */
public final class Sweep {
  private final Revision revision;
  private final Set<MemoryModel> models;
  private final Bounds bounds;
  private final Deadline deadline;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;
  private volatile Throwable failure;

  /**
   * @param models under which each is judged
   * @param bounds of each scenario
   * @param deadline after which none is begun, and what is at work ends
   */
  public Sweep(
      Revision revision, Collection<MemoryModel> models, Bounds bounds, Deadline deadline) {
    this.revision = revision;
    this.models = EnumSet.copyOf(models);
    this.bounds = bounds;
    this.deadline = deadline;
  }

  /**
   * Explores scenarios; once only.
   *
   * @param workers how many at once
   * @param each is told of each that was begun, as soon as it is over, by one thread at a time
   * @return all, in their order, however many workers there are
   * @throws InterruptedException if the calling thread is interrupted; what is at work ends
   */
  public List<Swept> run(List<Scenario> scenarios, int workers, Consumer<Swept> each)
      throws InterruptedException {
    AtomicReferenceArray<Swept> results = new AtomicReferenceArray<>(scenarios.size());
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          World world = new World(Play.class.getClassLoader());
          for (int i = next.getAndIncrement(); i < results.length(); i = next.getAndIncrement()) {
            if (!goesOn()) {
              return;
            }
            Swept swept = swept(world, scenarios.get(i));
            results.set(i, swept);
            synchronized (each) {
              each.accept(swept);
            }
          }
        };
    for (int w = 0; w < workers; w++) {
      threads.add(new Thread(() -> work(worker), "sweep " + w));
    }
    try {
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      stop();
      throw e;
    }
    if (failure != null) {
      throw new IllegalStateException("a sweep has failed", failure);
    }
    List<Swept> swept = new ArrayList<>();
    for (int i = 0; i < scenarios.size(); i++) {
      Swept known = results.get(i);
      swept.add(known == null ? Swept.notBegun(revision, scenarios.get(i)) : known);
    }
    return swept;
  }

  private void work(Runnable worker) {
    try {
      worker.run();
    } catch (RuntimeException | Error e) {
      if (!stopped) { // else it broke off because it was interrupted
        failure = e;
        stop();
      }
    }
  }

  /** Begins no other scenario, and ends what is at work; from any thread. */
  public void stop() {
    stopped = true;
    threads.forEach(Thread::interrupt);
  }

  private boolean goesOn() {
    return !stopped && !deadline.isPast();
  }

  private Swept swept(World world, Scenario scenario) {
    ScenarioQuestion question = new ScenarioQuestion(revision, scenario);
    Map<MemoryModel, Result> results =
        world.explore(
            question.test(),
            models,
            Settings.of(bounds).by(deadline).monitors(question.watchmen()));
    boolean isWhole = goesOn() || results.values().stream().allMatch(r -> r.reason() == null);
    List<Ruling> rulings = models.stream().map(results::get).map(Ruling::of).toList();
    return new Swept(revision, scenario, rulings, isWhole);
  }
}
