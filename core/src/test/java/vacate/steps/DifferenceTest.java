// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final List<Step> KERNEL =
      List.of(
          new Step("local_irq_save()", "-", "on", "f, t.txt:2"),
          new Step("preempt_disable()", "-", "off", "f, t.txt:3"),
          new Step("page->inuse--", "page", "off", "f, t.txt:4"));

  private static Step made(String access, Set<String> locks, boolean irqsOff) {
    return Step.recorded(access, locks, irqsOff);
  }

  @Test
  void thereIsNoneWhereAccessLocksAndInterruptsAreEqual() {
    assertThat(
            Difference.first(
                KERNEL,
                List.of(
                    made("local_irq_save()", Set.of(), false),
                    made("preempt_disable()", Set.of(), true),
                    made("page->inuse--", Set.of("page"), true))))
        .isNull();
  }

  @Test
  void theFirstStepThatDiffersIsMarkedBetweenBothLists() {
    List<Step> port =
        List.of(
            made("local_irq_save()", Set.of(), false),
            made("page->inuse--", Set.of(), true),
            made("preempt_disable()", Set.of(), true));
    assertThat(Difference.first(KERNEL, port).told("f", KERNEL, port).lines().map(String::strip))
        .containsSubsequence("f: step 2 differs, see f, t.txt:3")
        .anyMatch(line -> line.matches(">> preempt_disable.*page->inuse--.*"))
        .anyMatch(line -> line.matches("~ page->inuse--.*preempt_disable.*"));
  }

  @Test
  void aLockOrAnInterruptStateAloneIsADifference() {
    assertThat(
            Difference.first(KERNEL, List.of(made("local_irq_save()", Set.of("list"), false)))
                .index())
        .isZero();
    assertThat(Difference.first(KERNEL, List.of(made("local_irq_save()", Set.of(), true))).index())
        .isZero();
  }

  @Test
  void aStepThatIsMissingAtTheEndOrTooManyIsADifference() {
    assertThat(Difference.first(KERNEL, List.of()).expected()).isEqualTo(KERNEL.get(0));
    assertThat(Difference.first(List.of(), List.of(made("smp_mb()", Set.of(), false))).expected())
        .isNull();
  }
}
