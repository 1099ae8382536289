// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Constants;
import vacate.explorer.model.MemoryModel;

/** An actor that asks an enum for its constants gets those that the others have. */
class ConstantsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HaveTheirFirstValues       | 5 & 6",
        "AreTheSameForBoth          | 5, 1 & 6, 1",
        "AreLocks                   | 7",
        "AreUsedBeforeTheyAreListed | 1 & 2 & 5",
      })
  void constantsAreSharedHoweverTheyAreComeTo(String name, String outcomes)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(Constants.class.getName() + "$" + name);
    for (MemoryModel model : MemoryModel.values()) {
      Result result = Explorer.explore(test, model);
      assertThat(result.outcomeIds()).as("%s", model).containsExactly(outcomes.split(" & "));
      assertThat(result.verdict()).as("%s", model).isEqualTo(Verdict.PROVED);
    }
  }
}
