// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.model.MemoryModel;

/** What random descents say of the size of the search, and what it is. */
class RandomDescentTest {
  private static final int SEEDS = 1500;

  /**
   * The means over many seeds scatter around the true count by their standard error; five of those
   * are exceeded once in millions, and the seeds are fixed. Revisits, updates that find no place,
   * blocked threads and incoherent reads are all in these programs.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wo x 1;Ro y a & Wo y 1;Ro x b",
        "Ro x a;Wo y 1 & Ro y b;Wo z 1 & Ro z d;Wo x 1",
        "Ao x 1 a & Ao x 1 b & Ao x 1 d",
        "Cv x 0 1 a;Wp y 1 & Cv x 0 2 b;Rp y d & Wo x 3;Rp y e",
        "L m;Rp x a;Wp x 1;N m & L m;Rp x b;Wp x 2;N m & Rp x d",
        "Wp x 1;Wp x 2 & Rp x a;Rp x b & Wp x 3;Rp x d",
      })
  void theMeanOverManySeedsIsTheNumberOfExecutions(String text) {
    Litmus program = Litmus.parse(text);
    for (MemoryModel model : MemoryModel.values()) {
      double sum = 0;
      double squares = 0;
      for (long seed = 0; seed < SEEDS; seed++) {
        RandomDescent descent = descent(program, model, seed);
        descent.walk();
        sum += descent.mean();
        squares += descent.mean() * descent.mean();
      }
      double mean = sum / SEEDS;
      double error = Math.sqrt((squares / SEEDS - mean * mean) / SEEDS);
      Tally tally = Tally.of(program, model);
      assertThat(mean)
          .as(model + ": " + text)
          .isCloseTo(tally.complete + tally.blocked, within(5 * error + 1e-9));
    }
  }

  @Test
  void manyWalksEstimateFibBench() {
    RandomDescent descent = descent(new FibBench(), MemoryModel.SC, 144);
    for (int i = 0; i < 5_000; i++) {
      descent.walk();
    }
    assertThat(descent.mean()).isBetween(218_243 * 0.7, 218_243 * 1.3);
  }

  private static RandomDescent descent(Program program, MemoryModel model, long seed) {
    return new RandomDescent(Tally.tape(program), model.axioms(), seed);
  }
}
