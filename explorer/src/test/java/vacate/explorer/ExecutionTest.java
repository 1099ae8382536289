// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.PSO;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.cases.Ordering;
import vacate.explorer.cases.ShapesOfMany;
import vacate.explorer.cases.Witnessed;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Event.Kind;
import vacate.explorer.execution.Event.Mode;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Edge;
import vacate.explorer.execution.Execution.Pass;
import vacate.explorer.execution.Value;
import vacate.explorer.model.MemoryModel;

/** A witness as data. */
class ExecutionTest {
  private static Execution graph(Class<?> test, MemoryModel model, String outcome) {
    return Explorer.explore(test, model).outcome(outcome).witness().execution();
  }

  private static List<String> kinds(Execution g, int actor) {
    return g.events().get(actor).stream()
        .map(e -> e.number() + " " + e.kind() + " " + e.mode() + " " + e.location())
        .toList();
  }

  private static List<String> edges(List<Edge> edges) {
    return edges.stream().map(e -> e.from().number() + "->" + e.to().number()).toList();
  }

  @Test
  void eachActorHasItsEventsInProgramOrder() {
    Execution g = graph(Witnessed.Kinds.class, SC, "0, 1");
    assertThat(g.actors()).containsExactly("first", "second");
    assertThat(kinds(g, 0))
        .containsExactly(
            "1.1 WRITE PLAIN Kinds#1.plain",
            "1.2 FENCE STORE_STORE null",
            "1.3 UPDATE VOLATILE AtomicInteger#1.value",
            "1.4 WRITE PLAIN II_Result#1.r1");
    assertThat(kinds(g, 1))
        .containsExactly(
            "2.1 LOCK ACQUIRE monitor of Kinds#1",
            "2.2 FAILED_UPDATE VOLATILE AtomicInteger#1.value",
            "2.3 UNLOCK RELEASE monitor of Kinds#1",
            "2.4 READ PLAIN Kinds#1.plain",
            "2.5 WRITE PLAIN II_Result#1.r2");
    Event update = g.events().get(0).get(2);
    assertThat(update.read()).isEqualTo(new Value.Primitive(0));
    assertThat(update.written()).isEqualTo(new Value.Primitive(5));
    assertThat(g.outcome()).isEqualTo("0, 1");
  }

  @Test
  void anEventKnowsTheMethodsThatWereRunning() {
    Execution g = graph(Witnessed.Kinds.class, SC, "0, 1");
    Event update = g.events().get(0).get(2);
    assertThat(update.stack()).extracting(f -> f.method()).containsExactly("bump", "first");
    assertThat(update.stack()).extracting(f -> f.file()).containsOnly("Witnessed.java");
    assertThat(update.stack().get(0).line()).isLessThan(update.stack().get(1).line());
  }

  @Test
  void columnsNameTheMethodWhereItIsNotTheActor() {
    String columns =
        Explorer.explore(Witnessed.Kinds.class, SC).outcome("0, 1").witness().toString();
    assertThat(columns)
        .contains("1.3 atomic volatile AtomicInteger#1.value -> 0 (from initial value), = 5  bump ")
        .contains("1.1 Kinds#1.plain = 1  Witnessed.java:")
        .contains("2.1 lock monitor of Kinds#1 (from initial value)");
  }

  @Test
  void edgesSayWhoReadsFromWhomAndWhatComesFirst() {
    Execution g = graph(Ordering.PlainDekker.class, TSO, "0, 0");
    assertThat(edges(g.po())).containsExactly("1.1->1.2", "1.2->1.3", "2.1->2.2", "2.2->2.3");
    assertThat(g.rf()).isEmpty();
    assertThat(edges(g.fr())).containsExactlyInAnyOrder("1.2->2.1", "2.2->1.1");
    Execution back = graph(Witnessed.BackAndForth.class, SC, "1");
    assertThat(edges(back.co())).containsExactly("1.1->1.2");
    assertThat(edges(back.rf())).containsExactly("1.1->2.1");
    assertThat(edges(back.fr())).containsExactly("2.1->1.2");
    assertThat(back.source(back.events().get(1).get(0))).isSameAs(back.events().get(0).get(0));
  }

