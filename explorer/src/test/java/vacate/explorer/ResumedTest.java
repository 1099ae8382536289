// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import vacate.explorer.cases.Fib;
import vacate.explorer.cases.LoadBuffers;
import vacate.explorer.cases.Ordering;
import vacate.explorer.checkpoint.Checkpoints;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.monitor.DataRaces;

/** An exploration that was stopped says, when it has gone on, what it would have said at once. */
class ResumedTest {
  private static final Set<MemoryModel> MODELS = EnumSet.of(MemoryModel.SC, MemoryModel.JMM);
  private static final ClassLoader LOADER = ResumedTest.class.getClassLoader();

  /** What is kept is text, as in a file. */
  private static final class Kept implements Checkpoints {
    private final Map<String, List<String>> states = new ConcurrentHashMap<>();
    private final List<List<String>> all = new ArrayList<>();
    private final List<String> begunAnew = new ArrayList<>();
    private final long every;

    Kept(long every) {
      this.every = every;
    }

    @Override
    public long round(long executions) {
      return executions / every;
    }

    @Override
    public synchronized void keep(String exploration, Lines state) {
      states.put(exploration, state.all());
      all.add(state.all());
    }

    @Override
    public Optional<Lines> find(String exploration) {
      return Optional.ofNullable(states.get(exploration)).map(Lines::of);
    }

    @Override
    public void begunAnew(String exploration) {
      begunAnew.add(exploration);
    }
  }

  private static StressTest test(Class<?> type) {
    return new TestReader(LOADER).read(type.getName()).orElseThrow();
  }

  private static Map<MemoryModel, Result> explore(
      StressTest test, ClassLoader loader, Settings settings) {
    return Explorer.explore(test, loader, MODELS, settings, Progress.NONE);
  }

  /** All that is said of a test but the time that it took. */
  private static String said(Map<MemoryModel, Result> results) {
    StringBuilder text = new StringBuilder();
    results.forEach(
        (model, r) -> {
          text.append(model).append(' ').append(r.verdict()).append(' ').append(r.reason());
          text.append(' ').append(r.assumes()).append(' ').append(r.executions());
          text.append(' ').append(r.blocked()).append(' ').append(r.loadBuffering()).append('\n');
          for (Outcome o : r.outcomes()) {
            text.append("  ").append(o.id()).append(' ').append(o.expect()).append(' ');
            text.append(o.executions()).append(' ');
            text.append(o.isImpossible() ? null : o.witness().token()).append('\n');
          }
        });
    return text.toString();
  }

  /**
   * A limit that is reached leaves what there is; with a higher one it goes on. One case begins
   * anew by itself, where the number of a lambda's lock becomes another one.
   */
  @Test
  void whatEachCaseSaysIsTheSameAfterAStop() throws Exception {
    List<String> differing = new ArrayList<>();
    List<String> begunAnew = new ArrayList<>();
    int stopped = 0;
    try (TestSuite suite = Cases.suite()) {
      for (StressTest test : Cases.of(suite)) {
        Kept kept = new Kept(Long.MAX_VALUE);
        Settings few = Settings.of(new Bounds(5, 3)).checkpoints(kept);
        if (!said(explore(test, suite.loader(), few)).contains("stopped early")) {
          continue; // as most; there is nothing to go on with
        }
        stopped++;
        Settings limited = Settings.of(new Bounds(5, 80));
        String expected = said(explore(test, suite.loader(), limited));
        String said = said(explore(test, suite.loader(), limited.checkpoints(kept)));
        if (!said.equals(expected)) {
          differing.add(test.name() + ": " + expected + "\nand resumed\n" + said);
        }
        begunAnew.addAll(kept.begunAnew);
      }
    }
    assertThat(begunAnew).allMatch(name -> name.contains("AfterTheLockOfALambda"));
    assertThat(differing).isEmpty();
    assertThat(stopped).isGreaterThan(50);
  }

  @Test
  void whereverSeveralWorkersPausedAnotherProcessGoesOn() {
    StressTest fib = test(Fib.class);
    String expected = underSc(fib, Settings.DEFAULT);
    Kept first = new Kept(60_000);
    assertThat(underSc(fib, Settings.DEFAULT.workers(2).checkpoints(first))).isEqualTo(expected);
    assertThat(first.all).hasSizeGreaterThan(3);
    String name = first.states.keySet().iterator().next();
    for (int workers = 1; workers <= 2; workers++) {
      Kept second = new Kept(Long.MAX_VALUE);
      second.states.put(name, first.all.get(workers));
      Settings settings = Settings.DEFAULT.workers(workers).checkpoints(second);
      assertThat(underSc(fib, settings)).isEqualTo(expected);
      assertThat(second.begunAnew).isEmpty();
    }
  }

