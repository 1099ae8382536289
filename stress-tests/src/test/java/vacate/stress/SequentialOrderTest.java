// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;
import vacate.claim.Verifies;
import vacate.stress.protocol.P25_FreeVacateGracePeriod;

/** One actor after the other, in every order: the least that a list of outcomes must foresee. */
class SequentialOrderTest {
  /** All but those whose actors wait for each other, so that none of them can run alone. */
  static List<Class<?>> tests() {
    return StressTests.all().stream()
        .filter(test -> test.getEnclosingClass() != P25_FreeVacateGracePeriod.class)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void everyOrderEndsInAListedOutcome(Class<?> test) throws ReflectiveOperationException {
    for (List<Method> order : orders(methods(test, Actor.class))) {
      String outcome = run(test, order);
      Expect expect = grade(test, outcome);

      assertThat(expect).as("%s after %s", outcome, order).isNotEqualTo(Expect.FORBIDDEN);
      if (test.isAnnotationPresent(Verifies.class)) {
        assertThat(expect).as("%s after %s", outcome, order).isEqualTo(Expect.ACCEPTABLE);
      }
    }
  }

  private static String run(Class<?> test, List<Method> order) throws ReflectiveOperationException {
    Object state = test.getConstructor().newInstance();
    Object result = null;
    List<Method> steps = new ArrayList<>(order);
    steps.addAll(methods(test, Arbiter.class));
    for (Method step : steps) {
      for (Class<?> type : step.getParameterTypes()) {
        result = result == null ? type.getConstructor().newInstance() : result;
      }
      step.invoke(state, step.getParameterCount() == 0 ? new Object[0] : new Object[] {result});
    }
    return String.valueOf(result);
  }

  /** As jcstress grades: an exact id first, then regular expressions in order, then the default. */
  private static Expect grade(Class<?> test, String outcome) {
    List<Outcome> outcomes = StressTests.outcomes(test);
    return outcomes.stream()
        .filter(o -> Arrays.asList(o.id()).contains(outcome))
        .findFirst()
        .or(
            () ->
                outcomes.stream()
                    .filter(o -> Arrays.stream(o.id()).anyMatch(outcome::matches))
                    .findFirst())
        .map(Outcome::expect)
        .orElse(Expect.FORBIDDEN);
  }

  private static List<Method> methods(Class<?> test, Class<? extends Annotation> kind) {
    return Arrays.stream(test.getMethods())
        .filter(method -> method.isAnnotationPresent(kind))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static List<List<Method>> orders(List<Method> actors) {
    if (actors.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Method>> orders = new ArrayList<>();
    for (Method first : actors) {
      List<Method> others = new ArrayList<>(actors);
      others.remove(first);
      for (List<Method> rest : orders(others)) {
        List<Method> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }
}
