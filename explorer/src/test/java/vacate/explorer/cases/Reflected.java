// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.reflect.Field;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Fields that are read and written by reflection. */
public final class Reflected {
  private Reflected() {}

  static Field field(Class<?> of, String name) {
    try {
      Field field = of.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class PlainMessage {
    private static final Field DATA = field(PlainMessage.class, "data");
    private static final Field READY = field(PlainMessage.class, "ready");
    private int data;
    private boolean ready;

    @Actor
    public void writes() throws IllegalAccessException {
      DATA.setInt(this, 1);
      READY.set(this, true);
    }

    @Actor
    public void reads(II_Result r) throws IllegalAccessException {
      r.r1 = READY.getBoolean(this) ? 1 : 0;
      r.r2 = (Integer) DATA.get(this);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class VolatileMessage {
    private static final Field DATA = field(VolatileMessage.class, "data");
    private static final Field READY = field(VolatileMessage.class, "ready");
    private short data;
    private volatile boolean ready;

    @Actor
    public void writes() throws IllegalAccessException {
      DATA.set(this, (byte) 1);
      READY.setBoolean(this, true);
    }

    @Actor
    public void reads(II_Result r) throws IllegalAccessException {
      r.r1 = (boolean) READY.get(this) ? 1 : 0;
      r.r2 = DATA.getInt(this);
    }
  }

  /** Written by reflection, read by an instruction; and the other way round. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfOneField {
    private static final Field X = field(OfOneField.class, "x");
    private static volatile int x;

    @Actor
    public void reflects(II_Result r) throws IllegalAccessException {
      X.setInt(null, X.getInt(null) + 1);
    }

    @Actor
    public void names(II_Result r) {
      x = x + 2;
    }

    @Arbiter
    public void after(II_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfAnotherType {
    private static final Field X = field(OfAnotherType.class, "x");
    private volatile long x;

    @Actor
    public void writes() {
      x = 1;
    }

    @Actor
    public void reads(L_Result r) throws IllegalAccessException {
      try {
        r.r1 = X.getInt(this);
      } catch (IllegalArgumentException e) {
        r.r1 = "another type";
      }
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfNothing {
    private static final Field X = field(OfNothing.class, "x");
    private volatile int x;

    @Actor
    public void writes() {
      x = 1;
    }

    @Actor
    public void reads(L_Result r) throws IllegalAccessException {
      try {
        r.r1 = X.getInt(null);
      } catch (NullPointerException e) {
        r.r1 = "null";
      }
    }
  }

  /** Nobody has made it accessible, and it is private to another class. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfSomebodyElse {
    private static final Field X;
    private final ReflectedOwner owner = new ReflectedOwner();

    static {
      try {
        X = ReflectedOwner.class.getDeclaredField("x");
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }

    @Actor
    public void reads(L_Result r) {
      try {
        r.r1 = X.getInt(owner);
      } catch (IllegalAccessException e) {
        r.r1 = "not accessible";
      }
    }

    @Actor
    public void writes() {
      owner.write();
    }
  }

  /** Private, to the nest that the test is in, too. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfANestmate {
    private static final Field X;
    private final Nestmate mate = new Nestmate();

    static {
      try {
        X = Nestmate.class.getDeclaredField("x");
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }

    @Actor
    public void reads(L_Result r) throws IllegalAccessException {
      r.r1 = X.getInt(mate);
    }

    @Actor
    public void writes() throws IllegalAccessException {
      X.setInt(mate, 1);
    }
  }

  static class Nestmate {
    private int x;
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class WritesAFinal {
    private static final Field X = field(WritesAFinal.class, "x");
    private final int x;

    public WritesAFinal() {
      x = 1;
    }

    @Actor
    public void writes() throws IllegalAccessException {
      X.setInt(this, 2);
    }

    @Actor
    public void reads(L_Result r) {
      r.r1 = x;
    }
  }
}
