// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vacate.explorer.graph.InitialValues;

/**
 * What locations are called when two threads change places, and what values are called in each of
 * them: each name has one other, or stays, and that other's other is the name itself. Found as it
 * goes, from what the two do.
 */
final class Renaming {
  private final InitialValues initial;
  private final Map<Integer, Integer> locations = new HashMap<>();

  /** By location; -1 is none. */
  private final Map<Integer, Map<Long, Long>> values = new HashMap<>();

  /** What was found before anybody wanted to hear of it. */
  private final List<Consumer<Journal>> untold = new ArrayList<>();

  private Journal journal;

  /** Of the locations with another name; replaced by another one, and never changed. */
  private volatile Map<Integer, Integer> others = Map.of();

  Renaming(InitialValues initial) {
    this.initial = initial;
  }

  /** From now on a journal hears of each name, and of those that are known. */
  void tell(Journal hears) {
    journal = hears;
    untold.forEach(name -> name.accept(hears));
    untold.clear();
  }

  /** What a location is called, as far as known; for all workers. */
  int location(int location) {
    Map<Integer, Integer> known = others;
    return known.isEmpty() ? location : known.getOrDefault(location, location);
  }

  /** What a value is called that is in a location, whose name is known; null if it is not known. */
  Long value(int location, long value) {
    return values(location).get(value);
  }

  /**
   * One location is called the other, and what it holds first is called what that does; -1 is none.
   *
   * @return whether that fits what was found before
   */
  boolean binds(int location, int other) {
    if (location < 0 || other < 0) {
      return location == other;
    }
    if (knows(locations, location, other)) {
      return true;
    }
    if (location != other) {
      Map<Integer, Integer> more = new HashMap<>(others);
      more.put(location, other);
      more.put(other, location);
      others = more;
    }
    return bind(locations, location, locations, other)
        && bindValues(location, initial.initial(location), other, initial.initial(other))
        && found(hears -> hears.named(location, other));
  }

  /** The same of a value in it; -1 is none. */
  boolean binds(int location, long value, int other, long there) {
    if (!binds(location, other)) {
      return false;
    }
    return knows(values(location), value, there)
        || bindValues(location, value, other, there)
            && found(hears -> hears.named(location, value, other, there));
  }

  private boolean bindValues(int location, long value, int other, long there) {
    return bind(values(location), value, values(other), there);
  }

  private Map<Long, Long> values(int location) {
    return values.computeIfAbsent(location, l -> new HashMap<>());
  }

  private boolean found(Consumer<Journal> name) {
    if (journal == null) {
      untold.add(name);
    } else {
      name.accept(journal);
    }
    return true;
  }

  private static <N> boolean knows(Map<N, N> names, N one, N other) {
    return other.equals(names.get(one));
  }

  private static <N> boolean bind(Map<N, N> names, N one, Map<N, N> back, N other) {
    N known = names.putIfAbsent(one, other);
    N same = back.putIfAbsent(other, one);
    return (known == null || known.equals(other)) && (same == null || same.equals(one));
  }
}
