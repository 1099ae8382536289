// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import vacate.kernel.OneStep;
import vacate.kernel.OneStep.Because;
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
  /** Accesses that no other actor can get between, or see half done, are one step. */
  COARSE("coarse");

  /** As names of trials spell it. */
  public final String label;

  Grain(String label) {
    this.label = label;
  }

  /**
   * What Lincheck is told.
   *
   * @param listLockIsHeldLong whether an actor does more under list_lock than move a slab: shrink
   *     and destroy discard slabs, and wait for slab locks, under it
   */
  List<ManagedStrategyGuarantee> guarantees(boolean listLockIsHeldLong) {
    List<ManagedStrategyGuarantee> all = new ArrayList<>();
    // Lincheck 3.7 puts no switch point before VarHandle.getAndBitwise*: two actors on one lock
    // bit would look exhausted after a handful of runs. Named atomic, each call has one.
    all.add(
        forClasses(name -> name.startsWith("java.lang.invoke.VarHandle"))
            .methods(name -> name.startsWith("getAndBitwise"))
            .treatAsAtomic());
    for (Class<?> type : readers()) {
      Set<String> ignored = methods(type, method -> isIgnored(type, method));
      if (!ignored.isEmpty()) {
        all.add(forClasses(type.getName()::equals).methods(ignored::contains).ignore());
      }
      Set<String> atomic = methods(type, method -> isOneStep(type, method, listLockIsHeldLong));
      if (!atomic.isEmpty()) {
        all.add(forClasses(type.getName()::equals).methods(atomic::contains).treatAsAtomic());
      }
    }
    return all;
  }

  /** The port, and what only sets the scene or looks at it. */
  private static Set<Class<?>> readers() {
    Set<Class<?>> types = new LinkedHashSet<>(Port.types());
    types.addAll(List.of(Scene.class, Trial.class, FinalState.class, TestedScene.class));
    return types;
  }

  private static Set<String> methods(Class<?> type, Predicate<Method> which) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(which)
        .map(Method::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isIgnored(Class<?> type, Method method) {
    Unshared own = method.getAnnotation(Unshared.class);
    Unshared said = own != null ? own : type.getAnnotation(Unshared.class);
    return said != null && said.value() && (said.always() || this == COARSE);
  }

  private boolean isOneStep(Class<?> type, Method method, boolean listLockIsHeldLong) {
    OneStep own = method.getAnnotation(OneStep.class);
    OneStep said = own != null ? own : type.getAnnotation(OneStep.class);
    return said != null
        && this == COARSE
        && !(listLockIsHeldLong && said.value() == Because.LIST_LOCK_IS_HELD_BRIEFLY);
  }
}
