// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.MemoryModel;

/** Several workers visit what one visits, and all their parts together are in its order. */
class SharedSearchTest {
  /** Keeps all executions of all parts. */
  private static final class Parts implements SharedSearch.Part {
    private final boolean exactly;
    private final List<Parts> all;
    private final List<String> heard = new ArrayList<>();

    Parts(Set<Reduction> reductions) {
      exactly = reductions.isEmpty();
      all = Collections.synchronizedList(new ArrayList<>());
      all.add(this);
    }

    private Parts(boolean exactly, List<Parts> all) {
      this.exactly = exactly;
      this.all = all;
    }

    @Override
    public SharedSearch.Part behind() {
      Parts part = new Parts(exactly, all);
      synchronized (all) {
        all.add(all.indexOf(this) + 1, part);
      }
      return part;
    }

    @Override
    public void complete(Graph graph, Object outcome) {
      heard.add(outcome + " " + choices(graph));
    }

    @Override
    public void blocked(Graph graph, Wait wait) {
      heard.add("blocked " + choices(graph));
    }

    /** With reductions what is no event to one worker yet may be one to another already. */
    private String choices(Graph graph) {
      return exactly ? Arrays.deepToString(Decisions.of(graph)) : "";
    }

    @Override
    public void bounded(String why) {
      heard.add(why);
    }

    @Override
    public void restart() {
      all.subList(1, all.size()).clear();
      all.get(0).heard.clear();
    }

    List<String> heard() {
      return all.stream().flatMap(part -> part.heard.stream()).toList();
    }
  }

  private static Thread started(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  private static List<String> alone(Program program, MemoryModel model, Set<Reduction> reductions) {
    Parts parts = new Parts(reductions);
    new Search(Tally.tape(program, reductions), model.axioms(), parts).run();
    return parts.heard();
  }

  private static Parts shared(
      Program program, MemoryModel model, Set<Reduction> reductions, int workers, int alone) {
    Parts parts = new Parts(reductions);
    Tape tape = Tally.tape(program, reductions);
    new SharedSearch(tape, model::axioms, parts, workers, alone, SharedSearchTest::started).run();
    return parts;
  }

  @ParameterizedTest
  @EnumSource
  void whateverTheNumberTheExecutionsAndTheirOrderAreTheSame(MemoryModel model) {
    RandomLitmus programs = new RandomLitmus(1234, 20, 20);
    for (int i = 0; i < 200; i++) {
      Litmus program = programs.next(9);
      for (Set<Reduction> reductions : List.of(Reduction.NONE, Reduction.ALL)) {
        List<String> expected = alone(program, model, reductions);
        for (int workers = 1; workers <= 3; workers++) {
          assertThat(shared(program, model, reductions, workers, i % 3 * 7).heard())
              .as("%s under %s, %d workers", program, model, workers)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void workIsShared() {
    Parts parts = shared(new FibBench(), MemoryModel.SC, Reduction.ALL, 3, 1000);
    assertThat(parts.all).hasSizeGreaterThan(2);
    assertThat(parts.heard()).hasSize(218_243);
  }

  /** Nobody waits for a worker that has failed. */
  @Test
  void whatOneWorkerThrowsEndsAll() {
    AtomicInteger left = new AtomicInteger(500);
    SharedSearch.Part failing =
        new SharedSearch.Part() {
          @Override
          public SharedSearch.Part behind() {
            return this;
          }

          @Override
          public void complete(Graph graph, Object outcome) {
            if (left.decrementAndGet() <= 0) {
              throw new IllegalStateException("enough");
            }
          }

          @Override
          public void blocked(Graph graph, Wait wait) {}

          @Override
          public void bounded(String why) {}

          @Override
          public void restart() {}
        };
    Tape tape = Tally.tape(new FibBench(), Reduction.ALL);
    SharedSearch search =
        new SharedSearch(tape, MemoryModel.SC::axioms, failing, 3, 10, SharedSearchTest::started);
    assertThatThrownBy(search::run).hasMessage("enough");
  }
}
