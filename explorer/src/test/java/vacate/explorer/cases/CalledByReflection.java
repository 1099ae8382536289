// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Methods, constructors and classes that actors come to by name. */
public final class CalledByReflection {
  private CalledByReflection() {}

  static Method method(Class<?> of, String name, Class<?>... parameters) {
    try {
      return of.getDeclaredMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing makes it atomic. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Adds {
    private static final Method ADD = method(Adds.class, "add", int.class);
    private int count;

    private int add(int n) {
      return count += n;
    }

    @Actor
    public void adds(II_Result r) throws ReflectiveOperationException {
      r.r1 = (Integer) ADD.invoke(this, 1);
    }

    @Actor
    public void addsToo(II_Result r) throws ReflectiveOperationException {
      r.r2 = (Integer) getClass().getDeclaredMethod("add", int.class).invoke(this, 1);
    }
  }

  /** As an instruction would, it locks. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Locks {
    private static final Method ADD = method(Locks.class, "add");
    private static int count;

    private static synchronized void add() {
      count++;
    }

    @Actor
    public void adds() throws ReflectiveOperationException {
      ADD.invoke(null);
    }

    @Actor
    public void addsToo() throws ReflectiveOperationException {
      ADD.invoke(this);
    }

    @Arbiter
    public void counts(II_Result r) {
      r.r1 = count;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Makes {
    private Box box;

    @Actor
    public void makes() throws ReflectiveOperationException {
      box = Box.class.getDeclaredConstructor(int.class).newInstance(7);
    }

    @Actor
    public void reads(II_Result r) {
      Box seen = box;
      r.r1 = seen == null ? -1 : seen.content;
    }

    static final class Box {
      int content;

      Box(int content) {
        this.content = content;
      }
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Throws {
    private static final Method TAKE = method(Throws.class, "take");
    private volatile int left = 1;

    void take() {
      if (left == 0) {
        throw new IllegalStateException("none is left");
      }
      left = 0;
    }

    @Actor
    public void takes(L_Result r) throws IllegalAccessException {
      try {
        TAKE.invoke(this);
        r.r1 = "taken";
      } catch (InvocationTargetException e) {
        r.r1 = e.getCause().getMessage();
      }
    }

    @Actor
    public void takesToo() {
      left = 0;
    }
  }

  /** It is private to another class, and nobody has made it accessible. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfSomebodyElse {
    private final ReflectedOwner owner = new ReflectedOwner();

    @Actor
    public void calls(L_Result r) throws ReflectiveOperationException {
      Method reads = ReflectedOwner.class.getDeclaredMethod("read");
      try {
        r.r1 = reads.invoke(owner);
      } catch (IllegalAccessException e) {
        reads.setAccessible(true);
        r.r1 = "not accessible, " + reads.invoke(owner);
      }
    }

    @Actor
    public void writes() {
      owner.write();
    }
  }

  /** Looks for a class by name. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Finds {
    @Actor
    public void finds(L_Result r) throws ClassNotFoundException {
      Class<?> found = Class.forName("vacate.explorer.cases.CalledByReflection$Finds$Late");
      r.r1 = (found == Late.class) + ", " + Late.NUMBERS[0];
    }

    @Actor
    public void nothing() {}

    static final class Late {
      static final int[] NUMBERS = {1};
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class FindsNothing {
    @Actor
    public void finds(L_Result r) {
      try {
        r.r1 = Class.forName("nowhere.Missing");
      } catch (ClassNotFoundException e) {
        r.r1 = "missing";
      }
    }

    @Actor
    public void nothing() {}
  }

  /** There is one of this name, but to instructions only. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class FindsNoneWithSlashes {
    @Actor
    public void finds(L_Result r) throws ClassNotFoundException {
      r.r1 = Class.forName("vacate/explorer/cases/CalledByReflection");
    }

    @Actor
    public void nothing() {}
  }

  /** What {@code invoke} says of too few arguments depends on the JDK. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class LacksAnArgument {
    private static final Method ADD = method(Adds.class, "add", int.class);
    private final Adds adds = new Adds();

    @Actor
    public void calls(L_Result r) throws ReflectiveOperationException {
      r.r1 = ADD.invoke(adds);
    }

    @Actor
    public void callsToo() throws ReflectiveOperationException {
      adds.add(1);
    }
  }

  /** What stands for a class of the JDK has not all of its members. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfAStandIn {
    private final AtomicInteger count = new AtomicInteger();

    @Actor
    public void calls(L_Result r) throws ReflectiveOperationException {
      r.r1 = AtomicInteger.class.getMethod("incrementAndGet").invoke(count);
    }

    @Actor
    public void callsToo() {
      count.incrementAndGet();
    }
  }
}
