// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.cases.Cluttered;
import vacate.explorer.cases.Ordering;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Event.Kind;
import vacate.explorer.execution.Event.Mode;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Pass;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.explorer.model.MemoryModel;

/** What a witness leaves out. */
class UncontendedTest {
  private static Witness witness(MemoryModel model, String outcome) {
    return Explorer.explore(Cluttered.class, model).outcome(outcome).witness();
  }

  private static List<String> locations(Execution g) {
    return g.uncontended().stream().map(e -> e.location().toString()).distinct().sorted().toList();
  }

  @Test
  void isWhatOneActorAloneUsesOrNobodyWrites() {
    assertThat(locations(witness(MemoryModel.SC, "1, 1").execution()))
        .containsExactly("Cluttered#1.constant", "Cluttered#1.own");
  }

  @Test
  void isNeverWhatAnActorsOwnMethodDoes() {
    assertThat(
            witness(MemoryModel.SC, "1, 1").execution().uncontended().stream()
                .map(e -> e.stack().get(0).method())
                .distinct())
        .containsExactlyInAnyOrder("count", "send", "look");
    assertThat(
            Explorer.explore(Ordering.PlainDekker.class, MemoryModel.TSO)
                .outcome("0, 0")
                .witness()
                .execution()
                .uncontended())
        .isEmpty();
  }

  private static Event deep(int index, Kind kind, Value written) {
    Frame frame = new Frame("Test", "helper", "Test.java", index);
    return new Event(
        0,
        index,
        kind,
        Mode.PLAIN,
        new Location.Field(new Value.Instance("Own", -1, 1), "x"),
        written == null ? new Value.Primitive(0) : null,
        written,
        List.of(frame, frame));
  }

  private static Execution graph(Event first, Event second, List<Pass> passes) {
    List<Event> order = List.of(second, first);
    return new Execution(
        List.of("actor"),
        List.of(List.of(first, second)),
        List.of(),
        List.of(),
        List.of(),
        order,
        passes,
        0,
        "");
  }

  @Test
  void isNeverWhatTookEffectOutOfOrder() {
    Event first = deep(0, Kind.WRITE, new Value.Primitive(1));
    Event second = deep(1, Kind.READ, null);

    assertThat(graph(first, second, List.of()).uncontended()).contains(first, second);
    assertThat(graph(first, second, List.of(new Pass(first, second, true))).uncontended())
        .isEmpty();
  }

  @Test
  void isCountedAndPrintedWhenAskedFor() {
    Witness witness = witness(MemoryModel.SC, "1, 1");
    int all = witness.execution().order().size();
    int uncontended = witness.execution().uncontended().size();

    assertThat(witness.lines())
        .filteredOn(line -> line.matches("\\s*\\d[.]\\d+ .*"))
        .hasSize(all - uncontended);
    assertThat(witness.lines())
        .contains(
            "left out: 9 events on what one actor alone uses or nobody writes"
                + " (writer 8, reader 1)");
    assertThat(witness.lines(true))
        .filteredOn(line -> line.matches("\\s*\\d[.]\\d+ .*"))
        .hasSize(all);
    assertThat(witness.lines(true)).noneMatch(line -> line.startsWith("left out"));
  }
}
