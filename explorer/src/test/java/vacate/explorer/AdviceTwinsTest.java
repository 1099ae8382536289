// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.weaken.Mend;

/**
 * What is said to forbid an outcome of a litmus test forbids it in the test's text, too: each mend
 * is made by hand in the notation of litmus.txt, which knows no weaving and no mending.
 */
class AdviceTwinsTest {
  @TempDir Path folder;

  /**
   * @param threads in the notation of litmus.txt, without modes
   * @param observed what makes the outcome
   * @param outcome the relaxed one
   */
  record Shape(String name, String threads, String observed, String outcome) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("MP", "W x 1;W y 1 & R y a;R x b", "a b", "1, 0"),
          new Shape("SB", "W x 1;R y a & W y 1;R x b", "a b", "0, 0"),
          new Shape("LB", "R x a;W y 1 & R y b;W x 1", "a b", "1, 1"),
          new Shape("IRIW", "W x 1 & W y 1 & R x a;R y b & R y c;R x d", "a b c d", "1, 0, 1, 0"),
          new Shape("2+2W", "W x 1;W y 2 & W y 1;W x 2", "x y", "1, 1"),
          new Shape("CoRR", "W x 1 & R x a;R x b", "a b", "1, 0"),
          new Shape("S", "W x 2;W y 1 & R y a;W x 1", "a x", "1, 2"),
          new Shape("R", "W x 1;W y 1 & W y 2;R x a", "a y", "0, 2"));

  record Row(Shape shape, String modes) {
    LitmusSource source() {
      return LitmusSource.of(shape.threads, modes.charAt(0), modes.charAt(1), shape.observed);
    }

    @Override
    public String toString() {
      return shape.name + "+" + modes;
    }
  }

  static Stream<Row> rows() {
    return SHAPES.stream()
        .flatMap(shape -> Stream.of("pp", "oo", "ar").map(modes -> new Row(shape, modes)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyCureForbidsTheOutcomeOfTheTextToo(Row row) throws IOException {
    LitmusSource source = row.source();
    try (TestSuite suite = new TestSuite(List.of(Compiled.into(folder, source.java())))) {
      for (MemoryModel model : MemoryModel.values()) {
        Result result =
            Explorer.explore(suite.tests().get(0), suite.loader(), model, Bounds.DEFAULT);
        assertThat(result.outcomeIds()).isEqualTo(source.outcomes(model));
        if (result.outcomeIds().contains(row.shape.outcome)) {
          judge(source, model, row.shape.outcome, result);
        }
      }
    }
  }

  private static void judge(LitmusSource source, MemoryModel model, String outcome, Result result) {
    Advice advice = result.outcome(outcome).witness().advice();
    assertThat(advice.cures()).as("one by modes and one by fences").hasSize(2);
    for (Advice.Cure cure : advice.cures()) {
      assertThat(cure.isLeast()).isTrue();
      assertThat(source.mended(cure.mends()).outcomes(model))
          .as(model + ": " + cure)
          .doesNotContain(outcome);
      for (Mend left : cure.mends()) {
        List<Mend> others = new ArrayList<>(cure.mends());
        others.remove(left);
        assertThat(source.mended(others).outcomes(model))
            .as(model + ": " + cure + " without " + left)
            .contains(outcome);
      }
    }
  }
}