  @Test
  void aReadModifyWriteIsOneEventInBothOrders() {
    Execution g = graph(Witnessed.Kinds.class, SC, "0, 1");
    assertThat(edges(g.co())).containsExactly("2.1->2.3"); // the lock; no write follows the update
    boolean first = g.source(g.events().get(1).get(1)) != null;
    assertThat(edges(first ? g.rf() : g.fr())).contains(first ? "1.3->2.2" : "2.2->1.3");
  }

  @Test
  void aThreadRunsOnPastWhatIsDelayed() {
    Execution g = graph(Witnessed.Delayed.class, PSO, "3, 0");
    assertThat(g.passes()).extracting(p -> p.first().number()).containsOnly("1.1");
    assertThat(g.switches()).isEqualTo(2);
  }

  @Test
  void passesSayWhatTheModelLetsHappen() {
    Execution g = graph(Ordering.PlainDekker.class, TSO, "0, 0");
    assertThat(g.passes()).hasSize(1);
    Pass pass = g.passes().get(0);
    assertThat(pass.first().kind()).isEqualTo(Kind.WRITE);
    assertThat(pass.second().kind()).isEqualTo(Kind.READ);
    assertThat(pass.second().mode()).isEqualTo(Mode.PLAIN);
    assertThat(g.order().indexOf(pass.second())).isLessThan(g.order().indexOf(pass.first()));
    assertThat(graph(Ordering.PlainDekker.class, JMM, "0, 1").passes()).isEmpty();
  }

  /** The reader's fence keeps its reads in order; the writer has none behind its update. */
  @Test
  void nothingIsSaidToPassAFenceWhereAnotherPassExplainsAll() {
    Execution g = graph(Witnessed.BehindAnUpdate.class, JMM, "1, 0");
    assertThat(g.passes())
        .isNotEmpty()
        .allMatch(pass -> pass.explained() && pass.first().kind() == Kind.UPDATE);
  }

  /** PSO lets a write be late, and no read: those in between have been before it is passed. */
  @Test
  void whatTheWriterReadsForItselfIsNoReasonToTellTheReaderOutOfOrder() {
    Execution g = graph(Witnessed.ReadsInBetween.class, PSO, "2, 0");
    assertThat(g.passes())
        .isNotEmpty()
        .allMatch(Pass::explained)
        .allMatch(pass -> pass.first().actor() == 0)
        .filteredOn(pass -> pass.second().location().name().equals("flag"))
        .extracting(pass -> pass.first().kind() + " " + pass.first().location().name())
        .contains("WRITE data");
  }

  /** Two readers see two writes in orders that do not fit together. */
  @Test
  void whatNoOrderExplainsIsNotSaidToPass() {
    Witness witness =
        Explorer.explore(ShapesOfMany.IriwAcquire.class, JMM).outcome("1, 0, 1, 0").witness();
    assertThat(witness.execution().passes()).extracting(Pass::explained).contains(false);
    assertThat(witness.toString())
        .contains("which it does not pass: the model lets actors see writes in orders");
  }

  @Test
  void theOrderHasEveryEventOnceAndRespectsTheEdges() {
    for (String outcome : List.of("0, 0", "0, 1", "1, 0", "1, 1")) {
      Execution g = graph(Ordering.PlainDekker.class, JMM, outcome);
      assertThat(g.order())
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(g.events().stream().flatMap(List::stream).toList());
      for (List<Edge> edges : List.of(g.rf(), g.co(), g.fr())) {
        for (Edge e : edges) {
          assertThat(g.order().indexOf(e.from())).isLessThan(g.order().indexOf(e.to()));
        }
      }
    }
  }
}
