// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Expect;
import vacate.claim.Control;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.claim.Refutes;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;

class EveryStressTestTest {
  static List<Class<?>> tests() {
    return StressTests.all();
  }

  @Test
  void thereAreSome() {
    assertThat(tests()).hasSizeGreaterThan(80);
  }

  @ParameterizedTest
  @MethodSource("tests")
  void saysWhatItIsEvidenceForOnce(Class<?> test) {
    assertThat(Stream.of(Reproduces.class, Refutes.class, Verifies.class, Control.class))
        .filteredOn(test::isAnnotationPresent)
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("tests")
  void saysWhatHardwareIsExpectedToShow(Class<?> test) {
    List<Expects> said =
        Stream.of(test.getAnnotationsByType(Expects.class))
            .filter(expects -> expects.of() == Judge.JCSTRESS)
            .toList();

    assertThat(said).hasSize(1);
    assertThat(said.get(0).under()).isEmpty();
    assertThat(said.get(0).value())
        .isNotEmpty()
        .isSubsetOf(Verdict.OBSERVED, Verdict.NOT_OBSERVED)
        .doesNotHaveDuplicates();
    assertThat(said.get(0).because().isEmpty()).isEqualTo(said.get(0).value().length == 1);
  }

  @ParameterizedTest
  @MethodSource("tests")
  void forbidsWhatItVerifiesAndAllowsWhatItReproduces(Class<?> test) {
    if (test.isAnnotationPresent(Verifies.class)) {
      assertThat(has(test, Expect.FORBIDDEN)).isTrue();
      assertThat(has(test, Expect.ACCEPTABLE_INTERESTING)).isFalse();
    } else if (!test.isAnnotationPresent(Control.class)) {
      assertThat(has(test, Expect.ACCEPTABLE_INTERESTING)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("tests")
  void describesEveryOutcome(Class<?> test) {
    assertThat(StressTests.outcomes(test))
        .isNotEmpty()
        .noneMatch(outcome -> outcome.desc().isBlank());
  }

  @ParameterizedTest
  @MethodSource("tests")
  void keepsNoStaticMutableState(Class<?> test) {
    for (Class<?> type = test; type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          assertThat(Modifier.isFinal(field.getModifiers())).as(field.toString()).isTrue();
          assertThat(field.getType().isPrimitive() || field.getType() == VarHandle.class)
              .as(field.toString())
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tests")
  void hasACorrectedTwinIfItIsPosted(Class<?> test) {
    if (test.getSimpleName().startsWith("Posted")) {
      String twin = test.getSimpleName().replaceFirst("^Posted(2\\d+)?", "Corrected");
      assertThat(test.getDeclaringClass().getDeclaredClasses())
          .extracting(Class::getSimpleName)
          .contains(twin);
    }
  }

  private static boolean has(Class<?> test, Expect expect) {
    return StressTests.outcomes(test).stream().anyMatch(outcome -> outcome.expect() == expect);
  }
}
