// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BudgetTest {
  @ParameterizedTest
  @EnumSource
  void theForksOfASuiteFitIntoItsTime(Budget budget) {
    long millis = budget.forkMillis(40, 1) + Budget.FORK_OVERHEAD_MILLIS;
    assertThat(millis * 40 * budget.forks).isLessThanOrEqualTo(budget.total.toMillis());
  }

  @Test
  void aFewTestsDoNotTakeTheTimeOfAll() {
    long millis = Budget.QUICK.forkMillis(1, 1) + Budget.FORK_OVERHEAD_MILLIS;
    assertThat(millis * Budget.QUICK.forks).isLessThan(15_000);
  }

  @Test
  void aForkIsNeverTooShortToGetPastItsWarmUp() {
    assertThat(Budget.QUICK.forkMillis(10_000, 1)).isEqualTo(Budget.LEAST_MILLIS);
  }

  @Test
  void moreLanesGiveLongerForks() {
    assertThat(Budget.QUICK.forkMillis(60, 2)).isGreaterThan(Budget.QUICK.forkMillis(60, 1));
  }

  @ParameterizedTest
  @EnumSource
  void aBudgetIsFoundByItsName(Budget budget) {
    assertThat(Budget.named(budget.toString())).contains(budget);
    assertThat(Budget.named(budget.name())).isEmpty();
    assertThat(Budget.named("")).isEmpty();
  }
}
