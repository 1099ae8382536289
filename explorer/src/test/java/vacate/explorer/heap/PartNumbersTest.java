// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartNumbersTest {
  private static final int OBJECTS = 40;
  private static final int PARTS = 50;

  @Test
  void keepsThePartsOfAllObjectsApartAlsoWhenItHasGrown() {
    PartNumbers numbers = new PartNumbers();
    for (int i = 0; i < OBJECTS * PARTS; i++) {
      assertThat(numbers.get(i / PARTS, i % PARTS)).isEqualTo(PartNumbers.NONE);
      numbers.put(i / PARTS, i % PARTS, i);
    }

    for (int i = 0; i < OBJECTS * PARTS; i++) {
      assertThat(numbers.get(i / PARTS, i % PARTS)).isEqualTo(i);
    }
    assertThat(numbers.get(OBJECTS, 0)).isEqualTo(PartNumbers.NONE);
    assertThat(numbers.get(0, PARTS)).isEqualTo(PartNumbers.NONE);
  }
}
