// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.graph.Access.OPAQUE_READ;
import static vacate.explorer.graph.Access.OPAQUE_WRITE;
import static vacate.explorer.graph.Access.PLAIN_READ;
import static vacate.explorer.graph.Access.UPDATE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.MemoryModel;

/** A search that is stopped goes on, here or elsewhere, as if it had not been. */
class GoingOnTest {
  /** More than any program here has executions. */
  private static final int MAX_STOPS = 5_000;

  private static final String BEGUN_AGAIN = "begun again";

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Keeps what all parts hear of, up to so many executions at a time. */
  private static final class Parts implements SharedSearch.Part {
    private final List<Parts> all;
    private final AtomicInteger left;
    private final List<String> heard = new ArrayList<>();
    private Supplier<Rest> rest = () -> Rest.ALL;

    Parts() {
      this(Collections.synchronizedList(new ArrayList<>()), new AtomicInteger());
      all.add(this);
    }

    private Parts(List<Parts> all, AtomicInteger left) {
      this.all = all;
      this.left = left;
    }

    @Override
    public SharedSearch.Part behind() {
      Parts part = new Parts(all, left);
      synchronized (all) {
        all.add(all.indexOf(this) + 1, part);
      }
      return part;
    }

    @Override
    public void leaves(Supplier<Rest> what) {
      rest = what;
    }

    @Override
    public void complete(Graph graph, Object outcome) {
      heard(outcome.toString());
    }

    @Override
    public void blocked(Graph graph, Wait wait) {
      heard("blocked");
    }

    private void heard(String what) {
      heard.add(what);
      if (left.decrementAndGet() == 0) {
        throw new Enough();
      }
    }

    @Override
    public void bounded(String why) {
      heard.add(why);
    }

    @Override
    public void restart() {
      all.subList(1, all.size()).clear();
      heard.removeIf(what -> !what.equals(BEGUN_AGAIN));
      heard.add(BEGUN_AGAIN);
    }

    List<String> heard() {
      return all.stream().flatMap(part -> part.heard.stream()).toList();
    }

    List<SharedSearch.Unvisited> unvisited(boolean asText) {
      return all.stream()
          .map(
              part -> {
                Rest left = part.rest.get();
                return new SharedSearch.Unvisited(asText ? Rest.parse(left.text()) : left, part);
              })
          .toList();
    }
  }

  private static SharedSearch search(Tape tape, MemoryModel model, Parts parts, int workers) {
    return new SharedSearch(tape, model::axioms, parts, workers, 3, GoingOnTest::started);
  }

  private static Thread started(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  /** All that is heard, stopped after each {@code length} executions. */
  private static List<String> inStretches(
      Program program, MemoryModel model, int workers, int length, boolean elsewhere) {
    Parts parts = new Parts();
    Tape tape = Tally.tape(program, Reduction.ALL);
    List<SharedSearch.Unvisited> left = null;
    for (int stops = 0; stops < MAX_STOPS; stops++) {
      parts.left.set(length);
      SharedSearch search = search(tape, model, parts, workers);
      try {
        if (left == null) {
          search.run();
        } else {
          search.goOn(left);
        }
        return parts.heard();
      } catch (Enough stopped) {
        left = parts.unvisited(elsewhere);
        if (elsewhere) {
          List<String> journal = tape.journal();
          tape = Tally.tape(program, Reduction.ALL);
          assertThat(tape.repeat(journal)).as("%s", journal).isTrue();
          assertThat(tape.journal()).isEqualTo(journal);
        }
      }
    }
    throw new AssertionError("it comes to no end");
  }

  private static List<String> atOnce(Program program, MemoryModel model) {
    return inStretches(program, model, 1, Integer.MAX_VALUE, false);
  }

  @ParameterizedTest
  @EnumSource
  void whereverItWasStoppedItHearsTheSameInTheSameOrder(MemoryModel model) {
    RandomLitmus programs = new RandomLitmus(4321, 20, 20);
    for (int i = 0; i < 60; i++) {
      Litmus program = i % 2 == 0 ? programs.next(9) : programs.nextWithTwins(5);
      List<String> expected = atOnce(program, model);
      for (int length : new int[] {1, 2, 7}) {
        for (int workers = 1; workers <= 2; workers++) {
          for (boolean elsewhere : new boolean[] {false, true}) {
            assertThat(inStretches(program, model, workers, length, elsewhere))
                .as("%s under %s, %d at a time, %d workers", program, model, length, workers)
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void aLongSearchGoesOnManyTimes() {
    List<String> expected = atOnce(new FibBench(), MemoryModel.SC);
    assertThat(expected).filteredOn(what -> !what.equals(BEGUN_AGAIN)).hasSize(218_243);
    assertThat(inStretches(new FibBench(), MemoryModel.SC, 2, 9_973, true)).isEqualTo(expected);
  }

  /**
   * The third thread takes a lock, and may wait for it, if the second has seen the first; else that
   * one reads the lock plainly. Not in one execution, but each does, so that all has to begin
   * again.
   */
  private static final Program LOCKED_OR_READ =
      new Program() {
        private static final int X = 0;
        private static final int Y = 1;
        private static final int LOCK = 2;

        @Override
        public int threads() {
          return 3;
        }

        @Override
        public long initial(int location) {
          return 0;
        }

        @Override
        public void run(int thread, Memory memory) throws Stop {
          if (thread == 0) {
            lock(memory);
            memory.write(X, OPAQUE_WRITE, 1);
          } else if (thread == 2) {
            if (memory.read(Y, OPAQUE_READ) == 1) {
              lock(memory);
            }
          } else if (memory.read(X, OPAQUE_READ) == 1) {
            memory.write(Y, OPAQUE_WRITE, 1);
          } else {
            memory.read(LOCK, PLAIN_READ);
          }
        }

        private void lock(Memory memory) throws Stop {
          while (true) {
            boolean taken = memory.read(LOCK, OPAQUE_READ | UPDATE) == 1;
            memory.write(LOCK, OPAQUE_WRITE | UPDATE, 1);
            if (!taken) {
              return;
            }
            memory.await();
          }
        }

        @Override
        public Object conclude(Memory memory) {
          return "done";
        }
      };

  @Test
  void whatIsKnownOfWaitsIsKnownWhereItGoesOn() {
    List<String> expected = atOnce(LOCKED_OR_READ, MemoryModel.SC);
    assertThat(expected).contains(BEGUN_AGAIN, "blocked", "done");
    for (int length = 1; length < expected.size(); length++) {
      assertThat(inStretches(LOCKED_OR_READ, MemoryModel.SC, 1, length, true))
          .as("%d at a time", length)
          .isEqualTo(expected);
    }
  }
}
