// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void equalFactorsAreEquallyFarApartAlsoWhereItRunsUpwards() {
    Axis axis = Axis.decades(List.of(2.0, 900.0), 300, 0);
    assertThat(axis.at(1)).isEqualTo(300, within(1e-9));
    assertThat(axis.at(10)).isEqualTo(200, within(1e-9));
    assertThat(axis.at(1000)).isEqualTo(0, within(1e-9));
  }

  @Test
  void equalDifferencesAreEquallyFarApartWhereItIsNoLogarithm() {
    assertThat(new Axis(1, 3, 10, 30, false).at(2)).isEqualTo(20);
  }

  @Test
  void itEndsAtPowersOfTenAndHasNoMoreThanItNeeds() {
    assertThat(Axis.decades(List.of(0.01, 1000.0), 0, 1).powersOfTen())
        .hasSize(6)
        .startsWith(0.01)
        .endsWith(1000.0);
    assertThat(Axis.decades(List.of(5.0), 0, 1).powersOfTen()).containsExactly(1.0, 10.0);
    assertThat(Axis.decades(List.of(10.0), 0, 1).powersOfTen()).containsExactly(10.0, 100.0);
  }

  @Test
  void zeroHasNoLogarithm() {
    assertThatThrownBy(() -> new Axis(0, 1, 0, 1, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
