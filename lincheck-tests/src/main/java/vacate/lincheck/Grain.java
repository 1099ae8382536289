// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kotlin.jvm.functions.Function1;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import vacate.kernel.OneStep;
import vacate.kernel.Unshared;
import vacate.port.Port;
import vacate.scene.Scene;

/**
 * How finely the actors are interleaved. What is taken as one step must not wait for another actor:
 * Lincheck would call that a hang. Which methods are, and why, is said where they are, by {@link
 * OneStep} and {@link Unshared}.
 */
public enum Grain {
  /** A switch may come before every access to shared memory. */
  FINE("fine"),
  /**
   * Accesses that no other actor can get between, or see half done, are one step. In a revision
   * whose locks do not exclude each other that leaves interleavings out: what is found is found,
   * but who finds nothing in it has proved nothing.
   */
  COARSE("coarse");

  /** As names of trials spell it. */
  public final String label;

  Grain(String label) {
    this.label = label;
  }

  /** What Lincheck is told. */
  List<ManagedStrategyGuarantee> guarantees() {
    List<ManagedStrategyGuarantee> all = new ArrayList<>();
    // Lincheck 3.7 puts no switch point before VarHandle.getAndBitwise*: two actors on one lock
    // bit would look exhausted after a handful of runs. Named atomic, each call has one.
    all.add(
        forClasses(name -> name.startsWith("java.lang.invoke.VarHandle"))
            .methods(name -> name.startsWith("getAndBitwise"))
            .treatAsAtomic());
    for (Class<?> type : readers()) {
      Set<String> ignored = names(type, this::isIgnored);
      if (!ignored.isEmpty()) {
        all.add(forClasses(isCalled(type)).methods(ignored::contains).ignore());
      }
      Set<String> atomic = names(type, this::isOneStep);
      if (!atomic.isEmpty()) {
        all.add(forClasses(isCalled(type)).methods(atomic::contains).treatAsAtomic());
      }
    }
    return all;
  }

  /** The port, and what only sets the scene or looks at it. */
  private static Set<Class<?>> readers() {
    Set<Class<?>> types = new LinkedHashSet<>(Port.types());
    types.addAll(List.of(Scene.class, Staging.class, FinalState.class, TestedScene.class));
    return types;
  }

  /** Lincheck spells a nested class in one way where it is a receiver, else in the other. */
  private static Function1<String, Boolean> isCalled(Class<?> type) {
    return name -> name.equals(type.getName()) || name.equals(type.getCanonicalName());
  }

  /**
   * The methods that a call on the type may be of. Lincheck goes by the class of the receiver (of a
   * static method, by the class that the call names) and by the method's name. So what is said of a
   * method must be told again of each class that inherits it.
   *
   * @throws IllegalStateException if that is said of one method and not of another of the same name
   */
  static Set<String> names(Class<?> type, Predicate<Method> which) {
    Map<String, Boolean> said = new HashMap<>();
    for (Method method : methods(type)) {
      boolean is = which.test(method);
      if (is != said.computeIfAbsent(method.getName(), name -> is)) {
        throw new IllegalStateException("Lincheck tells no overloads apart: " + method);
      }
    }
    said.values().removeIf(is -> !is);
    return Set.copyOf(said.keySet());
  }

  /** Its own and those that it inherits, without those that it overrides. */
  private static List<Method> methods(Class<?> type) {
    List<Method> methods = new ArrayList<>();
    Set<List<Object>> signatures = new HashSet<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        if (!method.isSynthetic()
            && signatures.add(List.of(method.getName(), List.of(method.getParameterTypes())))) {
          methods.add(method);
        }
      }
    }
    return methods;
  }

  private boolean isIgnored(Method method) {
    Unshared own = method.getAnnotation(Unshared.class);
    Unshared said = own != null ? own : method.getDeclaringClass().getAnnotation(Unshared.class);
    return said != null && said.value() && (said.always() || this == COARSE);
  }

  private boolean isOneStep(Method method) {
    return this == COARSE
        && (method.isAnnotationPresent(OneStep.class)
            || method.getDeclaringClass().isAnnotationPresent(OneStep.class));
  }
}
