// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.*;

/** What is behind a final field (JLS 17.5), each published in a race. -1: not published yet. */
public final class FinalFields {
  private FinalFields() {}

  static class Frozen {
    final int[] array = new int[1];

    Frozen() {
      array[0] = 42;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Behind {
    Frozen shared;

    @Actor
    public void writer() {
      shared = new Frozen();
    }

    @Actor
    public void reader(I_Result r) {
      Frozen f = shared;
      r.r1 = f == null ? -1 : f.array[0];
    }
  }

  static class Thawed {
    int[] array = new int[1];

    Thawed() {
      array[0] = 42;
    }
  }

  /** The same without final: -2 is a null array. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class BehindPlain {
    Thawed shared;

    @Actor
    public void writer() {
      shared = new Thawed();
    }

    @Actor
    public void reader(I_Result r) {
      Thawed t = shared;
      int[] array = t == null ? null : t.array;
      r.r1 = t == null ? -1 : array == null ? -2 : array[0];
    }
  }

  /** Written after the constructor too: that may be missed, what was there before may not. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WrittenLater {
    Frozen shared;

    @Actor
    public void writer() {
      Frozen f = new Frozen();
      f.array[0] = 43;
      shared = f;
    }

    @Actor
    public void reader(I_Result r) {
      Frozen f = shared;
      r.r1 = f == null ? -1 : f.array[0];
    }
  }

  static class Link {
    Link next;
    int value;
  }

  static class Chain {
    final Link first;

    Chain() {
      first = new Link();
      first.next = new Link();
      first.next.value = 42;
    }
  }

  /** Through fields that are not final. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Deeper {
    Chain shared;

    @Actor
    public void writer() {
      shared = new Chain();
    }

    @Actor
    public void reader(I_Result r) {
      Chain c = shared;
      r.r1 = c == null ? -1 : c.first.next.value;
    }
  }

  /** The array can be had in another way, too: nobody says which one the reader goes. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class TwoWays {
    int[] direct;
    Frozen shared;

    @Actor
    public void writer() {
      Frozen f = new Frozen();
      direct = f.array;
      shared = f;
    }

    @Actor
    public void reader(I_Result r) {
      int[] d = direct;
      Frozen f = shared;
      r.r1 = d == null || f == null ? -1 : f.array[0];
    }
  }

  /** The chain first; from then on the other way is known, too. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SecondWayLater {
    int[] direct;
    Frozen shared;

    @Actor
    public void writer() {
      Frozen f = new Frozen();
      direct = f.array;
      shared = f;
    }

    @Actor
    public void reader(II_Result r) {
      Frozen f = shared;
      r.r1 = f == null ? -1 : f.array[0];
      int[] d = direct;
      r.r2 = d == null || f == null ? -1 : d[0];
    }
  }

  static class Inherits extends Frozen {
    int more = 1;
  }

  /** Frozen by the constructor of the superclass, which is not the last to end. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class FrozenBySuperclass {
    Inherits shared;

    @Actor
    public void writer() {
      shared = new Inherits();
    }

    @Actor
    public void reader(I_Result r) {
      Inherits i = shared;
      r.r1 = i == null ? -1 : i.array[0];
    }
  }

  static class Base {
    final int[] array = new int[1];
  }

  static class Derived extends Base {
    Derived() {
      array[0] = 42;
    }
  }

  /** Frozen when the constructor of the class that has the field ends, and not later. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WrittenBySubclass {
    Base shared;

    @Actor
    public void writer() {
      shared = new Derived();
    }

    @Actor
    public void reader(I_Result r) {
      Base b = shared;
      r.r1 = b == null ? -1 : b.array[0];
    }
  }

  /** A third hand passes the reference on, and its stores may overtake each other. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Relayed {
    Frozen shared;
    Frozen passedOn;

    @Actor
    public void writer() {
      shared = new Frozen();
    }

    @Actor
    public void relay() {
      passedOn = shared;
    }

    @Actor
    public void reader(I_Result r) {
      Frozen f = passedOn;
      r.r1 = f == null ? -1 : f.array[0];
    }
  }
}
