// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.Axioms;
import vacate.explorer.model.MemoryModel;

/** What a thread's own program order forbids is not even tried. */
class OwnOrderTest {
  /** Asks a model, and looks at what is asked. */
  private static final class Asked extends Axioms {
    private final Axioms model;
    long questions;

    Asked(MemoryModel model) {
      this.model = model.axioms();
    }

    @Override
    public int clockWords(int threads) {
      return model.clockWords(threads);
    }

    @Override
    public boolean admits(Graph g, int event) {
      questions++;
      for (int i = 0; g.location(event) >= 0 && i < g.index(event); i++) {
        int earlier = g.event(g.thread(event), i);
        boolean own = g.location(earlier) == g.location(event) && g.is(earlier, WRITE);
        assertThat(own && g.place(earlier) > g.placeOf(event) && isOwn(g, event)).isFalse();
      }
      return model.admits(g, event);
    }

    /** Whether what the event writes, or reads, was there when its thread began or is its own. */
    private static boolean isOwn(Graph g, int event) {
      int write = g.is(event, WRITE) ? event : g.source(event);
      return write == Graph.INIT || g.thread(write) == g.thread(event);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noPlaceBeforeAnOwnWriteIsTried(MemoryModel model) {
    RandomLitmus programs = new RandomLitmus(4000, 10, 0);
    for (int i = 0; i < 100; i++) {
      Litmus program = programs.next(7);
      Asked asked = new Asked(model);
      assertThat(Tally.of(program, asked).complete).isEqualTo(Tally.of(program, model).complete);
      assertThat(asked.questions).isPositive();
    }
  }

  /** The search starts again when it needs more room, which doubles the questions at most. */
  @ParameterizedTest
  @EnumSource
  void oneThreadIsAskedAboutOncePerEvent(MemoryModel model) {
    int writes = 500;
    Litmus program = Litmus.parse(String.join(";", Collections.nCopies(writes, "Wo x 1")));
    Asked asked = new Asked(model);
    assertThat(Tally.of(program, asked).complete).isEqualTo(1);
    assertThat(asked.questions).isLessThan(3L * writes);
  }
}
