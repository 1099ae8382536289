// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vacate.scene.CacheFlag;
import vacate.scene.Scenario;
import vacate.universe.Play;
import vacate.universe.Universe;

/**
 * The scenarios that a mutant is put before, one after the other: all in which each CPU does at
 * most one thing, up to a number of operations and interrupts together. Those with fewer come
 * first, so that what kills a mutant is as small as can be; of one size those come first that have
 * killed many.
 *
 * <p>Caches are plain, have both flags of debugging, or {@link CacheFlag#RCU}: so every line of the
 * port is come to, and no cache differs from these in the order in which things are done.
 */
final class Grounds {
  /** The most that is asked of a mutant. */
  static final int MOST = 3;

  private static final List<Set<CacheFlag>> CACHES =
      List.of(Set.of(), Set.of(CacheFlag.STORE_USER, CacheFlag.RED_ZONE), Set.of(CacheFlag.RCU));

  /** One or a few of each way in which CPUs and interrupts meet: what kills most. */
  private static final List<Scenario> QUICK =
      Stream.of(
              "fresh: drain",
              "fresh: alloc",
              "cpu_slab: destroy(0)",
              "cpu_slab: shrink",
              "kept: shrink",
              "objects(4) partial crowded: shrink",
              "objects(4) partial crowded: defrag",
              "cpu_slab crowded: free(0); flush",
              "partial: vacate",
              "partial: free(0)",
              "partial: alloc",
              "cpu_slab: vacate",
              "store_user red_zone cpu_slab: free(0)",
              "store_user red_zone full: vacate",
              "store_user red_zone fresh: alloc",
              "partial: vacate irq: free(0)",
              "partial: vacate irq: alloc",
              "store_user red_zone cpu_slab: vacate irq: alloc",
              "cpu_slab: shrink irq: alloc",
              "fresh: alloc irq: alloc",
              "cpu_slab: alloc irq: alloc",
              "cpu_slab: free(0) irq: alloc",
              "full kick(none): vacate irq: free(0)",
              "full get(none): vacate irq: free(0)",
              "cpu_slab: alloc; alloc irq: alloc",
              "cpu_slab: alloc; free(0) irq: alloc",
              "rcu cpu_slab: destroy(0); idle",
              "rcu objects(1) full: alloc; free(own); shrink; idle irq: free(0)",
              "full: free(0) irq: free(1)",
              "partial: alloc irq: free(0)",
              "objects(4) partial crowded: shrink irq: free(0)",
              "partial crowded: defrag irq: free(0)",
              "fresh: alloc | vacate",
              "store_user red_zone fresh: alloc | vacate",
              "partial: free(0) | vacate",
              "full: free(0) | vacate",
              "cpu_slab: destroy(0) | vacate",
              "cpu_slab: alloc | free(0)",
              "cpu_slab: alloc | vacate",
              "cpu_slab: shrink | free(0)",
              "partial: alloc | free(0)",
              "partial: alloc | vacate",
              "partial: free(0) | shrink",
              "objects(4) partial crowded: shrink | free(0)",
              "partial crowded: defrag | free(0)",
              "full: alloc | free(0)",
              "full: free(0) | free(1)",
              "full second: free(0) | alloc",
              "partial second: free(0) | alloc",
              "cpu_slab second: free(0); flush | alloc",
              "cpu_slab: free(0); flush | vacate",
              "cpu_slab: alloc; alloc | free(0)",
              "objects(3) full: free(0); free(1) | alloc",
              "partial: alloc | alloc",
              "full: drain; alloc | drain; alloc",
              "full: free(1); free(0) | vacate",
              "store_user cpu_slab: alloc | free(0)",
              "store_user objects(1) full: free(0) | alloc; alloc",
              "store_user full: alloc | drain",
              "rcu partial: free(0); idle | vacate; idle",
              "rcu objects(1) full: free(0); idle | peek(0); idle",
              "rcu objects(1) full: vacate; idle | destroy(0); idle",
              "partial pinned(0): vacate | vacate",
              "partial: defrag | destroy(0)",
              "fresh: create | create")
          .map(Scenario::parse)
          .toList();

  /** What no universe asks and can be asked all the same. */
  private static final List<Scenario> BESIDES =
      Stream.of(
              "partial: nomem; vacate",
              "partial: nomem; shrink",
              "fresh: defrag",
              "partial: defrag",
              "kept: defrag",
              "partial: defrag | destroy(0)",
              "cpu_slab: flush",
              "store_user red_zone cpu_slab: flush")
          .map(Scenario::parse)
          .toList();

  /**
   * Which reach together every access, fence and lock of the corrected protocol, in few executions:
   * whoever asks for a mutant waits for all of them.
   */
  static final List<Scenario> REACHING =
      Stream.of(
              "rcu partial: vacate; idle | free(0); idle",
              "rcu partial: idle | destroy(0); idle",
              "rcu fresh: vacate; idle | destroy(0); idle",
              "kept: vacate | destroy(0)",
              "rcu kept: shrink; idle irq: alloc",
              "store_user cpu_slab: shrink | free(0)",
              "store_user full: alloc | drain",
              "store_user full: free(0) | shrink",
              "store_user cpu_slab: alloc irq: alloc",
              "fresh: alloc | vacate",
              "partial: alloc | alloc",
              "store_user cpu_slab: alloc | free(0)",
              "cpu_slab: alloc irq: free(0)")
          .map(Scenario::parse)
          .toList();

  private Grounds() {}

  /**
   * The scenarios, in their order.
   *
   * @param size how many operations and interrupts there are at most
   */
  static List<Scenario> upTo(int size) {
    Set<Scenario> all = new LinkedHashSet<>();
    for (int interrupts = 0; interrupts <= Math.min(1, size - 1); interrupts++) {
      int cpus = Math.min(size - interrupts, Play.CPUS);
      all.addAll(new Universe(cpus, 1, interrupts, 0, 0).scenarios());
    }
    List<Scenario> sorted = new ArrayList<>(all);
    sorted.removeIf(s -> !CACHES.contains(s.start().cache()));
    BESIDES.stream().filter(s -> Universe.size(s) <= size).forEach(sorted::add);
    sorted.sort(Comparator.<Scenario>comparingInt(Universe::size).thenComparingInt(Grounds::rank));
    return List.copyOf(sorted);
  }

  /** Some of those of up to two operations and interrupts, in the same order. */
  static List<Scenario> quick() {
    return QUICK;
  }

  private static int rank(Scenario scenario) {
    int rank = QUICK.indexOf(scenario);
    return rank < 0 ? QUICK.size() : rank;
  }
}
