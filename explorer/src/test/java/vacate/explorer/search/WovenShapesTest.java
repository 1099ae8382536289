// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.cases.ShapesOfTwo;
import vacate.explorer.model.MemoryModel;

/**
 * Java byte code has the outcomes and the number of executions that its row of litmus.txt has in
 * the notation of the table, and every outcome that interleavings have.
 */
class WovenShapesTest {
  /** Class, row, what interleavings give, and the outcome that the row is about. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ShapesOfTwo$StoreBufferingAcquire        | SB+ra          | 0, 1; 1, 0; 1, 1 | 0, 0",
        "ShapesOfTwo$StoreBufferingVolatileWrites | SB+vWoR        | 0, 1; 1, 0; 1, 1 | 0, 0",
        "ShapesOfTwo$MessageReleaseLoadLoad       | MP+r+ll        | 0, 0; 0, 1; 1, 1 | 1, 0",
        "ShapesOfTwo$MessageOpaqueAcquire         | MP+oW-a        | 0, 0; 0, 1; 1, 1 | 1, 0",
        "ShapesOfTwo$MessageReleaseFenceOnly      | MP+p+rel+none  | 0, 0; 0, 1; 1, 1 | 1, 0",
        "ShapesOfTwo$LoadBufferingOpaque          | LB+o           | 0, 0; 0, 1; 1, 0 | 1, 1",
        "ShapesOfTwo$LoadBufferingAcquire         | LB+ra          | 0, 0; 0, 1; 1, 0 | 1, 1",
        "ShapesOfTwo$CoherencePlain               | CoRR+p         | 0, 0; 0, 1; 1, 1 | 1, 0",
        "ShapesOfTwo$CoherenceOpaqueThenPlain     | CoRR+oR;pR     | 0, 0; 0, 1; 1, 1 | 1, 0",
        "ShapesOfTwo$CoherenceLoadLoad            | CoRR+p+ll      | 0, 0; 0, 1; 1, 1 | 1, 0",
        "ShapesByLastValue$SOpaque                | S+o            | 0, 1; 0, 2; 1, 1 | 1, 2",
        "ShapesByLastValue$SFences                | S+ss+ll        | 0, 1; 0, 2; 1, 1 | 1, 2",
        "ShapesByLastValue$RAcquire               | R+ra           | 0, 1; 1, 1; 1, 2 | 0, 2",
        "ShapesByLastValue$RVolatile              | R+v            | 0, 1; 1, 1; 1, 2 | 0, 2",
        "ShapesByLastValue$TwoWritesOpaque        | 2+2W+o         | 1, 2; 2, 1; 2, 2 | 1, 1",
        "ShapesByLastValue$TwoWritesRelease       | 2+2W+r         | 1, 2; 2, 1; 2, 2 | 1, 1",
        "ShapesOfMany$IriwAcquire                 | IRIW+ra        | all others       | 1, 0, 1, 0",
        "ShapesOfMany$IriwFences                  | IRIW+full      | all others       | 1, 0, 1, 0",
        "ShapesOfMany$WrcOpaque                   | WRC+o          | all others       | 1, 1, 0",
        "ShapesOfMany$WrcAcquire                  | WRC+o,ra       | all others       | 1, 1, 0",
        "ShapesOfMany$Isa2Acquire                 | ISA2+ra        | all others       | 1, 1, 0",
        "ShapesOfMany$Isa2Fences                  | ISA2+ss,a-ss,a | all others       | 1, 1, 0",
        "ShapesOfMany$RwcAcquire                  | RWC+ra         | all others       | 1, 0, 0",
      })
  void javaHasTheOutcomesAndCountsOfItsRow(String name, String row, String always, String weak)
      throws ClassNotFoundException {
    LitmusTableTest.Row expected =
        LitmusTableTest.rows().stream().filter(r -> r.name().equals(row)).findFirst().orElseThrow();
    Class<?> test = Class.forName(ShapesOfTwo.class.getPackageName() + "." + name);
    MemoryModel[] models = MemoryModel.values();
    for (int m = 0; m < models.length; m++) {
      Result r = Explorer.explore(test, models[m]);
      Set<String> outcomes = always.equals("all others") ? others(weak) : parse(always);
      if (expected.verdicts().split(" ")[m].equals("A")) {
        outcomes.add(weak);
      }
      assertThat(r.outcomeIds()).as(row + " " + models[m]).isEqualTo(outcomes);
      assertThat(r.executions())
          .as(row + " " + models[m])
          .isEqualTo(Long.parseLong(expected.counts().split("/")[m]));
    }
  }

  private static Set<String> parse(String outcomes) {
    return new TreeSet<>(List.of(outcomes.split("; ")));
  }

  /** Every sequence of bits but one. */
  private static Set<String> others(String weak) {
    int n = weak.split(", ").length;
    Set<String> all = new TreeSet<>();
    for (int bits = 0; bits < 1 << n; bits++) {
      StringBuilder id = new StringBuilder();
      for (int i = 0; i < n; i++) {
        id.append(i == 0 ? "" : ", ").append(bits >> i & 1);
      }
      all.add(id.toString());
    }
    all.remove(weak);
    return all;
  }
}
