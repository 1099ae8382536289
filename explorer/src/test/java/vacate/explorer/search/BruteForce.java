// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Litmus.Instruction;

/**
 * All rf × co graphs of a litmus program, filtered by the axioms of {@link Candidate}: slow,
 * obvious, and in nothing like the search. A read-modify-write is one event here, in both R and W;
 * what a branch leaves out is an event of no kind that reads the initial write.
 */
final class BruteForce {
  final Map<MemoryModel, Map<Object, Integer>> outcomes = new TreeMap<>();
  final Map<MemoryModel, Integer> executions = new TreeMap<>();

  /** How many executions have which races. */
  final Map<MemoryModel, Map<String, Integer>> races = new TreeMap<>();

  private final Litmus program;
  private final boolean circular;
  private final int n;
  private final int[] thread;
  private final Instruction[] code;
  private final String[] location;

  // the graph at hand
  private final char[] kind; // R W U F, or - if it is left out
  private final int[] source;
  private final long[] written;
  private final long[] read;
  private Relation co;
  private final Relation po;

  BruteForce(Litmus program) {
    this(program, false);
  }

  /**
   * Of all graphs those with a cycle of program order and reads-from, or those without.
   *
   * <p>In one that has a cycle no value may come out of thin air, and where a read or write keeps
   * its place in its thread the cycle does not go, see {@link EffectOrder}; else it is as in the
   * others.
   */
  BruteForce(Litmus program, boolean circular) {
    this.program = program;
    this.circular = circular;
    List<Instruction> all = new ArrayList<>();
    List<Integer> threads = new ArrayList<>();
    int inits = program.locations.size();
    for (int l = 0; l < inits; l++) {
      all.add(null);
      threads.add(-1);
    }
    for (int t = 0; t < program.code.size(); t++) {
      for (Instruction i : program.code.get(t)) {
        all.add(i);
        threads.add(t);
      }
    }
    n = all.size();
    code = all.toArray(new Instruction[0]);
    thread = threads.stream().mapToInt(i -> i).toArray();
    location = new String[n];
    for (int i = 0; i < n; i++) {
      location[i] = i < inits ? program.locations.get(i) : code[i].location();
    }
    kind = new char[n];
    source = new int[n];
    written = new long[n];
    read = new long[n];
    po = Relation.empty(n);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (thread[j] >= 0 && (thread[i] < 0 || thread[i] == thread[j])) {
          po.add(i, j);
        }
      }
    }
    for (MemoryModel m : MemoryModel.values()) {
      executions.put(m, 0);
      races.put(m, new TreeMap<>());
      outcomes.put(m, new TreeMap<>(java.util.Comparator.comparing(Object::toString)));
    }
    sources(0);
  }

  /** How many graphs there are to look at, at most. */
  static double graphs(Litmus program) {
    double graphs = 1;
    for (String location : program.locations) {
      List<Instruction> here =
          program.code.stream()
              .flatMap(List::stream)
              .filter(i -> location.equals(i.location()))
              .toList();
      int writes = 0;
      for (Instruction i : here) {
        boolean write = i.op() == 'W' || i.op() == 'N' || i.isUpdate();
        writes += write ? 1 : 0;
        graphs *= write ? writes : 1;
      }
      for (Instruction i : here) {
        graphs *= Candidate.reads(i) ? writes + 1 : 1;
      }
    }
    return graphs;
  }

  private boolean reads(int i) {
    return Candidate.reads(code[i]);
  }

  private boolean mayWrite(int i) {
    return code[i] == null || code[i].op() == 'W' || code[i].op() == 'N' || code[i].isUpdate();
  }

  private void sources(int i) {
    if (i == n) {
      values();
      return;
    }
    if (!reads(i)) {
      sources(i + 1);
      return;
    }
    for (int w = 0; w < n; w++) {
      if (w != i && mayWrite(w) && location[w].equals(location[i])) {
        source[i] = w;
        sources(i + 1);
      }
    }
  }

  /** A0, or that nothing comes out of thin air, makes values well-founded: evaluate in rounds. */
  private void values() {
    if (po.or(Candidate.readsFrom(code, source)).acyclic() == circular) {
      return;
    }
    boolean[] known = new boolean[n];
    for (int round = 0; round < n; round++) {
      for (int i = 0; i < n; i++) {
        if (known[i] || reads(i) && !known[source[i]] || !isDecided(i, known)) {
          continue;
        }
        known[i] = true;
        if (isLeftOut(i)) {
          kind[i] = '-';
          if (reads(i) && source[i] >= program.locations.size()) {
            return; // reads the initial write, so that it is counted once
          }
        } else if (!evaluate(i)) {
          return;
        }
      }
    }
    for (boolean evaluated : known) {
      if (!evaluated) {
        return; // out of thin air
      }
    }
    if (circular && !new EffectOrder(code, thread, kind, source).isAcyclic()) {
      return;
    }
    orders(0, Relation.empty(n));
  }

  /** Sets what an event does; false if there is no such execution. */
  private boolean evaluate(int i) {
    Instruction in = code[i];
    if (in == null) {
      kind[i] = 'W';
      written[i] = 0;
    } else if (in.op() == 'F' || in.op() == 'Z') {
      kind[i] = 'F';
    } else if (!reads(i)) {
      kind[i] = 'W';
      written[i] = in.first();
    } else {
      if (kind[source[i]] != 'W' && kind[source[i]] != 'U') {
        return false; // a failed compare-and-exchange writes nothing
      }
      read[i] = written[source[i]];
      Long updated = in.isUpdate() ? in.updated(read[i]) : null;
      if (in.op() == 'L' && updated == null || !in.goesOnWith(read[i])) {
        return false; // blocked
      }
      kind[i] = updated == null ? 'R' : 'U';
      written[i] = updated == null ? 0 : updated;
    }
    return true;
  }

  /** The event of the same thread that an event's guard looks at, or -1. */
  private int guarding(int i) {
    for (int k = 0; code[i] != null && code[i].guard() != null && k < i; k++) {
      if (thread[k] == thread[i] && code[i].guard().result().equals(code[k].result())) {
        return k;
      }
    }
    return -1;
  }

  /** Whether what an event depends on is known: its guard, and that no wait holds it up. */
  private boolean isDecided(int i, boolean[] known) {
    for (int k = 0; code[i] != null && k < i; k++) {
      if (thread[k] == thread[i] && "SL".indexOf(code[k].op()) >= 0 && !known[k]) {
        return false;
      }
    }
    int guarding = guarding(i);
    return guarding < 0 || known[guarding];
  }

  private boolean isLeftOut(int i) {
    if (code[i] == null || code[i].guard() == null) {
      return false;
    }
    int guarding = guarding(i);
    return !code[i].guard().holds(guarding < 0 || kind[guarding] == '-' ? null : read[guarding]);
  }

  private void orders(int l, Relation order) {
    if (l == program.locations.size()) {
      co = order;
      judge();
      return;
    }
    List<Integer> writes = new ArrayList<>();
    for (int i = program.locations.size(); i < n; i++) {
      if ((kind[i] == 'W' || kind[i] == 'U') && program.locations.get(l).equals(location[i])) {
        writes.add(i);
      }
    }
    permute(l, order, writes, new ArrayList<>(List.of(l)));
  }

  private void permute(int l, Relation order, List<Integer> rest, List<Integer> chosen) {
    if (rest.isEmpty()) {
      Relation mine = new Relation(order.row().clone());
      for (int a = 0; a < chosen.size(); a++) {
        for (int b = a + 1; b < chosen.size(); b++) {
          mine.add(chosen.get(a), chosen.get(b));
        }
      }
      orders(l + 1, mine);
      return;
    }
    for (Integer w : rest) {
      if (kind[w] == 'U' && source[w] != chosen.get(chosen.size() - 1)) {
        continue; // A1
      }
      List<Integer> fewer = new ArrayList<>(rest);
      fewer.remove(w);
      List<Integer> more = new ArrayList<>(chosen);
      more.add(w);
      permute(l, order, fewer, more);
    }
  }

  private void judge() {
    Candidate graph = new Candidate(code, thread, location, kind, source, po, co);
    if (circular && !graph.hidesWhatHappensAfter()) {
      return;
    }
    for (MemoryModel model : MemoryModel.values()) {
      if (graph.isConsistent(model)) {
        executions.merge(model, 1, Integer::sum);
        races.get(model).merge(graph.races().toString(), 1, Integer::sum);
        outcomes.get(model).merge(outcome(), 1, Integer::sum);
      }
    }
  }

  private SortedMap<String, Long> outcome() {
    SortedMap<String, Long> outcome = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      if (code[i] != null && code[i].result() != null) {
        outcome.put(code[i].result(), kind[i] == '-' ? 0 : read[i]);
      }
      if ((kind[i] == 'W' || kind[i] == 'U') && co.row()[i] == 0) {
        outcome.put(location[i], written[i]);
      }
    }
    return outcome;
  }
}
