// SPDX-License-Identifier: GPL-2.0-only
package vacate.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.kernel.Cpu;
import vacate.kernel.OneStep;
import vacate.kernel.SpinLock;

/**
 * A checker that takes a method as one step runs nobody else meanwhile. If it waits in there for
 * somebody who was preempted, it waits for ever.
 */
class OneStepTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vacate.kernel", "vacate.mm", "vacate.slub", "vacate.revision");
  private static final Map<JavaMethod, Set<JavaMethod>> CALLERS = callers();

  private static Stream<JavaMethod> methods() {
    return ALL.stream().flatMap(type -> type.getMethods().stream());
  }

  private static boolean isOneStep(JavaMethod method) {
    return method.isAnnotatedWith(OneStep.class)
        || method.getOwner().isAnnotatedWith(OneStep.class);
  }

  private static List<String> parameters(HasParameterTypes method) {
    return method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
  }

  /** What a call may run: what it names, and what overrides that. */
  private static Stream<JavaMethod> mayRun(JavaMethodCall call) {
    Stream<JavaMethod> overriding =
        ALL.stream()
            .filter(type -> type.isAssignableTo(call.getTargetOwner().getName()))
            .flatMap(type -> type.getMethods().stream())
            .filter(
                method ->
                    method.getName().equals(call.getName())
                        && parameters(method).equals(parameters(call.getTarget())));
    return Stream.concat(call.getTarget().resolveMember().stream(), overriding);
  }

  private static Map<JavaMethod, Set<JavaMethod>> callers() {
    Map<JavaMethod, Set<JavaMethod>> callers = new HashMap<>();
    methods()
        .forEach(
            caller ->
                caller.getMethodCallsFromSelf().stream()
                    .flatMap(OneStepTest::mayRun)
                    .forEach(
                        called ->
                            callers.computeIfAbsent(called, c -> new HashSet<>()).add(caller)));
    return callers;
  }

  private static Set<JavaMethod> callers(JavaMethod method) {
    return CALLERS.getOrDefault(method, Set.of());
  }

  private static Set<JavaMethod> closure(
      JavaMethod start, Function<JavaMethod, Stream<JavaMethod>> next) {
    Set<JavaMethod> reached = new LinkedHashSet<>();
    Deque<JavaMethod> left = new ArrayDeque<>(Set.of(start));
    while (!left.isEmpty()) {
      JavaMethod method = left.remove();
      if (reached.add(method)) {
        next.apply(method).forEach(left::add);
      }
    }
    return reached;
  }

  private static boolean waits(JavaMethod method) {
    return method.getOwner().isEquivalentTo(Cpu.class) && method.getName().equals("cpuRelax");
  }

  private static boolean isSpinLock(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(SpinLock.class) && call.getName().equals("lock");
  }

  /** The spin locks that a method may mean. */
  private static Set<JavaField> spinLocks(JavaMethod method) {
    return method.getFieldAccesses().stream()
        .map(JavaFieldAccess::getTarget)
        .filter(field -> field.getRawType().isEquivalentTo(SpinLock.class))
        .flatMap(field -> field.resolveMember().stream())
        .collect(Collectors.toSet());
  }

  /** Whether nobody is ever preempted with the lock: who takes it is, or is in, one step. */
  private static boolean isTakenInOneStepsOnly(JavaField lock) {
    return methods()
        .filter(
            method -> method.getMethodCallsFromSelf().stream().anyMatch(OneStepTest::isSpinLock))
        .filter(method -> spinLocks(method).contains(lock))
        .flatMap(
            taker ->
                closure(taker, m -> isOneStep(m) ? Stream.empty() : callers(m).stream()).stream()
                    .filter(m -> !isOneStep(m) && callers(m).isEmpty()))
        .findAny()
        .isEmpty();
  }

  private static Stream<JavaMethod> mayWaitIn(JavaMethod method) {
    boolean locksAreFree =
        !spinLocks(method).isEmpty()
            && spinLocks(method).stream().allMatch(OneStepTest::isTakenInOneStepsOnly);
    return method.getMethodCallsFromSelf().stream()
        .filter(call -> !(locksAreFree && isSpinLock(call)))
        .flatMap(OneStepTest::mayRun);
  }

  @Test
  void whatIsOneStepWaitsForNobody() {
    assertThat(methods().filter(OneStepTest::isOneStep))
        .isNotEmpty()
        .allSatisfy(
            step ->
                assertThat(closure(step, OneStepTest::mayWaitIn))
                    .as(step.getFullName())
                    .noneMatch(OneStepTest::waits));
  }

  @Test
  void locksAreSeenToWait() {
    assertThat(methods().filter(method -> method.getName().matches("lock|lockUnordered|awaitIdle")))
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(
            method ->
                assertThat(closure(method, OneStepTest::mayWaitIn))
                    .as(method.getFullName())
                    .anyMatch(OneStepTest::waits));
  }

  @Test
  void whatOverridesOneStepIsOneStep() {
    for (JavaMethod step : methods().filter(OneStepTest::isOneStep).toList()) {
      for (JavaClass type : step.getOwner().getAllSubclasses()) {
        type.getMethods().stream()
            .filter(method -> method.getName().equals(step.getName()))
            .forEach(method -> assertThat(isOneStep(method)).as(method.getFullName()).isTrue());
      }
    }
  }
}
