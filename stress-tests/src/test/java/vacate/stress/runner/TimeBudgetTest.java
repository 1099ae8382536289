// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeBudgetTest {
  @ParameterizedTest
  @EnumSource
  void aBudgetIsFoundByItsName(TimeBudget budget) {
    assertThat(TimeBudget.named(budget.toString())).contains(budget);
    assertThat(TimeBudget.named(budget.name())).isEmpty();
    assertThat(TimeBudget.named("")).isEmpty();
  }

  @Test
  void noBudgetIsCalledDefaultForOnlyOneIs() {
    assertThat(TimeBudget.named("default")).isEmpty();
  }

  @Test
  void aLongerBudgetGivesMoreForksAndMoreTime() {
    TimeBudget[] budgets = TimeBudget.values();
    for (int i = 1; i < budgets.length; i++) {
      assertThat(budgets[i].forks).isGreaterThan(budgets[i - 1].forks);
      assertThat(budgets[i].time).isGreaterThan(budgets[i - 1].time);
    }
  }

  @Test
  void onlyTheQuickOneLeavesTestsToTheOthers() {
    List<HardwareTest> suite = StressSuite.tests();
    assertThat(TimeBudget.QUICK.select(suite)).isEqualTo(Essentials.of(suite));
    assertThat(TimeBudget.LONG.select(suite)).isEqualTo(suite);
    assertThat(TimeBudget.TOUGH.select(suite)).isEqualTo(suite);
  }
}
