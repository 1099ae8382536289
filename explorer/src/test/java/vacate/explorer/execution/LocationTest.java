// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.explorer.execution.Location.Element;
import vacate.explorer.execution.Location.Field;
import vacate.explorer.execution.Location.Lock;
import vacate.explorer.execution.Location.Monitor;
import vacate.explorer.execution.Location.StaticField;
import vacate.explorer.execution.Value.Instance;

/** How locations are written down. */
class LocationTest {
  private static final Value PAGE = new Instance("Page", -1, 2);
  private static final Value MADE = new Instance("Node", 1, 3);
  private static final Value ARRAY = new Instance("int[]", 0, 1);

  static Stream<Arguments> locations() {
    return Stream.of(
        Arguments.of(new Field(PAGE, "flags"), "Page#2.flags", "Page.flags", "flags"),
        Arguments.of(new Field(MADE, "next"), "Node@2.3.next", "Node.next", "next"),
        Arguments.of(new StaticField("Names", "all"), "Names.all", "Names.all", "all"),
        Arguments.of(new Element(ARRAY, 7), "int[]@1.1[7]", "int[][]", "int[]@1.1[7]"),
        Arguments.of(new Monitor(PAGE), "monitor of Page#2", "Page", "monitor of Page#2"),
        Arguments.of(new Lock(MADE), "Node@2.3", "Node", "Node@2.3"));
  }

  @ParameterizedTest
  @MethodSource("locations")
  void aVariableIsSaidWithoutTheNumberOfItsObject(
      Location location, String text, String variable, String name) {
    assertThat(location).hasToString(text);
    assertThat(location.variable()).isEqualTo(variable);
    assertThat(location.name()).isEqualTo(name);
  }
}
