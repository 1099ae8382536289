// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BudgetTest {
  @ParameterizedTest
  @EnumSource
  void aBudgetIsFoundByItsName(Budget budget) {
    assertThat(Budget.named(budget.toString())).contains(budget);
    assertThat(Budget.named(budget.name())).isEmpty();
    assertThat(Budget.named("")).isEmpty();
  }

  @Test
  void noBudgetIsCalledDefaultForOnlyOneIs() {
    assertThat(Budget.named("default")).isEmpty();
  }

  @Test
  void aLongerBudgetGivesMoreForksAndMoreTime() {
    Budget[] budgets = Budget.values();
    for (int i = 1; i < budgets.length; i++) {
      assertThat(budgets[i].forks).isGreaterThan(budgets[i - 1].forks);
      assertThat(budgets[i].time).isGreaterThan(budgets[i - 1].time);
    }
  }

  @Test
  void onlyTheQuickOneLeavesTestsToTheOthers() {
    List<StressTest> suite = StressSuite.tests();
    assertThat(Budget.QUICK.select(suite)).isEqualTo(Essentials.of(suite));
    assertThat(Budget.LONG.select(suite)).isEqualTo(suite);
    assertThat(Budget.TOUGH.select(suite)).isEqualTo(suite);
  }
}
