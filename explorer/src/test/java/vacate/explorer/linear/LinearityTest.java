// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.PSO;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.ResultPrinter;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.Witness;
import vacate.explorer.cases.Structures;
import vacate.explorer.lincheck.Structure;
import vacate.explorer.lincheck.StructureReader;
import vacate.explorer.model.MemoryModel;

class LinearityTest {
  private static final ClassLoader LOADER = LinearityTest.class.getClassLoader();
  private static final Extent ONE_EACH = new Extent(2, 1, 1, 0, 2);
  private static final Extent TWO_EACH = new Extent(2, 2, 0, 0, 1);

  private static Structure read(Class<?> type) {
    return new StructureReader(LOADER).read(type.getName()).orElseThrow();
  }

  private static Map<MemoryModel, Result> check(
      Class<?> type, LinearityQuestion question, Settings settings, MemoryModel... models) {
    Set<MemoryModel> under = EnumSet.noneOf(MemoryModel.class);
    under.addAll(Set.of(models));
    return Linearity.check(read(type), question, LOADER, under, settings, Progress.NONE);
  }

  private static Result check(Class<?> type, Extent extent, MemoryModel model) {
    return check(type, LinearityQuestion.of(extent), Settings.DEFAULT, model).get(model);
  }

  private static Result scenario(Class<?> type, String text, MemoryModel model) {
    LinearityQuestion question = new LinearityQuestion(Extent.DEFAULT, null, text);
    return check(type, question, Settings.DEFAULT, model).get(model);
  }

  @Test
  void whatHoldsInAllScenariosIsProved() {
    Map<MemoryModel, Result> results =
        check(
            Structures.Counter.class,
            LinearityQuestion.of(TWO_EACH),
            Settings.DEFAULT,
            SC,
            TSO,
            JMM);

    results.values().forEach(r -> assertThat(r.verdict()).isEqualTo(Verdict.PROVED));
    assertThat(results.get(SC).coverage().toString())
        .isEqualTo(
            "linearizable in all 27 scenarios of up to 2 threads with up to 2 operations each");
    assertThat(results.get(SC).coverage().calls()).containsExactly("inc()", "get()");
  }

  /** inc | inc: who is first, or has returned before the other begins; see {@code PlayedCalls}. */
  @Test
  void underScEachOrderOfCallsThatOverlapOrNotIsOneExecution() {
    assertThat(scenario(Structures.Counter.class, "inc() | inc()", SC).executions()).isEqualTo(4);
    assertThat(scenario(Structures.Counter.class, "inc()", SC).executions()).isEqualTo(1);
  }

