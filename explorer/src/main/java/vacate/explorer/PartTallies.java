// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.search.Rest;
import vacate.explorer.search.SharedSearch;

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

  /** The part that comes first. */
  synchronized PartTally first() {
    return parts.get(0);
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

  /** Whether a thread was cut off in some execution. */
  synchronized boolean areCutOff() {
    return parts.stream().anyMatch(part -> part.tallies().get(0).cutOff() != null);
  }

  /** Whether nothing is left to visit. */
  synchronized boolean areOver() {
    return parts.stream().allMatch(part -> part.rest().isNone());
  }

  /** What is left to visit. */
  synchronized List<SharedSearch.Unvisited> unvisited() {
    return parts.stream().map(p -> new SharedSearch.Unvisited(p.rest(), p)).toList();
  }

  /** Counts each part of which nothing is left and the next as one. */
  synchronized void compact() {
    List<PartTally> fewer = new ArrayList<>();
    for (PartTally part : parts) {
      PartTally before = fewer.isEmpty() ? null : fewer.get(fewer.size() - 1);
      if (before != null && before.rest().isNone()) {
        before.add(part);
      } else {
        fewer.add(part);
      }
    }
    parts.clear();
    parts.addAll(fewer);
  }

  /** Counts all parts as one, of which nothing is left. */
  synchronized void join() {
    parts.forEach(part -> part.leaves(() -> Rest.NONE));
    compact();
  }

  /** Says what they have come to, and what is left. */
  synchronized void save(Lines state) {
    state.put("parts", parts.size());
    parts.forEach(part -> part.save(state));
  }

  /** The same parts again, in place of the first. */
  synchronized void restore(Lines state) {
    PartTally last = parts.get(0);
    for (long left = state.take("parts", 1).number(0); left > 0; left--) {
      last.restore(state);
      if (left > 1) {
        last = (PartTally) last.behind();
      }
    }
  }
}
