// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a {@link Scenario} starts: what stands before its colon.
 *
 * @param cache flags of the cache
 * @param shape the contested page
 * @param pinned slots whose objects cannot be kicked
 */
public record Start(Set<CacheFlag> cache, Shape shape, Set<Integer> pinned) {
  /**
   * @throws IllegalArgumentException if an object is pinned that is not there
   */
  public Start {
    cache = Set.copyOf(cache);
    pinned.forEach(slot -> require(shape, slot));
    pinned = Set.copyOf(pinned);
  }

  /** The same in a cache with other flags. */
  public Start in(Set<CacheFlag> flags) {
    return new Start(flags, shape, pinned);
  }

  /**
   * Wants an object to be in use.
   *
   * @throws IllegalArgumentException if it is not
   */
  void require(int slot) {
    require(shape, slot);
  }

  private static void require(Shape shape, int slot) {
    if (slot < 0 || slot >= shape.objects) {
      throw new IllegalArgumentException("a " + shape + " page has no object " + slot + " in use");
    }
  }

  @Override
  public String toString() {
    return Stream.of(
            cache.stream().sorted().map(CacheFlag::toString),
            Stream.of(shape.toString()),
            pinned.stream().sorted().map(slot -> "pinned(" + slot + ")"))
        .flatMap(Function.identity())
        .collect(Collectors.joining(" "));
  }
}
