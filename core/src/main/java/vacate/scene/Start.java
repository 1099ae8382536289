// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a {@link Scenario} starts: what stands before its colon.
 *
 * <pre>
 *   store_user noctor objects(3) full pinned(0) second kick(none)
 * </pre>
 *
 * @param cache flags of the cache
 * @param constructor whether the cache has one
 * @param perSlab objects in a slab, 1 to {@link #MOST} in what is typed; two need no word
 * @param shape the contested page
 * @param pinned slots whose objects cannot be kicked
 * @param around what else there is
 * @param giving what the callbacks of the cache do
 */
public record Start(
    Set<CacheFlag> cache,
    boolean constructor,
    int perSlab,
    Shape shape,
    Set<Integer> pinned,
    Set<Circumstance> around,
    Giving giving) {
  /** The most objects that a slab has in a scenario. */
  public static final int MOST = 8;

  static final String NO_CONSTRUCTOR = "noctor";

  /**
   * @throws IllegalArgumentException if a slab cannot have that many objects and be in that state,
   *     or an object is pinned that is not there
   */
  public Start {
    if (perSlab < 1) {
      throw new IllegalArgumentException("a slab has an object at least");
    }
    boolean hasOthers =
        around.contains(Circumstance.SECOND) || around.contains(Circumstance.CROWDED);
    if (perSlab == 1 && (shape == Shape.PARTIAL || hasOthers)) {
      throw new IllegalArgumentException("a slab of one object is never partly used");
    }
    if (around.stream().filter(it -> it != Circumstance.REFERENCED).count() > 1) {
      throw new IllegalArgumentException(
          "of "
              + Circumstance.SECOND
              + ", "
              + Circumstance.CROWDED
              + " and "
              + Circumstance.COMPOUND
              + " there is one at most");
    }
    if (around.contains(Circumstance.REFERENCED) && shape == Shape.FRESH) {
      throw new IllegalArgumentException("nobody has a reference to a page that is free");
    }
    cache = inOrder(cache);
    pinned.forEach(slot -> require(shape, perSlab, slot));
    pinned = inOrder(pinned);
    around = inOrder(around);
  }

  /** A copy whose order is the same each time, as that of what is explored must be. */
  private static <E extends Comparable<E>> Set<E> inOrder(Set<E> some) {
    return Collections.unmodifiableSet(new TreeSet<>(some));
  }

  /** With a constructor, two objects in a slab, no other slab, and callbacks that give up all. */
  public Start(Set<CacheFlag> cache, Shape shape, Set<Integer> pinned) {
    this(cache, true, Scene.OBJECTS, shape, pinned, Set.of(), Giving.ALL);
  }

  /** The same in a cache with other flags. */
  public Start in(Set<CacheFlag> flags) {
    return new Start(flags, constructor, perSlab, shape, pinned, around, giving);
  }

  /** The same with other objects that cannot be kicked. */
  public Start with(Set<Integer> others) {
    return new Start(cache, constructor, perSlab, shape, others, around, giving);
  }

  /** Whether nothing is said but cache, state and what cannot be kicked. */
  public boolean isUsual() {
    return constructor && perSlab == Scene.OBJECTS && around.isEmpty() && giving == Giving.ALL;
  }

  /** Whether it is so. */
  public boolean has(Circumstance circumstance) {
    return around.contains(circumstance);
  }

  /** How many objects on the page are in use. */
  public int inUse() {
    return shape.objects(perSlab);
  }

  /**
   * Wants an object to be in use.
   *
   * @throws IllegalArgumentException if it is not
   */
  void require(int slot) {
    require(shape, perSlab, slot);
  }

  private static void require(Shape shape, int perSlab, int slot) {
    if (slot < 0 || slot >= shape.objects(perSlab)) {
      throw new IllegalArgumentException("a " + shape + " page has no object " + slot + " in use");
    }
  }

  @Override
  public String toString() {
    return Stream.of(
            cache.stream().sorted().map(CacheFlag::toString),
            Stream.of(constructor ? "" : NO_CONSTRUCTOR),
            Stream.of(perSlab == Scene.OBJECTS ? "" : "objects(" + perSlab + ")"),
            Stream.of(shape.toString()),
            pinned.stream().sorted().map(slot -> "pinned(" + slot + ")"),
            around.stream().sorted().map(Circumstance::toString),
            Stream.of(giving.toString()))
        .flatMap(Function.identity())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
