// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Question;
import vacate.claim.Sampled;
import vacate.claim.Seen;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.Expectation;

class AllowedOutcomesTest {
  private static final String DEKKER = "vacate.stress.control.DekkerVolatile";
  private static final String NESTED = "vacate.stress.protocol.P10_FreeFree.Posted";

  private static Sampled observed(String test, Seen... outcomes) {
    return new Sampled(
        new Question(
            List.of(Topic.control("control", "control")),
            null,
            test,
            List.of(Verdict.NOT_OBSERVED)),
        Verdict.NOT_OBSERVED,
        1L,
        new Sampled.Samples(Stream.of(outcomes).mapToLong(Seen::count).sum(), 0),
        null,
        null,
        List.of(outcomes),
        1);
  }

  private static List<Explored> check(List<Sampled> sampled) {
    return new AllowedOutcomes(text -> {}).check(sampled);
  }

  private static Seen seen(String id, long count) {
    return new Seen(id, Expectation.ACCEPTABLE, "", count);
  }

  @Test
  void whatTheModelAllowsHoldsInOneRow() {
    List<Explored> findings =
        check(
            List.of(
                observed(DEKKER, seen("1, 1", 7), seen("0, 1", 1)),
                observed(NESTED, seen("TO_PARTIAL, DISCARDED, FREE", 3))));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(findings.get(0).test()).isEqualTo("2 tests");
    assertThat(findings.get(0).reason()).startsWith("3 outcomes observed");
  }

  @Test
  void whatItDoesNotAllowIsLoud() {
    List<Explored> findings =
        check(
            List.of(
                observed(DEKKER, seen("0, 0", 2), seen("1, 1", 5)),
                observed(NESTED, seen("TO_PARTIAL, DISCARDED, FREE", 3))));
    assertThat(findings)
        .extracting(Finding::verdict)
        .containsExactly(Verdict.PROVED, Verdict.REFUTED);
    assertThat(findings.get(1).test()).isEqualTo(DEKKER);
    assertThat(findings.get(1).reason())
        .isEqualTo(
            "\"0, 0\" was observed 2 times and jmm does not allow it:"
                + " the model is wrong, or this JVM");
    assertThat(ExitStatus.of(findings)).isEqualTo(ExitStatus.DIFFERS);
  }

  @Test
  void whatWasDeclaredAndNotObservedSaysNothing() {
    assertThat(check(List.of(observed(DEKKER, seen("0, 0", 0))))).isEmpty();
  }

  @Test
  void whatATestThatCannotBeExhaustedDoesNotFindIsNoDifference() {
    String beyond = "vacate.stress.protocol.P17_AllocFreeVacateVacate.Corrected";
    List<Explored> findings = check(List.of(observed(beyond, seen("nobody has seen this", 3))));
    assertThat(findings).singleElement().extracting(Finding::verdict).isEqualTo(Verdict.BOUNDED);
    assertThat(ExitStatus.of(findings)).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(findings.get(0).reason()).contains("observed 3 times and not found");
  }

  @Test
  void whatCtrlCComesBeforeIsInterruptedInOneRow() {
    AllowedOutcomes allowed = new AllowedOutcomes(text -> {});
    allowed.stop();
    List<Explored> findings =
        allowed.check(
            List.of(
                observed(DEKKER, seen("1, 1", 7)),
                observed(NESTED, seen("TO_PARTIAL, DISCARDED, FREE", 3))));
    assertThat(findings)
        .singleElement()
        .extracting(Finding::verdict)
        .isEqualTo(Verdict.INTERRUPTED);
    assertThat(findings.get(0).test()).isEqualTo("2 tests");
  }

  @Test
  void howFarItIsIsTold() {
    List<String> told = new ArrayList<>();
    new AllowedOutcomes(told::add).check(List.of(observed(DEKKER, seen("1, 1", 7))));
    assertThat(told).containsExactly("explorer: are the outcomes of 1 test allowed? 1 done");
  }
}
