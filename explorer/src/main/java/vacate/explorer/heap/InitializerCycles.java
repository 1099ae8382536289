// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vacate.explorer.weave.Mentions;
import vacate.explorer.weave.WeavingLoader;

/**
 * Classes that need each other to be initialised. Whoever initialises one keeps its lock while it
 * waits for the others (JLS 12.4.2); so two threads that come to two of them deadlock, and which of
 * the initialisers sees the other one unfinished depends on who comes first. Neither is modelled.
 */
final class InitializerCycles {
  private final Set<Class<?>> late = new LinkedHashSet<>();
  private final Map<Class<?>, Set<Class<?>>> needs = new LinkedHashMap<>();
  private List<Set<Class<?>>> cycles = List.of();

  /** The initialiser of a class runs, and not in setup. */
  void runs(Class<?> type) {
    late.add(type);
  }

  /** While one class is being initialised another one has to be. */
  void needs(Class<?> type, Class<?> needed) {
    if (type != needed) {
      needs.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(needed);
    }
  }

  /** No initialiser runs any more. */
  void settled() {
    Map<Class<?>, Set<Class<?>>> reachable = new LinkedHashMap<>();
    nodes().forEach(n -> reachable.put(n, reachable(n)));
    Set<Set<Class<?>>> found = new LinkedHashSet<>();
    for (Class<?> a : reachable.keySet()) {
      Set<Class<?>> cycle = new LinkedHashSet<>();
      for (Class<?> b : reachable.keySet()) {
        if (reachable.get(a).contains(b) && reachable.get(b).contains(a)) {
          cycle.add(b);
        }
      }
      if (cycle.size() > 1) {
        found.add(cycle);
      }
    }
    cycles = List.copyOf(found);
  }

  /**
   * What is wrong, null if nothing is: the threads can come to a cycle at two ends.
   *
   * @param isLoaded whether code of a class, by internal name, may run
   */
  String refusal(Mentions mentions, Predicate<String> isLoaded) {
    for (Set<Class<?>> cycle : cycles) {
      List<String> ends = new ArrayList<>();
      for (Class<?> type : cycle) {
        if (mentions.isMentioned(type, from -> isLoaded.test(from) && !isIn(cycle, from))) {
          ends.add(type.getName());
        }
      }
      if (ends.size() > 1) {
        return "the initialisers of "
            + String.join(" and ", ends.subList(0, 2))
            + " need each other, and an actor sets them off: two threads could wait for each other";
      }
    }
    return null;
  }

  private static boolean isIn(Set<Class<?>> cycle, String name) {
    return cycle.stream().anyMatch(c -> Identity.internalName(c).equals(name));
  }

  /** Classes that setup did not initialise; one without an initialiser has that of a superclass. */
  private Set<Class<?>> nodes() {
    Set<Class<?>> nodes = new LinkedHashSet<>(late);
    needs.values().stream()
        .flatMap(Collection::stream)
        .filter(c -> supertypes(c).stream().anyMatch(late::contains))
        .forEach(nodes::add);
    return nodes;
  }

  private Set<Class<?>> reachable(Class<?> from) {
    Set<Class<?>> reached = new LinkedHashSet<>();
    List<Class<?>> next = new ArrayList<>(List.of(from));
    while (!next.isEmpty()) {
      Class<?> c = next.remove(next.size() - 1);
      if (reached.add(c)) {
        next.addAll(needs.getOrDefault(c, Set.of()));
        next.addAll(supertypes(c));
      }
    }
    return reached;
  }

  /** The woven classes and interfaces that a class extends. */
  private static Set<Class<?>> supertypes(Class<?> type) {
    Set<Class<?>> all = new HashSet<>();
    List<Class<?>> next = new ArrayList<>(List.of(type));
    while (!next.isEmpty()) {
      Class<?> c = next.remove(next.size() - 1);
      if (WeavingLoader.isWoven(c) && all.add(c)) {
        next.addAll(Arrays.asList(c.getInterfaces()));
        if (c.getSuperclass() != null) {
          next.add(c.getSuperclass());
        }
      }
    }
    all.remove(type);
    return all;
  }
}