  private static String underSc(StressTest test, Settings settings) {
    Set<MemoryModel> sc = Set.of(MemoryModel.SC);
    return said(Explorer.explore(test, LOADER, sc, settings, Progress.NONE));
  }

  /** As where the JVM or the test is another one, and nobody noticed. */
  @Test
  void whereTheTestDoesNotDoTheSameAgainItIsBegunAnewAndSaysSo() {
    StressTest dekker = test(Ordering.PlainDekker.class);
    Kept kept = new Kept(1);
    String expected = said(explore(dekker, LOADER, Settings.DEFAULT.checkpoints(kept)));
    String name = kept.states.keySet().iterator().next();
    List<String> other = new ArrayList<>(kept.all.get(1));
    other.replaceAll(line -> line.replaceAll("^(learnt run 0 )", "$19"));
    assertThat(other).isNotEqualTo(kept.all.get(1));
    kept.states.put(name, other);
    assertThat(said(explore(dekker, LOADER, Settings.DEFAULT.checkpoints(kept))))
        .isEqualTo(expected);
    assertThat(kept.begunAnew).containsExactly(name);
  }

  /** What looks like load buffering is the same thing before a stop and after it. */
  @Test
  void whatIsFoundAgainAfterAStopIsNoMoreThanWhatWasThere() {
    StressTest counted = test(LoadBuffers.Counted.class);
    String expected = said(explore(counted, LOADER, Settings.DEFAULT));
    Kept kept = new Kept(Long.MAX_VALUE);
    String said = "stopped early";
    for (int limit = 3; said.contains("stopped early"); limit += 3) {
      Settings settings = Settings.of(new Bounds(100, limit)).checkpoints(kept);
      said = said(explore(counted, LOADER, settings));
    }
    assertThat(said).isEqualTo(expected);
  }

  @Test
  void aTestThatWasOverIsNotExploredAgain() {
    StressTest dekker = test(Ordering.PlainDekker.class);
    Kept kept = new Kept(Long.MAX_VALUE);
    String expected = said(explore(dekker, LOADER, Settings.DEFAULT.checkpoints(kept)));
    int before = kept.all.size();
    assertThat(said(explore(dekker, LOADER, Settings.DEFAULT.checkpoints(kept))))
        .isEqualTo(expected);
    assertThat(kept.all).hasSize(before);
  }

  /** Whatever takes longer than the time that there is: setup, say. */
  @Test
  void eachRunGoesOnByAnExecutionThoughItsTimeIsOverAtOnce() {
    StressTest counted = test(LoadBuffers.Counted.class);
    String expected = said(explore(counted, LOADER, Settings.DEFAULT));
    Deadline over = new Deadline(() -> 1, 0, "no time for the test");
    Kept kept = new Kept(Long.MAX_VALUE);
    String said = "stopped early";
    int runs = 0;
    for (; said.contains("stopped early") && runs < 1_000; runs++) {
      said = said(explore(counted, LOADER, Settings.DEFAULT.checkpoints(kept).by(over)));
    }
    assertThat(said).isEqualTo(expected);
    assertThat(runs).isGreaterThan(3);
  }

  /** The bad outcome of one model was seen before the stop, and that of the other comes after. */
  @Test
  void theFirstBadOutcomeCountsAlsoIfItWasBeforeTheStop() {
    StressTest dekker = test(Ordering.PlainDekker.class);
    Settings settings = Settings.DEFAULT.until(Until.REFUTED);
    String expected = said(explore(dekker, LOADER, settings));
    Kept first = new Kept(1);
    assertThat(said(explore(dekker, LOADER, settings.checkpoints(first)))).isEqualTo(expected);
    String name = first.states.keySet().iterator().next();
    for (List<String> state : first.all) {
      Kept second = new Kept(Long.MAX_VALUE);
      second.states.put(name, state);
      assertThat(said(explore(dekker, LOADER, settings.checkpoints(second)))).isEqualTo(expected);
    }
  }

  @Test
  void notesOfMonitorsAreNotKeptAndNobodyIsToThinkSo() {
    Settings monitored = Settings.DEFAULT.monitors(List.of(new DataRaces()));
    assertThatThrownBy(() -> monitored.checkpoints(new Kept(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
