// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vacate.explorer.graph.Access.OPAQUE_READ;
import static vacate.explorer.graph.Access.OPAQUE_WRITE;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.MemoryModel;

/** {@link Reduction#TWINS} visits one of an execution and its mirror image, and reports both. */
class TwinsTest {
  private static final Set<Reduction> TWINS = Set.of(Reduction.TWINS);

  /** Counts the images apart, too. */
  private static final class Images extends Tally {
    int images;
    int separated;

    @Override
    public void completeImage(Supplier<Graph> image, Object outcome) {
      images++;
      super.completeImage(image, outcome);
    }

    @Override
    public void restartForTwins() {
      separated++;
      images = 0;
      super.restartForTwins();
    }
  }

  private static Images tally(Litmus program, MemoryModel model, Rules rules) {
    Images tally = new Images();
    new Search(Tally.tape(program, TWINS), model.axioms(), rules, tally).run();
    return tally;
  }

  private static Images compared(String text, MemoryModel model) {
    Litmus program = Litmus.parse(text);
    Tally all = Tally.of(program, model);
    Images tally = tally(program, model, new Rules());
    assertThat(tally.outcomes).isEqualTo(all.outcomes);
    assertThat(tally.graphs).isEqualTo(all.graphs);
    return tally;
  }

  @ParameterizedTest
  @EnumSource
  void halfOfTheExecutionsAreImages(MemoryModel model) {
    Images tally = compared("Av x 1 a;Ro y b;Wo y 2 & Av x 1 c;Ro y d;Wo y 2", model);
    assertThat(tally.images * 2L).isEqualTo(tally.complete);
  }

  @ParameterizedTest
  @CsvSource({
    "the other location, Wo x 1;Ro y a & Wo y 1;Ro x b, 1",
    "another value,      Wo x 1;Ro x a & Wo x 2;Ro x b, 2",
    "nobody looks,       Wo x 1 & Wo y 1, 0",
    "beside a third,     Av x 1 a & Av x 1 b & Wo y 1, 1"
  })
  void namesMayDiffer(String how, String program, int images) {
    assertThat(compared(program, MemoryModel.SC).images).as(how).isEqualTo(images);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wo x 1 & Wo y 1 & Ro x a",
        "Ro x a;a=1? Wo y 1 & Ro x b;b=1? Wo z 1;Wo y 1 & Wo x 1",
        "Ro x a;a=1? Wo y 1 & Ro x b;b=1? Wo y 2 & Wo x 1;Ro y c;c=2? Wo x 3"
      })
  void whoIsNoTwinIsNotTakenForOne(String program) {
    Images tally = compared(program, MemoryModel.JMM);
    assertThat(tally.images).isZero();
  }

  @Test
  void whatSeemedToBeTwinsIsBegunAgain() {
    String program = "Ro x a;a=1? Wo y 1 & Ro x b;b=1? Wo z 1;Wo y 1 & Wo x 1";
    assertThat(compared(program, MemoryModel.JMM).separated).isEqualTo(1);
  }

  /** Twins that ask the environment before they write, and a third that reads what is there. */
  private static final class Askers implements Program {
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
      if (thread == 2) {
        memory.write(2, OPAQUE_WRITE, memory.read(0, OPAQUE_READ));
        return;
      }
      boolean first = memory.choose();
      long seen = memory.read(0, OPAQUE_READ);
      if (first || memory.choose()) {
        memory.write(first ? 0 : 1, OPAQUE_WRITE, seen + 1);
      }
      memory.write(3 + thread, OPAQUE_WRITE, memory.read(1, OPAQUE_READ) + (first ? 10 : 0));
    }

    @Override
    public Object conclude(Memory memory) throws Stop {
      StringBuilder outcome = new StringBuilder();
      for (int location = 0; location < 5; location++) {
        outcome.append(memory.read(location, OPAQUE_READ)).append(' ');
      }
      return outcome.toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheEnvironmentAnswersIsMirroredToo(MemoryModel model) {
    Tally all = new Tally();
    all.keepGraphs = false; // of an answer a graph says nothing
    new Search(Tally.tape(new Askers(), Reduction.NONE), model.axioms(), all).run();
    for (Set<Reduction> reductions : List.of(TWINS, Reduction.ALL)) {
      Images tally = new Images();
      tally.keepGraphs = false;
      new Search(Tally.tape(new Askers(), reductions), model.axioms(), tally).run();
      assertThat(tally.outcomes).isEqualTo(all.outcomes);
      assertThat(tally.images).isPositive();
    }
  }

  @Test
  void withoutTheRuleBothAreVisited() {
    Rules careless =
        new Rules() {
          @Override
          boolean isFirstOfTwo(Graph g, int event) {
            return true;
          }
        };
    Litmus program = Litmus.parse("Wo x 1;Wo z 1 & Wo x 1;Wo z 1");
    assertThatThrownBy(() -> tally(program, MemoryModel.SC, careless))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("visited twice");
  }
}
