// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.ForkSpec;
import vacate.stress.runner.fork.Mode;

/**
 * Whose turn it is. Tests take turns round by round, so that whenever a run ends every test has had
 * its share; who has settled leaves its turns to the others. Each test has one fork even if the
 * time is up. Safe for use by several threads.
 */
final class Turns {
  /**
   * The mode of a test's fork by its number. C2's randomizers come often: each time they have
   * another seed.
   */
  private static final List<Mode> MODES =
      List.of(
          Mode.C2_STRESS,
          Mode.FIRST_SLOW,
          Mode.C2,
          Mode.LAST_SLOW,
          Mode.C2_STRESS,
          Mode.C1,
          Mode.C2_STRESS,
          Mode.INTERPRETER);

  private final RunOptions options;
  private final int processors;
  private final int lanes;
  private final LongSupplier nanoTime;
  private final long began;
  private final int forkMillis;
  private final Map<StressTest, Tally> tallies = new LinkedHashMap<>();
  private final Set<StressTest> running = new HashSet<>();
  private boolean stopped;

  /**
   * Begins a run.
   *
   * @param processors that the actors may use
   * @param lanes forks at the same time
   * @param nanoTime a clock, as {@link System#nanoTime}
   */
  Turns(RunOptions options, int processors, int lanes, LongSupplier nanoTime) {
    this.options = options;
    this.processors = processors;
    this.lanes = lanes;
    this.nanoTime = nanoTime;
    began = nanoTime.getAsLong();
    forkMillis = options.budget().forkMillis(options.tests().size(), lanes);
    options.tests().forEach(test -> tallies.put(test, new Tally(test)));
  }

  /**
   * The next turn; waits while only tests that are running want one. Empty if nobody wants one or
   * the run is stopped.
   */
  synchronized Optional<Turn> next() throws InterruptedException {
    while (!stopped) {
      Optional<Tally> due =
          tallies.values().stream()
              .filter(tally -> !running.contains(tally.test) && wantsTurn(tally))
              .min(Comparator.comparingInt(Tally::forks));
      if (due.isPresent()) {
        running.add(due.get().test);
        return due.map(this::turn);
      }
      if (running.isEmpty()) {
        return Optional.empty();
      }
      wait();
    }
    return Optional.empty();
  }

  /** Records what came of it. */
  synchronized void ended(Turn turn, ForkResult result, long millis) {
    running.remove(turn.test());
    tallies.get(turn.test()).add(result, millis);
    notifyAll();
  }

  /** No more turns. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /**
   * Where the run stands.
   *
   * @param current name of the test whose fork is starting, or null at the end
   */
  synchronized Progress progress(String current) {
    List<Tally> unsettled =
        tallies.values().stream().filter(tally -> tally.wantsMore(options.budget())).toList();
    return new Progress(
        current,
        tallies.size() - unsettled.size(),
        tallies.size(),
        (int) tallies.values().stream().filter(tally -> tally.observed() > 0).count(),
        forks(),
        Duration.ofMillis(elapsedMillis()),
        Duration.ofMillis(current == null ? 0 : millisToGo(unsettled)));
  }

  /**
   * The rows and what goes with them. Tests that are running count with the forks that have ended.
   */
  synchronized RunReport report(Path directory) {
    RowWriter writer = new RowWriter(options.budget(), processors, directory, stopped);
    return new RunReport(
        tallies.values().stream().flatMap(tally -> writer.rows(tally).stream()).toList(),
        options.seed(),
        directory,
        stopped,
        elapsedMillis());
  }

  private boolean wantsTurn(Tally tally) {
    return tally.wantsMore(options.budget())
        && (tally.forks() == 0 || millisLeft() >= turnMillis());
  }

  private Turn turn(Tally tally) {
    StressTest test = tally.test;
    int number = tally.forks();
    return new Turn(
        test,
        number,
        new ForkSpec(
            test.name(),
            MODES.get(number % MODES.size()),
            Seeds.stressSeed(options.seed(), test.name(), number),
            forkMillis,
            test.actors() > processors));
  }

  private int forks() {
    return tallies.values().stream().mapToInt(Tally::forks).sum();
  }

  /** As if nobody settled early, at the pace so far. */
  private long millisToGo(List<Tally> unsettled) {
    long turns = unsettled.stream().mapToLong(t -> t.enough(options.budget()) - t.forks()).sum();
    long pace = forks() == 0 ? turnMillis() / lanes : elapsedMillis() / forks();
    return Math.min(turns * pace, Math.max(0, millisLeft()));
  }

  private long turnMillis() {
    return forkMillis + Budget.FORK_OVERHEAD_MILLIS;
  }

  private long elapsedMillis() {
    return (nanoTime.getAsLong() - began) / 1_000_000;
  }

  private long millisLeft() {
    return options.budget().total.toMillis() - elapsedMillis();
  }
}