  @Test
  void theFirstThatIsNotIsTheSmallest() {
    Result r = check(Structures.LossyCounter.class, TWO_EACH, SC);

    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.coverage().refuted()).isEqualTo("inc() | inc(); get()");
    assertThat(r.outcomes()).hasSize(1);
    assertThat(r.outcomes().get(0).id()).isEqualTo("inc(): void | inc(): void; get(): 1 {1,0}");
    assertThat(ResultPrinter.print(r))
        .contains("not linearizable in number 11 of 27 scenarios")
        .contains("no order of the calls explains it")
        .contains("thread1", "thread2", "LossyCounter#1.value");
  }

  /** Nobody can have missed what nobody wrote: only the order of the calls tells. */
  @Test
  void aCallThatHadReturnedComesFirst() {
    Result r = scenario(Structures.Hoarder.class, "put(1) | look()", SC);

    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomes().get(0).id()).isEqualTo("put(1): void | look(): null {1,0}");
  }

  @Test
  void storesThatPassLoadsRefuteWhatInterleavingsDoNot() {
    Map<MemoryModel, Result> results =
        check(
            Structures.PlainFlags.class,
            LinearityQuestion.of(TWO_EACH),
            Settings.DEFAULT,
            SC,
            TSO,
            JMM);

    assertThat(results.get(SC).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(results.get(TSO).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(results.get(TSO).coverage().refuted())
        .isEqualTo("raiseLeft(); right() | raiseRight(); left()");
    assertThat(results.get(JMM).verdict()).isEqualTo(Verdict.REFUTED);
  }

  /** What threads tell each other between calls orders nothing for those that do not hear it. */
  @Test
  void storesOfTwoCallsMayStillChangePlaces() {
    String scenario = "raiseLeft(); raiseRight() | right(); left()";

    assertThat(scenario(Structures.PlainFlags.class, scenario, TSO).verdict())
        .isEqualTo(Verdict.PROVED);
    for (MemoryModel model : List.of(PSO, JMM)) {
      Result r = scenario(Structures.PlainFlags.class, scenario, model);
      assertThat(r.outcomes())
          .extracting(Outcome::id)
          .containsExactly("raiseLeft(): void; raiseRight(): void | right(): true; left(): false");
    }
  }

  /** It is no exception that a call could come to. */
  @Test
  void whatIsNotUnderstoodIsNotRun() {
    Result r = check(Structures.Reflective.class, ONE_EACH, SC);

    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("Structures.java:");
  }

  @Test
  void aSpecificationThatIsNotThereIsNotRun() {
    LinearityQuestion question = new LinearityQuestion(ONE_EACH, "no.such.Specification", null);
    Result r = check(Structures.Counter.class, question, Settings.DEFAULT, SC).get(SC);

    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("no.such.Specification");
  }

  @Test
  void anExceptionIsAResult() {
    Result r = check(Structures.Limited.class, ONE_EACH, SC);

    assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.executions()).isGreaterThan(4);
  }

  @Test
  void theValidationIsAsked() {
    Result r = check(Structures.Damaged.class, ONE_EACH, SC);

    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.coverage().refuted()).isEqualTo("move() | move()");
    assertThat(r.outcomes().get(0).id()).contains("damaged: java.lang.IllegalStateException: ");
    assertThat(r.outcomes().get(0).description()).isEqualTo("its own validation says so");
  }

  @Test
  void callsThatWaitForEachOtherRefute() {
    Result r = check(Structures.Crossed.class, ONE_EACH, SC);

    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomes().get(0).id()).isEqualTo("deadlock");
    assertThat(r.coverage().refuted()).isEqualTo("there() | back()");
  }

  @Test
  void anotherClassMaySayWhatIsRight() {
    LinearityQuestion question =
        new LinearityQuestion(ONE_EACH, Structures.TicketSpecification.class.getName(), null);
    Result own = check(Structures.Tickets.class, ONE_EACH, SC);
    Result other = check(Structures.Tickets.class, question, Settings.DEFAULT, SC).get(SC);

    assertThat(own.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(other.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(other.coverage().refuted()).isEqualTo("next() | next()");
  }

  @Test
  void collectionsOfTheJdkAreCode() {
    Result r = check(Structures.Keys.class, ONE_EACH, SC);

    assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).contains("java.util as implemented by JDK");
  }

  @Test
  void whatRunsWithoutEndAloneIsNotJudged() {
    Result r = check(Structures.Endless.class, ONE_EACH, SC);

    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason())
        .startsWith("what comes of turn(1) alone is not known: a loop was cut off");
  }

  @Test
  void whatComesToSeveralThingsAloneIsNotJudged() {
    Result r = check(Structures.Spurious.class, ONE_EACH, SC);

    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason())
        .isEqualTo("what comes of set() alone is not known: it came to true, or false");
  }

  @Test
  void whatIsNotExploredIsNotProved() {
    Settings few = Settings.of(new Bounds(100, 20));
    Result r = check(Structures.Counter.class, LinearityQuestion.of(TWO_EACH), few, SC).get(SC);

    assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.executions()).isEqualTo(20);
    assertThat(r.reason()).startsWith("stopped early after 20 executions");
    assertThat(r.coverage().toString()).startsWith("linearizable as far as explored, with every ");
  }

  @Test
  void aDeadlineEndsIt() {
    AtomicLong clock = new AtomicLong();
    long hour = Duration.ofHours(1).toNanos(); // as long as no test waits
    Deadline deadline =
        Deadline.in(Duration.ofHours(40), () -> clock.addAndGet(hour), "40 hours for the test");
    Result r =
        check(
                Structures.Counter.class,
                LinearityQuestion.of(TWO_EACH),
                Settings.DEFAULT.by(deadline),
                SC)
            .get(SC);

    assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.reason()).contains("40 hours for the test are over");
  }

  @Test
  void aTokenRebuildsTheExecution() {
    Result r = check(Structures.LossyCounter.class, TWO_EACH, SC);
    LinearityQuestion question = new LinearityQuestion(TWO_EACH, null, r.coverage().refuted());
    Witness shown = r.outcomes().get(0).witness();

    Witness again =
        Linearity.replay(read(Structures.LossyCounter.class), question, LOADER, SC, shown.token());

    assertThat(again.lines()).isEqualTo(shown.lines());
  }

  @Test
  void whatIsNoScenarioIsNotRun() {
    Result r = scenario(Structures.Counter.class, "inc() | dec()", SC);

    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("at character 9 should be one of [inc(), get()]");
  }
}
