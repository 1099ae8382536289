// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.invoke.WrongMethodTypeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** What threads do by method handles. */
public final class Handled {
  private Handled() {}

  /** What finds a handle, and is not to fail. */
  interface Search {
    MethodHandle by(MethodHandles.Lookup lookup) throws ReflectiveOperationException;
  }

  static MethodHandle found(MethodHandles.Lookup lookup, Search search) {
    try {
      return search.by(lookup);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class PlainFields {
    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
    private static final MethodHandle SET_DATA =
        found(HERE, l -> l.findSetter(PlainFields.class, "data", int.class));
    private static final MethodHandle DATA =
        found(HERE, l -> l.findGetter(PlainFields.class, "data", int.class));
    private static final MethodHandle SET_READY =
        found(HERE, l -> l.findSetter(PlainFields.class, "ready", int.class));
    private static final MethodHandle READY =
        found(HERE, l -> l.unreflectGetter(PlainFields.class.getDeclaredField("ready")));
    private int data;
    private int ready;

    @Actor
    public void writes() throws Throwable {
      SET_DATA.invokeExact(this, 1);
      SET_READY.invokeExact(this, 1);
    }

    @Actor
    public void reads(II_Result r) throws Throwable {
      r.r1 = (int) READY.invokeExact(this);
      r.r2 = (int) DATA.invokeExact(this);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class VolatileField {
    private static final MethodHandle SET_READY =
        found(
            MethodHandles.lookup(), l -> l.findSetter(VolatileField.class, "ready", boolean.class));
    private static final MethodHandle READY =
        found(
            MethodHandles.lookup(), l -> l.findGetter(VolatileField.class, "ready", boolean.class));
    private int data;
    private volatile boolean ready;

    @Actor
    public void writes() throws Throwable {
      data = 1;
      SET_READY.invoke(this, true);
    }

    @Actor
    public void reads(II_Result r) throws Throwable {
      r.r1 = (boolean) READY.invoke((Object) this) ? 1 : 0;
      r.r2 = data;
    }
  }

  /** Two threads add by a private method of another class, which nothing makes atomic. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class PrivateMethod {
    private static final MethodHandle ADD =
        found(
            MethodHandles.lookup(),
            l ->
                MethodHandles.privateLookupIn(Counter.class, l)
                    .findVirtual(
                        Counter.class, "add", MethodType.methodType(int.class, int.class)));
    private final Counter counter = new Counter();
    private final MethodHandle bound = ADD.bindTo(counter);

    @Actor
    public void adds(II_Result r) throws Throwable {
      r.r1 = (int) ADD.invokeExact(counter, 1);
    }

    @Actor
    public void addsToo(II_Result r) throws Throwable {
      r.r2 = (int) bound.invokeExact(1);
    }
  }

  /** Adds under its own lock where a subclass says so. */
  static class Counter {
    int count;

    private int add(int n) {
      return count += n;
    }

    int addOnce(int n) {
      return add(n);
    }
  }

  /** Whose method is the one that is called, whichever class the handle was found in. */
  static final class LockedCounter extends Counter {
    @Override
    synchronized int addOnce(int n) {
      return super.addOnce(n);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OverriddenMethod {
    private static final MethodHandle ADD =
        found(
            MethodHandles.lookup(),
            l ->
                l.findVirtual(
                    Counter.class, "addOnce", MethodType.methodType(int.class, int.class)));
    private final Counter counter = new LockedCounter();

    @Actor
    public void adds() throws Throwable {
      int ignored = (int) ADD.invokeExact(counter, 1);
    }

    @Actor
    public void addsToo() throws Throwable {
      Object ignored = ADD.invokeWithArguments(counter, 1);
    }

    @Arbiter
    public void sums(II_Result r) {
      r.r1 = counter.count;
    }
  }

  /** The fields of an object that is published plainly may be seen as they were before. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Constructor {
    private static final MethodHandle NEW =
        found(
            MethodHandles.lookup(),
            l -> l.findConstructor(Box.class, MethodType.methodType(void.class, int.class)));
    private Box box;

    @Actor
    public void makes() throws Throwable {
      box = (Box) NEW.invokeExact(7);
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
  public static class OfAVarHandle {
    private static final MethodHandle TAKE_NUMBER = found(MethodHandles.lookup(), OfAVarHandle::of);
    private int next;

    private static MethodHandle of(MethodHandles.Lookup l) throws ReflectiveOperationException {
      return l.findVarHandle(OfAVarHandle.class, "next", int.class)
          .toMethodHandle(VarHandle.AccessMode.GET_AND_ADD);
    }

    @Actor
    public void takes(II_Result r) throws Throwable {
      r.r1 = (int) TAKE_NUMBER.invokeExact(this, 1);
    }

    @Actor
    public void takesToo(II_Result r) throws Throwable {
      r.r2 = (int) TAKE_NUMBER.invokeExact(this, 1);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Elements {
    private static final MethodHandle SET = MethodHandles.arrayElementSetter(int[].class);
    private static final MethodHandle GET = MethodHandles.arrayElementGetter(int[].class);
    private final int[] cells = new int[2];

    @Actor
    public void writes() throws Throwable {
      SET.invokeExact(cells, 0, 1);
      SET.invokeExact(cells, 1, 1);
    }

    @Actor
    public void reads(II_Result r) throws Throwable {
      r.r1 = (int) GET.invokeExact(cells, 1);
      r.r2 = (int) GET.invokeExact(cells, 0);
    }
  }

  /** A loop that waits by a handle waits. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Waits {
    private static final MethodHandle READY =
        found(MethodHandles.lookup(), l -> l.findGetter(Waits.class, "ready", boolean.class));
    private int data;
    private volatile boolean ready;

    @Actor
    public void writes() {
      data = 1;
      ready = true;
    }

    @Actor
    public void reads(II_Result r) throws Throwable {
      while (!(boolean) READY.invokeExact(this)) {
        Thread.onSpinWait();
      }
      r.r1 = data;
    }
  }

  /** A lock that is waited for, and told, by handles. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class WaitsForLock {
    private static final MethodHandle WAIT =
        found(
            MethodHandles.lookup(),
            l -> l.findVirtual(Object.class, "wait", MethodType.methodType(void.class)));
    private static final MethodHandle NOTIFY =
        found(
            MethodHandles.lookup(),
            l -> l.findVirtual(Object.class, "notify", MethodType.methodType(void.class)));
    private final Object lock = new Object();
    private int data;

    @Actor
    public void writes() throws Throwable {
      synchronized (lock) {
        data = 1;
        NOTIFY.invokeExact(lock);
      }
    }

    @Actor
    public void reads(II_Result r) throws Throwable {
      synchronized (lock) {
        while (data == 0) {
          WAIT.invokeExact(lock);
        }
        r.r1 = data;
      }
    }
  }

  /** A method of the JDK is what it is in an instruction: code, where threads share its state. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfTheJdk {
    private static final MethodHandle ADD =
        found(
            MethodHandles.lookup(),
            l ->
                l.findVirtual(
                    List.class, "add", MethodType.methodType(boolean.class, Object.class)));
    private static final MethodHandle LENGTH =
        found(
            MethodHandles.publicLookup(),
            l -> l.findVirtual(String.class, "length", MethodType.methodType(int.class)));
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());

    @Actor
    public void adds() throws Throwable {
      Object ignored = ADD.invoke(names, "Ann");
    }

    @Actor
    public void addsToo() throws Throwable {
      boolean ignored = (boolean) ADD.invoke(names, "Eve");
    }

    @Arbiter
    public void counts(II_Result r) throws Throwable {
      r.r1 = names.size();
      r.r2 = (int) LENGTH.invokeExact("Bob");
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Composed {
    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
    private static final MethodHandle SET =
        found(HERE, l -> l.findStaticSetter(Composed.class, "flag", int.class));
    private static final MethodHandle GET =
        found(HERE, l -> l.findStaticGetter(Composed.class, "flag", int.class));
    private static final MethodHandle SET_ONE = MethodHandles.insertArguments(SET, 0, 1);
    private static final MethodHandle TWICE =
        MethodHandles.filterReturnValue(
            GET,
            found(
                HERE,
                l ->
                    l.findStatic(
                        Composed.class, "twice", MethodType.methodType(int.class, int.class))));
    static int flag;

    static int twice(int n) {
      return 2 * n;
    }

    @Actor
    public void writes() throws Throwable {
      flag = 0;
      SET_ONE.invokeExact();
    }

    @Actor
    public void reads(II_Result r) throws Throwable {
      r.r1 = (int) TWICE.invokeExact();
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfAnotherType {
    private static final MethodHandle READY =
        found(MethodHandles.lookup(), l -> l.findGetter(OfAnotherType.class, "ready", int.class));
    private int ready;

    @Actor
    public void reads(L_Result r) throws Throwable {
      try {
        r.r1 = (long) READY.invokeExact(this);
      } catch (WrongMethodTypeException e) {
        r.r1 = "another type";
      }
    }

    @Actor
    public void writes() {
      ready = 1;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class FindsNothing {
    int ready;

    @Actor
    public void reads(L_Result r) throws Throwable {
      try {
        MethodHandles.lookup().findGetter(FindsNothing.class, "steady", int.class);
      } catch (NoSuchFieldException e) {
        r.r1 = "no field";
      }
    }

    @Actor
    public void writes() throws Throwable {
      MethodHandles.lookup().findSetter(FindsNothing.class, "ready", int.class).invoke(this, 1);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class WritesAFinal {
    private final int x = Integer.parseInt("1");

    @Actor
    public void writes() throws Throwable {
      MethodHandles.lookup().findSetter(WritesAFinal.class, "x", int.class).invoke(this, 2);
    }

    @Actor
    public void reads(II_Result r) {
      r.r1 = x;
    }
  }

  /** Whoever catches all that is thrown would catch what ends a run of the code. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class CatchesAll {
    private static final MethodHandle READY =
        MethodHandles.catchException(
            found(MethodHandles.lookup(), l -> l.findGetter(CatchesAll.class, "ready", int.class)),
            Throwable.class,
            MethodHandles.dropArguments(
                MethodHandles.constant(int.class, 3), 0, Throwable.class, CatchesAll.class));
    private volatile int ready;

    @Actor
    public void writes() {
      ready = 1;
    }

    @Actor
    public void reads(II_Result r) throws Throwable {
      r.r1 = (int) READY.invokeExact(this);
    }
  }

  /** An actor binds an object that the other gets with the handle. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class PublishesAHandle {
    private volatile MethodHandle handle;

    @Actor
    public void binds() throws Throwable {
      Supplier<String> text = () -> "text";
      handle = MethodHandles.lookup().bind(text, "get", MethodType.methodType(Object.class));
    }

    @Actor
    public void reads(II_Result r) throws Throwable {
      r.r1 = handle == null ? 0 : 1;
    }
  }

  /** Two lookups of one field find two handles. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class TwoOfOneField {
    private static final MethodHandle GET =
        found(MethodHandles.lookup(), l -> l.findGetter(TwoOfOneField.class, "x", int.class));
    private static final MethodHandle GET_TOO =
        found(MethodHandles.lookup(), l -> l.findGetter(TwoOfOneField.class, "x", int.class));
    private static final MethodHandle ELEMENT = MethodHandles.arrayElementGetter(int[].class);
    private static final MethodHandle ELEMENT_TOO = MethodHandles.arrayElementGetter(int[].class);
    private int x;

    @Actor
    public void compares(II_Result r) {
      r.r1 = GET == GET_TOO ? 1 : 0;
      r.r2 = ELEMENT == ELEMENT_TOO ? 1 : 0;
    }

    @Actor
    public void writes() {
      x = 1;
    }
  }

  /** What a handle is of, by its name. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Reveals {
    private final String name =
        MethodHandles.lookup()
            .revealDirect(
                found(MethodHandles.lookup(), l -> l.findSetter(Reveals.class, "x", int.class)))
            .getName();
    private int x;

    @Actor
    public void writes() {
      x = 1;
    }

    @Actor
    public void asks(II_Result r) {
      r.r1 = name.length() + x;
    }
  }

  /** The same, as what a class file has. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Describes {
    private final String text =
        found(MethodHandles.lookup(), l -> l.findSetter(Describes.class, "x", int.class))
            .describeConstable()
            .map(Object::toString)
            .orElse("");
    private int x;

    @Actor
    public void writes() {
      x = 1;
    }

    @Actor
    public void asks(II_Result r) {
      r.r1 = text.length() + x;
    }
  }

  /** A class whose initialiser an actor sets off by a handle. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Initializes {
    private static final MethodHandle GET =
        found(
            MethodHandles.lookup(),
            l -> l.findStatic(Late.class, "number", MethodType.methodType(int.class)));

    @Actor
    public void asks(II_Result r) throws Throwable {
      r.r1 = (int) GET.invokeExact();
    }

    @Actor
    public void asksToo(II_Result r) throws Throwable {
      r.r2 = (int) GET.invokeExact();
    }

    static final class Late {
      static final int[] NUMBERS = {5};

      static int number() {
        return NUMBERS[0]++;
      }
    }
  }
}
