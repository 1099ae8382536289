// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** {@code return vacated == 0}, as posted: 0 only if the page is free or objects are left. */
class VacateReturnValueTest {
  private final Slub slub = new Bench().slub;

  @Test
  void isZeroIfObjectsAreLeft() {
    assertThat(slub.returnValue(Vacated.LEFTOVER, 1)).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NO_PAGE", "LEFTOVER"},
      mode = Mode.EXCLUDE)
  void isOneForEverythingElse(Vacated end) {
    assertThat(slub.returnValue(end, 0)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void isToldWithTheEnd(Vacated end) {
    assertThat(end.returning(0)).isEqualTo(new Vacated.Told(end, 0, end.name() + "=0"));
    assertThat(end.returning(1)).isEqualTo(new Vacated.Told(end, 1, end.name() + "=1"));
  }

  @Test
  void onlyTheLastTwoEndsAreNoAborts() {
    for (Vacated end : Vacated.values()) {
      assertThat(end.aborted).isEqualTo(end != Vacated.LEFTOVER && end != Vacated.EMPTIED);
    }
  }
}
