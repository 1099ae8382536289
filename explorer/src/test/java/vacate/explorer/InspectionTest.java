// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vacate.explorer.model.MemoryModel.SC;

import org.junit.jupiter.api.Test;
import vacate.explorer.Inspection.Cell;
import vacate.explorer.cases.Inspected;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;

/** Looking into a test's memory. */
class InspectionTest {
  private static final ClassLoader LOADER = Inspected.class.getClassLoader();
  private static final StressTest TEST =
      new TestReader(LOADER).read(Inspected.class.getName()).orElseThrow();

  private final Inspection look = new Inspection(TEST, LOADER);

  private Witness replay(String outcome) {
    String token = Explorer.explore(Inspected.class, SC).outcome(outcome).witness().token();
    return look.replay(SC, token);
  }

  @Test
  void aCellHasLocationAndInitialValueAsAnEventHasThem() {
    Value counters = new Value.Instance("Counters", -1, 1);
    Value state = new Value.Instance("Inspected", -1, 1);
    assertThat(look.cell("counters.first"))
        .isEqualTo(new Cell(new Location.Field(counters, "first"), new Value.Primitive(1)));
    assertThat(look.cell("counters.letter"))
        .isEqualTo(new Cell(new Location.Field(counters, "letter"), new Value.Primitive('\uffff')));
    assertThat(look.cell("notFinal"))
        .isEqualTo(new Cell(new Location.Field(state, "notFinal"), counters));
    assertThat(look.cell("notFinal.unused").value()).isEqualTo(Value.NULL);
    assertThat(replay("20").execution().order())
        .filteredOn(e -> new Location.Field(counters, "first").equals(e.location()))
        .extracting(Event::written)
        .contains(new Value.Primitive(10));
  }

  @Test
  void aConstantIsNowhere() {
    assertThat(look.cell("counters"))
        .isEqualTo(new Cell(null, new Value.Instance("Counters", -1, 1)));
    assertThat(look.cell("counters.limit")).isEqualTo(new Cell(null, new Value.Primitive(7)));
  }

  @Test
  void aLambdaHasTheSameNameInEachRun() {
    assertThat(look.cell("counters.supplier").value()).hasToString("Inspected$Counters$$Lambda#1");
  }

  @Test
  void aQuestionIsAnsweredFromTheMemoryThatTheActorsLeft() {
    replay("20");
    assertThat(look.ask("counters", "report")).containsExactly("first 10", "20");
    assertThat(look.ask("counters", "sum")).containsExactly("30");
    replay("11");
    assertThat(look.ask("counters", "report")).containsExactly("first 10", "11");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatIllegalArgumentException().isThrownBy(() -> look.cell("counters.third"));
    assertThatIllegalArgumentException().isThrownBy(() -> look.cell("notFinal.unused.length"));
    assertThatIllegalStateException().isThrownBy(() -> look.ask("counters", "sum"));
    replay("20");
    assertThatIllegalStateException().isThrownBy(() -> look.cell("counters.first"));
    assertThatIllegalArgumentException().isThrownBy(() -> look.ask("counters", "difference"));
    assertThatIllegalArgumentException().isThrownBy(() -> look.ask("notFinal", "sum"));
  }
}
