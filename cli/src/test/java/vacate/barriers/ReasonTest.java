// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.kernel.Kernel;
import vacate.port.Port;

/** A reason that names what is not there explains nothing any more. */
class ReasonTest {
  private static Stream<Method> methods() {
    return Port.types().stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()));
  }

  @ParameterizedTest
  @EnumSource
  void everyMethodThatItNamesIsOneOfThePort(Reason reason) {
    Set<String> named = new TreeSet<>();
    for (String word : reason.what().split("\\W+")) {
      if (word.matches("[a-z]+([A-Z][a-z]+)+")) {
        named.add(word);
      }
    }
    assertThat(methods().map(Method::getName)).containsAll(named);
  }

  @ParameterizedTest
  @EnumSource
  void everyFunctionThatItNamesIsThatOfAMethod(Reason reason) {
    Set<String> named = new TreeSet<>();
    for (String word : reason.function().split("\\W+")) {
      if (word.contains("_")) {
        named.add(word);
      }
    }
    assertThat(
            methods()
                .filter(m -> m.isAnnotationPresent(Kernel.class))
                .map(m -> m.getAnnotation(Kernel.class).value()))
        .containsAll(named);
  }
}
