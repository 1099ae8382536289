// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vacate.explorer.BarrierAnalysis;
import vacate.explorer.execution.Frame;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;
import vacate.explorer.weaken.OrderedAccess;
import vacate.explorer.weaken.PrimitiveCall;
import vacate.explorer.weaken.Weakening;
import vacate.port.KernelNames;

/**
 * Every ordered access, fence and lock of some tests, weakened.
 *
 * <p>First a whole primitive loses all its order. If nothing notices, none of its places is needed
 * and that is one line. Else each place goes down step by step, to the first step that is needed.
 */
final class Weakenings {
  private final Map<PrimitiveCall, List<MutatedTest>> reachedBy = new LinkedHashMap<>();

  /**
   * @param places of each subject, in their order
   * @param isStudied whether a place is one that may be weakened
   */
  Weakenings(
      List<MutatedTest> subjects, List<List<OrderedAccess>> places, Predicate<Frame> isStudied) {
    record Call(String name, Frame where) {}

    Map<Call, Set<OrderedAccess>> parts = new LinkedHashMap<>();
    Map<Call, List<MutatedTest>> by = new LinkedHashMap<>();
    for (int i = 0; i < subjects.size(); i++) {
      MutatedTest subject = subjects.get(i);
      for (PrimitiveCall p : PrimitiveCall.of(places.get(i))) {
        if (isStudied.test(p.where())) {
          Call call = new Call(p.name(), p.where());
          parts.computeIfAbsent(call, k -> new LinkedHashSet<>()).addAll(p.parts());
          by.computeIfAbsent(call, k -> new ArrayList<>()).add(subject);
        }
      }
    }
    parts.forEach(
        (call, all) ->
            reachedBy.put(
                new PrimitiveCall(call.name, call.where, List.copyOf(all)), by.get(call)));
  }

  List<PrimitiveCall> primitives() {
    return List.copyOf(reachedBy.keySet());
  }

  /** What becomes of one primitive, and if that is anything, of each of its places. */
  List<MutantResult> judge(PrimitiveCall primitive, List<MemoryModel> models) {
    MutantResult whole = whole(primitive).judge(models);
    boolean redundant =
        whole.cells().values().stream().allMatch(c -> c.need() == BarrierAnalysis.Need.REDUNDANT);
    if (redundant) {
      return List.of(whole);
    }
    List<MutantResult> lines = new ArrayList<>();
    if (!primitive.isSingle()) {
      lines.add(whole);
    }
    for (OrderedAccess part : primitive.parts()) {
      ladder(primitive, part, models, lines);
    }
    return lines;
  }

  private void ladder(
      PrimitiveCall primitive,
      OrderedAccess part,
      List<MemoryModel> models,
      List<MutantResult> lines) {
    Set<Weakening> met = new LinkedHashSet<>(); // by two ways down
    for (Deque<Weakening> next = new ArrayDeque<>(part.weakenings()); !next.isEmpty(); ) {
      Weakening weakening = next.poll();
      if (!met.add(weakening)) {
        continue;
      }
      MutantResult line = one(primitive, weakening).judge(models);
      boolean last = weakening.further().isEmpty();
      if (line.isNeeded() || last) {
        lines.add(
            line.isNeeded() || primitive.isSingle() ? line : line.because(covered(primitive)));
      } else {
        next.addAll(weakening.further());
      }
    }
  }

  private static String covered(PrimitiveCall primitive) {
    return "the rest of " + primitive.name() + " orders the same; without any of it, it is needed";
  }

  /** Every mutant that could be asked for by its id. */
  List<Mutant> all() {
    List<Mutant> all = new ArrayList<>();
    for (PrimitiveCall primitive : primitives()) {
      all.add(whole(primitive));
      for (OrderedAccess part : primitive.parts()) {
        for (Deque<Weakening> next = new ArrayDeque<>(part.weakenings()); !next.isEmpty(); ) {
          Weakening weakening = next.poll();
          all.add(one(primitive, weakening));
          next.addAll(weakening.further());
        }
      }
    }
    return all;
  }

  private Mutant whole(PrimitiveCall p) {
    if (p.isSingle()) {
      return one(p, p.parts().get(0).weakest());
    }
    return mutant(p, p, "all order of " + p.name(), "none");
  }

  private Mutant one(PrimitiveCall p, Weakening weakening) {
    return mutant(p, weakening, weakening.at().what(), weakening.label());
  }

  private Mutant mutant(PrimitiveCall primitive, Modes change, String what, String to) {
    Frame where = primitive.where();
    return new Mutant(
        Ids.of(change.toString()),
        KernelNames.function(where.type(), where.method()),
        where.file() + ":" + where.line(),
        what,
        to,
        reachedBy.get(primitive).stream().map(s -> s.with(change)).toList());
  }
}
