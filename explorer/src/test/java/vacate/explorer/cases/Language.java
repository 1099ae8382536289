// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.*;

/** What Java code does besides reading and writing ints. */
public final class Language {
  private Language() {}

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Types {
    volatile boolean z;
    volatile byte b;
    volatile char c;
    volatile short s;
    volatile long j;
    volatile float f;
    volatile double d;
    volatile String l;

    @Actor
    public void writer() {
      z = true;
      b = -1;
      c = 'x';
      s = -2;
      j = 1L << 40;
      f = 0.5f;
      d = -0.25;
      l = "text";
    }

    @Actor
    public void reader(ZBCSJFDL_Result r) {
      if (l != null) {
        r.r1 = z;
        r.r2 = b;
        r.r3 = c;
        r.r4 = s;
        r.r5 = j;
        r.r6 = f;
        r.r7 = d;
        r.r8 = l;
      }
    }

    /** jcstress has no such result. */
    @org.openjdk.jcstress.annotations.Result
    public static class ZBCSJFDL_Result {
      public boolean r1;
      public byte r2;
      public char r3 = '-';
      public short r4;
      public long r5;
      public float r6;
      public double r7;
      public String r8;

      @Override
      public String toString() {
        return r1 + ", " + r2 + ", " + r3 + ", " + r4 + ", " + r5 + ", " + r6 + ", " + r7 + ", "
            + r8;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Arrays {
    final int[] ints = new int[2];
    final byte[] bytes = {1, 2};
    final long[][] longs = new long[2][2];
    final String[] strings = {"a", "b"};

    @Actor
    public void first() {
      ints[0] = 1;
      bytes[0]++;
      longs[0][1] = 7;
      strings[0] = strings[1] + "c";
    }

    @Actor
    public void second() {
      ints[1] = 2;
      bytes[1]++;
      longs[1] = new long[] {3, 4};
    }

    @Arbiter
    public void sum(LL_Result r) {
      r.r1 = ints[0] + ints[1] + bytes[0] + bytes[1];
      r.r2 = longs[0][1] + longs[1][1] + strings[0];
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Stack {
    static final class Node {
      final int value;
      final Node next;

      Node(int value, Node next) {
        this.value = value;
        this.next = next;
      }
    }

    private static final java.util.concurrent.atomic.AtomicReferenceFieldUpdater<Stack, Node> TOP =
        java.util.concurrent.atomic.AtomicReferenceFieldUpdater.newUpdater(
            Stack.class, Node.class, "top");

    private volatile Node top;

    private void push(int value) {
      while (true) {
        Node old = top;
        if (TOP.compareAndSet(this, old, new Node(value, old))) {
          return;
        }
      }
    }

    private int pop() {
      while (true) {
        Node old = top;
        if (old == null) {
          return 0;
        }
        if (TOP.compareAndSet(this, old, old.next)) {
          return old.value;
        }
      }
    }

    @Actor
    public void one() {
      push(1);
    }

    @Actor
    public void two() {
      push(2);
    }

    @Actor
    public void taker(IL_Result r) {
      r.r1 = pop();
    }

    @Arbiter
    public void rest(IL_Result r) {
      List<Integer> rest = new ArrayList<>();
      for (Node n = top; n != null; n = n.next) {
        rest.add(n.value);
      }
      r.r2 = rest.toString();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Published {
    static class Plain {
      int value = 42;
    }

    static class Frozen {
      final int value = Integer.parseInt("42");
    }

    Plain plain;
    Frozen frozen;

    @Actor
    public void writer() {
      plain = new Plain();
      frozen = new Frozen();
    }

    @Actor
    public void reader(II_Result r) {
      Plain p = plain;
      r.r1 = p == null ? -1 : p.value;
      Frozen f = frozen;
      r.r2 = f == null ? -1 : f.value;
    }
  }

  enum Colour {
    RED,
    GREEN
  }

  record Point(int x, int y) {}

  interface Shape {
    int area();
  }

  abstract static class Polygon implements Shape {
    int side;

    @Override
    public int area() {
      return base() * side;
    }

    abstract int base();
  }

  static final class Square extends Polygon {
    @Override
    int base() {
      return side;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Dispatch {
    static int calls;
    final Polygon shape = new Square();
    volatile Colour colour = Colour.RED;

    @Actor
    public void writer() {
      shape.side = 3;
      colour = Colour.GREEN;
    }

    @Actor
    public void reader(LL_Result r) {
      Colour seen = colour;
      Shape s = shape;
      IntSupplier area = () -> s.area();
      int n =
          switch (seen) {
            case RED -> 0;
            case GREEN -> area.getAsInt();
          };
      calls++;
      String word =
          switch (seen.name()) {
            case "RED" -> "stop";
            case "GREEN" -> "go";
            default -> "?";
          };
      r.r1 = word + n;
      r.r2 = new Point(n, calls).equals(new Point(9, 1)) + " " + new Point(n, calls);
    }
  }

  static final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Trouble(String message) {
      super(message, null, false, false);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Caught {
    volatile int x;
    int cleanups;

    private int check() {
      try {
        if (x == 1) {
          throw new Trouble("seen " + x);
        }
        return 0;
      } finally {
        cleanups++;
      }
    }

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void reader(LI_Result r) {
      try {
        r.r1 = "none" + check();
      } catch (Trouble t) {
        r.r1 = t.getMessage();
      } catch (Throwable t) {
        r.r1 = "wrong";
      }
    }

    @Arbiter
    public void count(LI_Result r) {
      r.r2 = cleanups;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Thrown {
    int[] a = new int[1];
    int i;

    @Actor
    public void writer() {
      i = 1;
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = a[i];
    }
  }
}
