// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Inner classes have what they capture before the constructor of their superclass runs. */
public final class EarlyFields {
  private EarlyFields() {}

  abstract static class Base {
    int seen;

    Base() {
      seen = value();
    }

    abstract int value();
  }

  @JCStressTest
  @State
  @Outcome(
      id = {"0, 7, 1", "5, 7, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Captured {
    int x;
    final int[] one = {1};

    @Actor
    public void writer() {
      x = 5;
    }

    @Actor
    public void reader(III_Result r) {
      int k = x;
      long l = 7;
      int[] array = one;
      Base base =
          new Base() {
            @Override
            int value() {
              r.r2 = (int) l;
              r.r3 = array[0];
              return k;
            }
          };
      r.r1 = base.seen == base.value() ? base.seen : -1;
    }
  }

  @JCStressTest
  @State
  @Outcome(
      id = {"0", "5"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Outer {
    int x;

    class Inner extends Base {
      @Override
      int value() {
        return x;
      }
    }

    class Deeper extends Inner {
      @Override
      int value() {
        return Outer.this == null ? -1 : super.value();
      }
    }

    @Actor
    public void writer() {
      x = 5;
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = new Deeper().seen;
    }
  }

  /** What is captured is final: whoever finds the object finds it, too. */
  @JCStressTest
  @State
  @Outcome(
      id = {"-1", "7"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Published {
    Base shared;

    @Actor
    public void writer() {
      int k = 7;
      shared =
          new Base() {
            @Override
            int value() {
              return k;
            }
          };
    }

    @Actor
    public void reader(I_Result r) {
      Base b = shared;
      r.r1 = b == null ? -1 : b.value();
    }
  }

  static class Cell {
    int x;

    Cell(int x) {
      this.x = x;
    }
  }

  static class Fed extends Cell {
    Fed(Cell from) {
      super(from.x = from.x + 1);
    }

    Fed(Fed from, boolean twice) {
      super(twice ? (from.x = from.x + 2) : new Cell(from.x = 9).x);
    }
  }

  /** An assignment among the arguments for super is one to another object. */
  @JCStressTest
  @State
  @Outcome(
      id = {"1, 0", "1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Argument {
    final Cell cell = new Cell(0);

    @Actor
    public void writer(II_Result r) {
      r.r1 = new Fed(cell).x;
    }

    @Actor
    public void reader(II_Result r) {
      r.r2 = cell.x;
    }
  }

  @JCStressTest
  @State
  @Outcome(
      id = {"3, 1", "3, 3"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class ArgumentOfItsOwnClass {
    final Fed fed = new Fed(new Cell(0));

    @Actor
    public void writer(II_Result r) {
      r.r1 = new Fed(fed, true).x;
    }

    @Actor
    public void reader(II_Result r) {
      r.r2 = fed.x;
    }
  }
}
