// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No change of order in the port goes unseen. */
class OrderMutantsTest {
  private static final World.Factory WORLDS = new World.Factory();

  static Stream<OrderMutant> all() {
    return OrderMutant.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theTableOfItsFunctionDisagreesAtThatStep(OrderMutant mutant) {
    List<Step> kernel = KernelTables.of(mutant.revision()).steps(mutant.path());
    List<Step> port = WORLDS.create(mutant.edit()).run(mutant.revision(), mutant.path());
    Difference difference = Difference.first(kernel, port);
    assertThat(difference).as("a difference").isNotNull();
    String told = difference.told(mutant.path(), kernel, port);
    assertThat(difference.expected()).as(told).isNotNull();
    assertThat(difference.expected().place()).as(told).startsWith(mutant.table() + ", ");
    assertThat(difference.expected().access()).as(told).isEqualTo(mutant.kernel());
    assertThat(difference.made() == null ? "" : difference.made().access())
        .as(told)
        .isEqualTo(mutant.port());
  }

  @Test
  void noTwoHaveOneName() {
    assertThat(all().map(OrderMutant::name)).doesNotHaveDuplicates().hasSizeGreaterThan(80);
  }
}
