// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Wide;
import vacate.explorer.model.MemoryModel;

/** JLS 17.7: a plain long or double may be accessed in halves, if not on a 64-bit JVM. */
class TearingTest {
  @ParameterizedTest
  @CsvSource({
    "Racy, Racy#1.x",
    "RacyElement, double[]#1[0]",
    "Volatile,",
    "Opaque,",
    "Locked,",
    "Published,",
    "RacyInt,",
    "RacyOfTwins, RacyOfTwins#1.x",
  })
  void aRaceOnAPlainLongOrDoubleIsSaidToAssumeA64BitJvm(String name, String location)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(Wide.class.getName() + "$" + name);
    for (MemoryModel model : MemoryModel.values()) {
      String assumes = Explorer.explore(test, model).assumes();
      if (location == null) {
        assertThat(assumes).as(name + " " + model).isNull();
      } else {
        assertThat(assumes).as(name + " " + model).startsWith("a 64-bit JVM: " + location);
      }
    }
  }
}
