// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several parts of a sweep, each for another machine: scenarios are dealt out in turn, so
 * that each part has some of every size.
 *
 * @param number which, from 1
 * @param shards how many there are
 */
public record Shard(int number, int shards) {
  /** The most that there are. */
  public static final int MOST = 1000;

  /** All of it. */
  public static final Shard WHOLE = new Shard(1, 1);

  /**
   * @throws IllegalArgumentException if there is no such part
   */
  public Shard {
    if (shards > MOST) {
      throw new IllegalArgumentException("more than " + MOST + " shards: " + number + "/" + shards);
    }
    if (number < 1 || number > shards) {
      throw new IllegalArgumentException(
          number + "/" + shards + " is none of 1/" + shards + " to " + shards + "/" + shards);
    }
  }

  /** Those that are in it, in their order. */
  public <T> List<T> of(List<T> all) {
    return IntStream.range(0, all.size())
        .filter(i -> i % shards == number - 1)
        .mapToObj(all::get)
        .toList();
  }

  /** {@code 3/8}. */
  @Override
  public String toString() {
    return number + "/" + shards;
  }
}
