// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All scenarios of an extent, those with fewer calls first. Threads are alike, so of those that
 * differ in the order of their threads there is one. Operations of a group are called by one thread
 * alone while threads run, and an operation that is to be called once is.
 */
final class Scenarios {
  /** More than anybody waits for. */
  static final int MOST = 1_000_000;

  private final List<Call> calls;
  private final Extent extent;

  private Scenarios(List<Call> calls, Extent extent) {
    this.calls = calls;
    this.extent = extent;
  }

  /**
   * All of them, always in the same order.
   *
   * @throws IllegalArgumentException if there are more than {@value #MOST}
   */
  static List<CallScenario> of(List<Call> calls, Extent extent) {
    return new Scenarios(calls, extent).all();
  }

  private List<CallScenario> all() {
    List<List<Integer>> before = sequences(0, extent.before());
    List<List<Integer>> after = sequences(0, extent.after());
    List<List<List<Integer>>> parallel = parallel();
    refuseMoreThanMost((double) parallel.size() * before.size() * after.size());
    List<CallScenario> all = new ArrayList<>();
    for (List<Integer> first : before) {
      for (List<List<Integer>> threads : parallel) {
        for (List<Integer> last : after) {
          CallScenario s = new CallScenario(first, threads, last);
          if (isEachOnce(s)) {
            all.add(s);
          }
        }
      }
    }
    all.sort(Comparator.comparingInt(CallScenario::size));
    return all;
  }

  private static void refuseMoreThanMost(double number) {
    if (number > MOST) {
      throw new IllegalArgumentException(
          "more than 1 000 000 scenarios; take fewer threads, operations or values");
    }
  }

  private List<List<Integer>> sequences(int least, int most) {
    refuseMoreThanMost(Math.pow(calls.size(), most));
    List<List<Integer>> all = new ArrayList<>();
    List<List<Integer>> ofLength = List.of(List.of());
    for (int length = 0; length <= most; length++) {
      if (length >= least) {
        all.addAll(ofLength);
      }
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> sequence : length == most ? List.<List<Integer>>of() : ofLength) {
        for (int call = 0; call < calls.size(); call++) {
          List<Integer> next = new ArrayList<>(sequence);
          next.add(call);
          longer.add(next);
        }
      }
      ofLength = longer;
    }
    return all;
  }

  private List<List<List<Integer>>> parallel() {
    List<List<Integer>> ofOne = sequences(1, extent.operations());
    List<List<List<Integer>>> all = new ArrayList<>();
    add(all, List.of(), ofOne, 0);
    return all;
  }

  private void add(
      List<List<List<Integer>>> all,
      List<List<Integer>> some,
      List<List<Integer>> ofOne,
      int from) {
    if (!some.isEmpty()) {
      all.add(some);
      refuseMoreThanMost(all.size());
    }
    for (int i = from; some.size() < extent.threads() && i < ofOne.size(); i++) {
      List<List<Integer>> more = new ArrayList<>(some);
      more.add(ofOne.get(i));
      if (isEachGroupInOneThread(more)) {
        add(all, more, ofOne, i);
      }
    }
  }

  private boolean isEachGroupInOneThread(List<List<Integer>> threads) {
    Set<String> others = new HashSet<>();
    for (List<Integer> thread : threads) {
      Set<String> own = new HashSet<>();
      for (int call : thread) {
        String group = calls.get(call).operation().group();
        if (group != null) {
          own.add(group);
        }
      }
      for (String group : own) {
        if (!others.add(group)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isEachOnce(CallScenario s) {
    List<Integer> once = new ArrayList<>();
    s.parts().forEach(once::addAll);
    List<String> names =
        once.stream()
            .map(c -> calls.get(c).operation())
            .filter(o -> o.once())
            .map(o -> o.name() + o.descriptor())
            .toList();
    return names.size() == Set.copyOf(names).size();
  }
}
