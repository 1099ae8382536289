// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.function.IntPredicate;

/** A relation on at most 32 events: {@code row[i]} is the set of what i is related to. */
record Relation(int[] row) {
  static Relation empty(int n) {
    return new Relation(new int[n]);
  }

  static Relation identity(int n, IntPredicate set) {
    Relation r = empty(n);
    for (int i = 0; i < n; i++) {
      if (set.test(i)) {
        r.row[i] = 1 << i;
      }
    }
    return r;
  }

  void add(int a, int b) {
    row[a] |= 1 << b;
  }

  boolean has(int a, int b) {
    return (row[a] >>> b & 1) != 0;
  }

  /** r ; s ; t ... */
  Relation then(Relation... next) {
    Relation r = this;
    for (Relation s : next) {
      Relation both = empty(row.length);
      for (int i = 0; i < row.length; i++) {
        for (int j = 0; j < row.length; j++) {
          if (r.has(i, j)) {
            both.row[i] |= s.row[j];
          }
        }
      }
      r = both;
    }
    return r;
  }

  Relation or(Relation... others) {
    Relation r = new Relation(row.clone());
    for (Relation s : others) {
      for (int i = 0; i < row.length; i++) {
        r.row[i] |= s.row[i];
      }
    }
    return r;
  }

  Relation and(Relation other) {
    Relation r = new Relation(row.clone());
    for (int i = 0; i < row.length; i++) {
      r.row[i] &= other.row[i];
    }
    return r;
  }

  Relation minus(Relation other) {
    Relation r = new Relation(row.clone());
    for (int i = 0; i < row.length; i++) {
      r.row[i] &= ~other.row[i];
    }
    return r;
  }

  Relation inverse() {
    Relation r = empty(row.length);
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        if (has(i, j)) {
          r.add(j, i);
        }
      }
    }
    return r;
  }

  Relation plus() {
    Relation r = new Relation(row.clone());
    for (int k = 0; k < row.length; k++) {
      for (int i = 0; i < row.length; i++) {
        if (r.has(i, k)) {
          r.row[i] |= r.row[k];
        }
      }
    }
    return r;
  }

  Relation optional() {
    return or(identity(row.length, i -> true));
  }

  boolean irreflexive() {
    for (int i = 0; i < row.length; i++) {
      if (has(i, i)) {
        return false;
      }
    }
    return true;
  }

  boolean acyclic() {
    return plus().irreflexive();
  }
}
