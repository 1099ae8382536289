// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Setup that would leave something to the next exploration with the same classes. */
public final class Leaks {
  private Leaks() {}

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class StaticField {
    private static int made;
    private final int number;

    public StaticField() {
      this(1);
    }

    public StaticField(int step) {
      number = made += step;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = number;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = number;
    }
  }

  /** Holds what a class initialiser made, of many kinds. */
  static final class Kept {
    static final int[] ARRAY = new int[1];
    static final AtomicInteger ATOMIC = new AtomicInteger();
    static final List<Integer> LIST = new ArrayList<>();
    static final Map<String, List<Integer>> NESTED = Map.of("k", new ArrayList<>());
    static final Kept OBJECT = new Kept();
    static final Deque<Integer> QUEUE = new ArrayDeque<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    static final Optional<Deque<Integer>> HELD = Optional.of(QUEUE);
    static final List<Deque<Integer>> LISTED = List.of(QUEUE);
    static final List<int[]> BAG = List.of(new int[1]);
    static final AtomicIntegerFieldUpdater<Kept> UPDATER =
        AtomicIntegerFieldUpdater.newUpdater(Kept.class, "volatileField");
    static final VarHandle FIELD;
    static final Runnable FUNCTION = () -> OBJECT.field++;

    static {
      try {
        FIELD = MethodHandles.lookup().findVarHandle(Kept.class, "field", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    int field;
    volatile int volatileField;
  }

  /** The argument says by what the state is kept. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Numbered {
    private final int number;
    volatile int x;

    public Numbered() {
      this("none");
    }

    public Numbered(String by) {
      number =
          switch (by) {
            case "array" -> ++Kept.ARRAY[0];
            case "copy" -> {
              System.arraycopy(new int[] {Kept.ARRAY[0] + 1}, 0, Kept.ARRAY, 0, 1);
              yield Kept.ARRAY[0];
            }
            case "fill" -> {
              Arrays.fill(Kept.ARRAY, Kept.ARRAY[0] + 1);
              yield Kept.ARRAY[0];
            }
            case "atomic" -> Kept.ATOMIC.incrementAndGet();
            case "list" -> {
              Kept.LIST.add(1);
              yield Kept.LIST.size();
            }
            case "nested" -> {
              Kept.NESTED.get("k").add(1);
              yield Kept.NESTED.get("k").size();
            }
            case "object" -> ++Kept.OBJECT.field;
            case "handle" -> 1 + (int) Kept.FIELD.getAndAdd(Kept.OBJECT, 1);
            case "function" -> {
              Kept.FUNCTION.run();
              yield Kept.OBJECT.field;
            }
            case "reference" -> {
              List.of(1).forEach(Kept.LIST::add);
              yield Kept.LIST.size();
            }
            case "reflection" -> reflectively();
            case "local" -> {
              Local.LOCAL.set(Local.LOCAL.get() + 1);
              yield Local.LOCAL.get();
            }
            case "updater" -> Kept.UPDATER.incrementAndGet(Kept.OBJECT);
            case "iterator" -> {
              Kept.BAG.iterator().next()[0]++;
              yield Kept.BAG.get(0)[0];
            }
            case "unbound" -> Optional.of(Kept.QUEUE).map(Deque::pop).get();
            case "held" -> Kept.HELD.map(Deque::pop).get();
            case "listed" -> {
              Kept.LISTED.forEach(Deque::pop);
              yield 10 - Kept.QUEUE.size();
            }
            case "collector" -> {
              Collections.addAll(Kept.LIST, 1);
              yield Kept.LIST.size();
            }
            case "tree" -> {
              Tree.MAP.merge("k", 1, Integer::sum);
              yield Tree.MAP.get("k");
            }
            case "text" -> Tree.TEXT.append("x").length();
            case "registered" -> Registry.register(this);
            case "lazy" -> Lazy.get().number;
            default -> 0;
          };
    }

    private static int reflectively() {
      try {
        var field = Kept.class.getDeclaredField("volatileField");
        field.setInt(Kept.OBJECT, field.getInt(Kept.OBJECT) + 1);
        return Kept.OBJECT.volatileField;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Actor
    public void one(II_Result r) {
      x = 1;
      r.r1 = number;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = x + number;
    }
  }

  static final class Local {
    static final ThreadLocal<Integer> LOCAL = ThreadLocal.withInitial(() -> 0);
  }

  static final class Tree {
    static final Map<String, Integer> MAP = new TreeMap<>();
    static final StringBuilder TEXT = new StringBuilder();
  }

  static final class Registry {
    private static final Map<Object, Integer> MADE = new HashMap<>();
    private static int count;

    static int register(Numbered o) {
      MADE.put("last", ++count);
      return MADE.get("last");
    }
  }

  static final class Lazy {
    private static Lazy instance;
    private static int made;
    final int number = ++made;

    static Lazy get() {
      if (instance == null) {
        instance = new Lazy();
      } else {
        made = 7;
        instance = new Lazy();
      }
      return instance;
    }
  }

  /** What actors change of statics is put back. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ChangedByActors {
    static int plain;
    static volatile int counter;
    static final int[] ARRAY = {3};
    static final Kept OBJECT = new Kept();

    @Actor
    public void one(II_Result r) {
      r.r1 = plain + counter + ARRAY[0] + OBJECT.field;
      plain = 10;
      counter++;
      ARRAY[0] = 20;
      OBJECT.field = 40;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = counter;
      counter = 5;
    }
  }

  /** Initialisers that need each other: whether two actors wait depends on what setup needs. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Cyclic {
    private final int seen;

    public Cyclic() {
      this(false);
    }

    public Cyclic(boolean inSetup) {
      seen = inSetup ? First.value : 0;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = First.value + seen;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = Second.value;
    }
  }

  /** Has no initialiser, but its superclass has. */
  static final class OfFirst extends First {
    static int ten() {
      return 10;
    }
  }

  /** The same. */
  static final class OfSecond extends Second {
    static int ten() {
      return 10;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class CyclicByASubclass {
    private final int seen;

    public CyclicByASubclass() {
      this(false);
    }

    public CyclicByASubclass(boolean inSetup) {
      seen = inSetup ? First.value : 0;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = OfFirst.ten() + seen;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = OfSecond.ten();
    }
  }

  static class First {
    static int value = 1 + Second.number();

    static int number() {
      return 1;
    }
  }

  static class Second {
    static int value = 1 + First.number();

    static int number() {
      return 1;
    }
  }

  /** An initialiser that looks at what setup has left. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Looking {
    static int given;
    final int seen;

    public Looking() {
      this(1);
    }

    public Looking(int number) {
      given = number;
      seen = Looks.SEEN;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = seen;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = Looks.SEEN;
    }
  }

  static final class Looks {
    static final int SEEN = Looking.given + 0;
  }
}
