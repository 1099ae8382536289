// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import vacate.junit.cases.Mailbox;
import vacate.junit.cases.Unjudged;
import vacate.junit.cases.Waiting;
import vacate.junit.cases.inner.Dekker;

class VacateTestEngineTest {
  private static String message(TestExecutionResult result) {
    return result.getThrowable().orElseThrow().getMessage();
  }

  @Test
  void thePlatformFindsIt() {
    assertThat(ServiceLoader.load(TestEngine.class))
        .extracting(TestEngine::getId)
        .contains(VacateTestEngine.ID);
  }

  @Test
  void aTestThatIsProvedPasses() {
    assertThat(Engines.only(Engines.run(Mailbox.Volatile.class)).getStatus()).isEqualTo(SUCCESSFUL);
  }

  @Test
  void aTestThatIsRefutedFailsAndSaysHowThatComesAbout() {
    TestExecutionResult plain = Engines.only(Engines.run(Mailbox.Plain.class));

    assertThat(plain.getStatus()).isEqualTo(FAILED);
    assertThat(message(plain))
        .startsWith(
            "vacate.junit.cases.Mailbox.Plain: 1, 0 comes about under jmm, and is FORBIDDEN: an"
                + " empty letter")
        .containsSubsequence(
            "How 1, 0 comes about:",
            "send ",
            "receive",
            "Plain#1.full -> 1 (from 1.2)  Mailbox.java:",
            "send: the model lets write 1.2 pass write 1.1.",
            "replay token: v1.");
  }

  @Test
  void theStackOfAFailureIsWhereTheWitnessEnds() {
    Throwable failure = Engines.only(Engines.run(Mailbox.Plain.class)).getThrowable().orElseThrow();

    assertThat(failure.getStackTrace()[0])
        .satisfies(
            top -> {
              assertThat(top.getClassName()).isEqualTo(Mailbox.Plain.class.getName());
              assertThat(top.getMethodName()).isEqualTo("send");
              assertThat(top.getFileName()).isEqualTo("Mailbox.java");
            });
  }

  @Test
  void eachModelHasAVerdictOfItsOwn() {
    EngineExecutionResults results =
        Engines.run(Map.of("vacate.model", "SC, tso,pso ,jmm"), Mailbox.Plain.class);

    assertThat(Engines.ran(results))
        .containsExactly(
            "Mailbox/Mailbox$Plain/sc",
            "Mailbox/Mailbox$Plain/tso",
            "Mailbox/Mailbox$Plain/pso",
            "Mailbox/Mailbox$Plain/jmm");
    results.testEvents().assertStatistics(count -> count.succeeded(2).failed(2));
  }

  @Test
  void oneNodeIsRunAgainByItsId() {
    EngineExecutionResults first =
        Engines.run(Map.of("vacate.model", "sc,jmm"), Mailbox.Plain.class);
    var failed = first.testEvents().failed().list().get(0).getTestDescriptor().getUniqueId();

    EngineExecutionResults again = Engines.run(Map.of(), selectUniqueId(failed));

    assertThat(Engines.ran(again)).containsExactly("Mailbox/Mailbox$Plain/jmm");
    assertThat(Engines.only(again).getStatus()).isEqualTo(FAILED);
  }

  @Test
  void aTerminationTestIsOne() {
    EngineExecutionResults results = Engines.run(Waiting.class);

    assertThat(Engines.ran(results)).containsExactly("Waiting/jmm", "Waiting/Waiting$Volatile/jmm");
    results.testEvents().assertStatistics(count -> count.succeeded(1).failed(1));
    assertThat(
            message(
                results
                    .testEvents()
                    .failed()
                    .list()
                    .get(0)
                    .getRequiredPayload(TestExecutionResult.class)))
        .contains("STALE comes about under jmm, and is FORBIDDEN: waits for ever");
  }

  @Test
  void whatCannotBeJudgedIsAbortedWithTheReason() {
    TestExecutionResult result = Engines.only(Engines.run(Unjudged.WithoutActor.class));

    assertThat(result.getStatus()).isEqualTo(ABORTED);
    assertThat(message(result)).startsWith("NOT RUN under jmm: ").contains("@Actor");
  }

  @Test
  void whatCannotBeJudgedFailsIfThatIsConfigured() {
    TestExecutionResult result =
        Engines.only(Engines.run(Map.of("vacate.not-run", "failed"), Unjudged.WithoutActor.class));

    assertThat(result.getStatus()).isEqualTo(FAILED);
    assertThat(message(result)).contains("WithoutActor: NOT RUN under jmm: ");
  }

  @Test
  void whatIsNotExhaustedIsAbortedWithTheReason() {
    TestExecutionResult result = Engines.only(Engines.run(Unjudged.Counting.class));

    assertThat(result.getStatus()).isEqualTo(ABORTED);
    assertThat(message(result)).startsWith("BOUNDED under jmm: ").contains("loop");
  }

