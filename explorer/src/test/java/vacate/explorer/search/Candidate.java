// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Litmus.Instruction;

/**
 * One graph of a litmus program, and the axioms of every model as relations, written down once more
 * in nothing like the code of the explorer.
 */
final class Candidate {
  private final int n;
  private final Instruction[] code;
  private final int[] thread;
  private final String[] location;
  private final char[] kind;
  private final int[] source;
  private final Relation po;
  private final Relation co;
  private final Relation rf;
  private final Relation fr;

  /** xhb, once JMM was asked. */
  private Relation known;

  /**
   * @param code null for an initial write
   * @param kind R W U F, or - for what is left out
   */
  Candidate(
      Instruction[] code,
      int[] thread,
      String[] location,
      char[] kind,
      int[] source,
      Relation po,
      Relation co) {
    this.n = code.length;
    this.code = code;
    this.thread = thread;
    this.location = location;
    this.kind = kind;
    this.source = source;
    this.po = po;
    this.co = co;
    Relation present = Relation.identity(n, i -> kind[i] != '-');
    rf = readsFrom(code, source).then(present);
    fr = rf.inverse().then(co).minus(Relation.identity(n, i -> true));
  }

  static boolean reads(Instruction i) {
    return i != null && ("RSD".indexOf(i.op()) >= 0 || i.isUpdate());
  }

  static Relation readsFrom(Instruction[] code, int[] source) {
    Relation rf = Relation.empty(code.length);
    for (int i = 0; i < code.length; i++) {
      if (reads(code[i])) {
        rf.add(source[i], i);
      }
    }
    return rf;
  }

  boolean isConsistent(MemoryModel model) {
    return switch (model) {
      case SC -> po.or(rf, co, fr).acyclic() && finalFields(co);
      case TSO -> storeBuffer(false) && finalFields(co);
      case PSO -> storeBuffer(true) && finalFields(co);
      case JMM -> java() && finalFields(known);
    };
  }

  /**
   * J5: no read through a final field misses what was written before the freeze.
   *
   * @param before which write is known to come before which other
   */
  private boolean finalFields(Relation before) {
    for (int r = 0; r < n; r++) {
      for (int f = 0; kind[r] == 'R' && code[r].op() == 'D' && f < n; f++) {
        boolean freeze =
            kind[f] == 'F' && code[f].op() == 'Z' && code[f].first() == code[r].first();
        for (int w = 0; freeze && w < f; w++) {
          boolean shown = thread[w] == thread[f] && isW(w) && location[r].equals(location[w]);
          if (shown && before.has(source[r], w)) {
            return false;
          }
        }
      }
    }
    return true;
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

  private boolean isAccess(int i) {
    return isR(i) || isW(i);
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

  private boolean storeBuffer(boolean partial) {
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
        if (po.has(a, b) && thread[a] >= 0 && isAccess(a) && isAccess(b)) {
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
    return kind[i] != '-' && code[i] != null && code[i].isUpdate();
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

  private boolean java() {
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

    Relation pub = published();
    Relation rel = releasing.then(pub).or(fRel.then(in, w, pub));
    Relation acq = acquiring.or(r.then(in, fAcq));
    Relation hb = happensBefore();
    Relation ss = w.then(in, fSs, in, w, pub);
    Relation ll = r.then(in, fLl, in, r);
    Relation k = hb.or(ss.then(acq, hb.optional()));
    Relation xhb = k.or(k.optional().then(rel, ll), ss.then(ll));
    known = xhb;

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

  /** What a chain of read-modify-writes passes on. */
  private Relation published() {
    return rf.then(on(i -> kind[i] == 'U')).plus().optional().then(rf);
  }

  private Relation happensBefore() {
    Relation in = po.and(sameThread());
    Relation fRel = on(i -> kind[i] == 'F' && mode(i, "rel", "full"));
    Relation fAcq = on(i -> kind[i] == 'F' && mode(i, "acq", "full"));
    Relation releasing = on(i -> isW(i) && mode(i, "r", "v"));
    Relation acquiring = on(i -> isR(i) && mode(i, "a", "v"));
    Relation rel = releasing.or(fRel.then(in, on(this::isW))).then(published());
    Relation acq = acquiring.or(on(this::isR).then(in, fAcq));
    return po.or(rel.then(acq)).plus();
  }

  /**
   * Whether no read sees a write that it happens before (JLS 17.4.5), and nothing happens before
   * itself. Where there is no cycle of po and rf that needs not be asked.
   */
  boolean hidesWhatHappensAfter() {
    Relation hb = happensBefore();
    return hb.irreflexive() && hb.then(rf).irreflexive();
  }

  /** Which accesses race, by location, threads, and what they do. */
  SortedSet<String> races() {
    Relation hb = happensBefore();
    SortedSet<String> races = new TreeSet<>();
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        boolean conflict =
            thread[a] >= 0
                && thread[a] < thread[b]
                && isAccess(a)
                && isAccess(b)
                && location[a].equals(location[b])
                && (isW(a) || isW(b))
                && (mode(a, "p") || mode(b, "p"));
        if (conflict && !hb.has(a, b) && !hb.has(b, a) && !isShown(a, b) && !isShown(b, a)) {
          races.add(location[a] + ":" + access(a) + access(b));
        }
      }
    }
    return races;
  }

  private String access(int i) {
    String what = code[i].isUpdate() ? "U" : isW(i) ? "W" : "R";
    return " " + thread[i] + what + (mode(i, "p") ? "p" : "");
  }

  /** Whether a write comes before the freeze that a read relies on. */
  private boolean isShown(int w, int r) {
    for (int f = w + 1; isW(w) && kind[r] == 'R' && code[r].op() == 'D' && f < n; f++) {
      if (thread[f] == thread[w]
          && kind[f] == 'F'
          && code[f].op() == 'Z'
          && code[f].first() == code[r].first()) {
        return true;
      }
    }
    return false;
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
