// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The parts of a search, in the order in which one worker alone would have come to them. */
final class PartTallies {
  private final List<PartTally> parts = new ArrayList<>();

  /** The first part begins, which is all that there is as long as nothing is left to others. */
  synchronized PartTally begin(List<ModelTally> tallies, PartTally.Counted counted) {
    parts.clear();
    PartTally first = new PartTally(tallies, this, counted);
    parts.add(first);
    return first;
  }

  synchronized void insertBehind(PartTally before, PartTally part) {
    parts.add(parts.indexOf(before) + 1, part);
  }

  /** What was counted is void. */
  synchronized void clear() {
    parts.subList(1, parts.size()).clear();
    parts.get(0).tallies().forEach(ModelTally::clear);
  }

  /** How many executions are complete under the weakest model; approximate while others count. */
  synchronized long executions() {
    return parts.stream().mapToLong(part -> part.tallies().get(0).executions()).sum();
  }

  /** How many are blocked, likewise. */
  synchronized long blocked() {
    return parts.stream().mapToLong(part -> part.tallies().get(0).blocked()).sum();
  }

  /** Counts all parts as one. */
  synchronized void join() {
    for (PartTally later : parts.subList(1, parts.size())) {
      List<ModelTally> all = parts.get(0).tallies();
      IntStream.range(0, all.size()).forEach(i -> all.get(i).add(later.tallies().get(i)));
    }
    parts.subList(1, parts.size()).clear();
  }
}