  @Test
  void whatIsNotExhaustedFailsOrPassesIfThatIsConfigured() {
    assertThat(
            Engines.only(Engines.run(Map.of("vacate.bounded", "failed"), Unjudged.Counting.class))
                .getStatus())
        .isEqualTo(FAILED);
    assertThat(
            Engines.only(Engines.run(Map.of("vacate.bounded", "passed"), Unjudged.Counting.class))
                .getStatus())
        .isEqualTo(SUCCESSFUL);
  }

  @Test
  void aClassMaySayThatItNeedNotBeExhausted() {
    assertThat(Engines.only(Engines.run(Unjudged.CountingEnough.class)).getStatus())
        .isEqualTo(SUCCESSFUL);
  }

  @Test
  void boundsAreTheConfiguredOnes() {
    Map<String, String> two = Map.of("vacate.max-executions", "1");

    assertThat(message(Engines.only(Engines.run(two, Mailbox.Volatile.class))))
        .startsWith("BOUNDED under jmm: ")
        .contains("1 execution");
  }

  @Test
  void whatIsWronglyDeclaredFailsAloneAndInOneLine() {
    EngineExecutionResults results =
        Engines.run(Map.of(), Unjudged.WronglyDeclared.class, Mailbox.Volatile.class);

    results.testEvents().assertStatistics(count -> count.succeeded(1).failed(1));
    assertThat(
            message(
                results
                    .testEvents()
                    .failed()
                    .list()
                    .get(0)
                    .getRequiredPayload(TestExecutionResult.class)))
        .isEqualTo("soon is no time; as 90s, 10m or 1h30m");
  }

  @Test
  void aTestThatIsMeantToBeRefutedPassesIfItIs() {
    EngineExecutionResults results = Engines.run(Dekker.BrokenAsDeclared.class);

    assertThat(Engines.ran(results))
        .containsExactly("Dekker/Dekker$BrokenAsDeclared/sc", "Dekker/Dekker$BrokenAsDeclared/pso");
    results.testEvents().assertStatistics(count -> count.succeeded(2));
  }

  @Test
  void aTestThatIsMeantToBeRefutedFailsIfItIsProved() {
    TestExecutionResult result = Engines.only(Engines.run(Dekker.MeantToBeBroken.class));

    assertThat(result.getStatus()).isEqualTo(FAILED);
    assertThat(message(result))
        .startsWith(
            "vacate.junit.cases.inner.Dekker.MeantToBeBroken: was to be refuted, but PROVED under"
                + " sc");
  }

  @Test
  void anInterestingOutcomeRefutesIfThatIsConfigured() {
    Engines.run(Dekker.AsAround.class).testEvents().assertStatistics(count -> count.succeeded(2));

    EngineExecutionResults strict =
        Engines.run(Map.of("vacate.strict", "true"), Dekker.AsAround.class);

    strict.testEvents().assertStatistics(count -> count.succeeded(1).failed(1));
  }

  @Test
  void aDataRaceFailsATestThatIsProvedIfRacesAreLookedFor() {
    Map<String, String> races = Map.of("vacate.races", "true", "vacate.model", "sc");

    TestExecutionResult plain = Engines.only(Engines.run(races, Mailbox.Plain.class));

    assertThat(plain.getStatus()).isEqualTo(FAILED);
    assertThat(message(plain)).contains("Plain: PROVED under sc, data races: ");
    assertThat(Engines.only(Engines.run(races, Mailbox.Volatile.class)).getStatus())
        .isEqualTo(SUCCESSFUL);
  }

  @Test
  void whatWasVisitedIsReported() {
    List<Map<String, String>> entries =
        Engines.run(Mailbox.class).testEvents().reportingEntryPublished().stream()
            .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
            .toList();

    assertThat(entries)
        .hasSize(2)
        .anySatisfy(
            plain ->
                assertThat(plain)
                    .containsEntry("verdict", "REFUTED")
                    .containsEntry("executions", "3")
                    .containsEntry("blocked", "0")
                    .containsKeys("replay token", "load buffering"))
        .anySatisfy(
            right ->
                assertThat(right)
                    .containsEntry("verdict", "PROVED")
                    .doesNotContainKeys("replay token", "reason"));
  }

  @Test
  void aWrongParameterIsSaidInOneLineByEachTest() {
    TestExecutionResult result =
        Engines.only(Engines.run(Map.of("vacate.model", "arm"), Mailbox.Volatile.class));

    assertThat(result.getStatus()).isEqualTo(FAILED);
    assertThat(message(result)).isEqualTo("vacate.model: no memory model named arm");
  }
}
