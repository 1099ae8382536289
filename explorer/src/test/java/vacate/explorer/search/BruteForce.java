// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Litmus.Instruction;

/**
 * All rf × co graphs of a litmus program, filtered by the axioms as relations: slow, obvious, and
 * in nothing like the search. A read-modify-write is one event here, in both R and W.
 */
final class BruteForce {
  final Map<MemoryModel, Map<Object, Integer>> outcomes = new TreeMap<>();
  final Map<MemoryModel, Integer> executions = new TreeMap<>();

  private final Litmus program;
  private final int n;
  private final int[] thread;
  private final Instruction[] code;
  private final String[] location;

  // the graph at hand
  private final char[] kind; // R W U F
  private final int[] source;
  private final long[] written;
  private final long[] read;
  private Relation co;
  private final Relation po;

  BruteForce(Litmus program) {
    this.program = program;
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
      outcomes.put(m, new TreeMap<>(java.util.Comparator.comparing(Object::toString)));
    }
    sources(0);
  }

  private boolean reads(int i) {
    return code[i] != null && (code[i].op() == 'R' || code[i].isUpdate());
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

  private Relation readsFrom() {
    Relation rf = Relation.empty(n);
    for (int i = 0; i < n; i++) {
      if (reads(i)) {
        rf.add(source[i], i);
      }
    }
    return rf;
  }

  /** A0 makes values well-founded: evaluate in rounds. */
  private void values() {
    if (!po.or(readsFrom()).acyclic()) {
      return;
    }
    boolean[] known = new boolean[n];
    for (int round = 0; round < n; round++) {
      for (int i = 0; i < n; i++) {
        if (known[i] || reads(i) && !known[source[i]]) {
          continue;
        }
        known[i] = true;
        Instruction in = code[i];
        if (in == null) {
          kind[i] = 'W';
          written[i] = 0;
        } else if (in.op() == 'F') {
          kind[i] = 'F';
        } else if (!reads(i)) {
          kind[i] = 'W';
          written[i] = in.first();
        } else {
          if (kind[source[i]] == 'R') {
            return; // a failed compare-and-exchange writes nothing
          }
          read[i] = written[source[i]];
          Long updated = in.isUpdate() ? in.updated(read[i]) : null;
          if (in.op() == 'L' && updated == null) {
            return; // blocked
          }
          kind[i] = updated == null ? 'R' : 'U';
          written[i] = updated == null ? 0 : updated;
        }
      }
    }
    orders(0, Relation.empty(n));
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
    Relation rf = readsFrom();
    Relation fr = rf.inverse().then(co).minus(Relation.identity(n, i -> true));
    for (MemoryModel model : MemoryModel.values()) {
      boolean consistent =
          switch (model) {
            case SC -> po.or(rf, co, fr).acyclic();
            case TSO -> storeBuffer(rf, fr, false);
            case PSO -> storeBuffer(rf, fr, true);
            case JMM -> java(rf, fr);
          };
      if (consistent) {
        executions.merge(model, 1, Integer::sum);
        outcomes.get(model).merge(outcome(), 1, Integer::sum);
      }
    }
  }

  private SortedMap<String, Long> outcome() {
    SortedMap<String, Long> outcome = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      if (code[i] != null && code[i].result() != null) {
        outcome.put(code[i].result(), read[i]);
      }
      if ((kind[i] == 'W' || kind[i] == 'U') && co.row()[i] == 0) {
        outcome.put(location[i], written[i]);
      }
    }
    return outcome;
  }

  private Relation sameLocation() {
    Relation loc = Relation.empty(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (location[i] != null && location[i].equals(location[j])) {
          loc.add(i, j);
        }
      }
    }
    return loc;
  }

  private boolean isR(int i) {
    return kind[i] == 'R' || kind[i] == 'U';
  }

  private boolean isW(int i) {
    return kind[i] == 'W' || kind[i] == 'U';
  }

  private String mode(int i) {
    if (code[i] == null) {
      return "init";
    }
    return code[i].isUpdate() && code[i].mode().equals("p") ? "o" : code[i].mode();
  }

  private boolean mode(int i, String... any) {
    return List.of(any).contains(mode(i));
  }

  private boolean storeBuffer(Relation rf, Relation fr, boolean partial) {
    if (!po.and(sameLocation()).or(rf, co, fr).acyclic()) {
      return false;
    }
    Relation ppo = Relation.empty(n);
    Relation rfe = Relation.empty(n);
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        if (rf.has(a, b) && thread[a] != thread[b]) {
          rfe.add(a, b);
        }
        if (po.has(a, b) && thread[a] >= 0 && kind[a] != 'F' && kind[b] != 'F') {
          if (preserved(a, b, partial)) {
            ppo.add(a, b);
          }
        }
      }
    }
    return ppo.or(rfe, co, fr).acyclic();
  }

  /** A compare-and-exchange is a locked instruction even when it fails. */
  private boolean locked(int i) {
    return code[i] != null && code[i].isUpdate();
  }

  private boolean preserved(int a, int b, boolean partial) {
    if (locked(a) || locked(b) || kind[a] == 'R') {
      return true;
    }
    boolean drained = mode(a, "v");
    boolean stores = false;
    for (int k = a + 1; k < b; k++) {
      drained |= locked(k) || kind[k] == 'F' && mode(k, "full") || kind[k] == 'W' && mode(k, "v");
      stores |= kind[k] == 'F' && mode(k, "rel", "ss");
    }
    if (kind[b] == 'R') {
      return drained;
    }
    return !partial || drained || stores || mode(b, "r", "v") || location[a].equals(location[b]);
  }

  private Relation on(IntPredicate set) {
    return Relation.identity(n, set);
  }

  private boolean java(Relation rf, Relation fr) {
    Relation loc = sameLocation();
    Relation in = po.and(sameThread());
    Relation w = on(this::isW);
    Relation r = on(this::isR);
    Relation m = on(i -> isR(i) || isW(i));
    Relation releasing = on(i -> isW(i) && mode(i, "r", "v"));
    Relation acquiring = on(i -> isR(i) && mode(i, "a", "v"));
    Relation fRel = on(i -> kind[i] == 'F' && mode(i, "rel", "full"));
    Relation fAcq = on(i -> kind[i] == 'F' && mode(i, "acq", "full"));
    Relation fSs = on(i -> kind[i] == 'F' && mode(i, "ss"));
    Relation fLl = on(i -> kind[i] == 'F' && mode(i, "ll"));
    Relation fSc = on(i -> kind[i] == 'F' && mode(i, "full"));
    Relation opaque = on(i -> isR(i) && !mode(i, "p"));
    Relation vol = on(i -> (isR(i) || isW(i)) && mode(i, "v"));

    Relation pub = rf.then(on(i -> kind[i] == 'U')).plus().optional().then(rf);
    Relation rel = releasing.then(pub).or(fRel.then(in, w, pub));
    Relation acq = acquiring.or(r.then(in, fAcq));
    Relation hb = po.or(rel.then(acq)).plus();
    Relation ss = w.then(in, fSs, in, w, pub);
    Relation ll = r.then(in, fLl, in, r);
    Relation k = hb.or(ss.then(acq, hb.optional()));
    Relation xhb = k.or(k.optional().then(rel, ll), ss.then(ll));

    for (int i = 0; i < n; i++) { // J1
      for (int newer = 0; isR(i) && newer < n; newer++) {
        int s = source[i];
        if (newer != s && newer != i && isW(newer) && loc.has(newer, i)) {
          if (xhb.has(s, newer) && xhb.has(newer, i)) {
            return false;
          }
        }
      }
    }
    Relation ecoO = rf.then(opaque).or(co, opaque.then(fr)).plus();
    if (!xhb.then(ecoO).irreflexive()) { // J2
      return false;
    }
    Relation eco = rf.or(co, fr).plus();
    Relation ord =
        acquiring
            .then(in, m)
            .or(
                m.then(in, releasing),
                r.then(in, fAcq, in, m),
                m.then(in, fRel, in, w),
                m.then(in, fSc, in, m),
                w.then(in, fSs, in, w),
                r.then(in, fLl, in, r));
    if (!ord.and(loc).then(eco).irreflexive()) { // J3
      return false;
    }
    Relation other = po.minus(loc); // J4
    Relation scb = po.or(other.then(hb, other), hb.and(loc), co, fr);
    Relation enter = vol.or(fSc.then(hb.optional()));
    Relation leave = vol.or(hb.optional().then(fSc));
    Relation pscB = enter.then(scb, leave);
    Relation pscF = fSc.then(hb.or(hb.then(eco, hb)), fSc);
    return pscB.or(pscF).acyclic();
  }

  private Relation sameThread() {
    Relation same = Relation.empty(n);
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        if (thread[a] == thread[b] && thread[a] >= 0) {
          same.add(a, b);
        }
      }
    }
    return same;
  }
}
