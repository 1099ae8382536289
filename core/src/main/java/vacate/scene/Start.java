// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Set;
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
 * @param second whether there is another slab on the partial list, with one object in use that no
 *     CPU knows
 * @param giving what the callbacks of the cache do
 */
public record Start(
    Set<CacheFlag> cache,
    boolean constructor,
    int perSlab,
    Shape shape,
    Set<Integer> pinned,
    boolean second,
    Giving giving) {
  /** The most objects that a slab has in a scenario. */
  public static final int MOST = 3;

  static final String NO_CONSTRUCTOR = "noctor";
  static final String SECOND = "second";

  /**
   * @throws IllegalArgumentException if a slab cannot have that many objects and be in that state,
   *     or an object is pinned that is not there
   */
  public Start {
    if (perSlab < 1) {
      throw new IllegalArgumentException("a slab has an object at least");
    }
    if (perSlab == 1 && (shape == Shape.PARTIAL || second)) {
      throw new IllegalArgumentException("a slab of one object is never partly used");
    }
    cache = Set.copyOf(cache);
    pinned.forEach(slot -> require(shape, perSlab, slot));
    pinned = Set.copyOf(pinned);
  }

  /** With a constructor, two objects in a slab, no other slab, and callbacks that give up all. */
  public Start(Set<CacheFlag> cache, Shape shape, Set<Integer> pinned) {
    this(cache, true, Scene.OBJECTS, shape, pinned, false, Giving.ALL);
  }

  /** The same in a cache with other flags. */
  public Start in(Set<CacheFlag> flags) {
    return new Start(flags, constructor, perSlab, shape, pinned, second, giving);
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
            Stream.of(second ? SECOND : "", giving.toString()))
        .flatMap(Function.identity())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
