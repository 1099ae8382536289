// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** What is refused: each would make the verdict depend on something that is not explored. */
public final class Refusals {
  private Refusals() {}

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SharedMap {
    final Map<String, String> map = new HashMap<>();

    @Actor
    public void actor(L_Result r) {
      r.r1 = map.get("key");
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Time {
    @Actor
    public void actor(L_Result r) {
      r.r1 = System.nanoTime();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class StartsThread {
    @Actor
    public void actor(L_Result r) {
      new Thread(() -> {}).start();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Randomness {
    @Actor
    public void actor(L_Result r) {
      r.r1 = Math.random();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class StrictRandomness {
    @Actor
    public void actor(L_Result r) {
      r.r1 = StrictMath.random();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SplitRandomness {
    @Actor
    public void actor(L_Result r) {
      r.r1 = new SplittableRandom().split().nextInt();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SharedRandomness {
    final SplittableRandom random = new SplittableRandom(1);

    @Actor
    public void actor(L_Result r) {
      r.r1 = random.nextInt();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Reflection {
    int x;

    @Actor
    public void actor(L_Result r) throws ReflectiveOperationException {
      r.r1 = Reflection.class.getDeclaredFields()[0].get(this);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Waits {
    @Actor
    public void actor(L_Result r) throws InterruptedException {
      synchronized (this) {
        wait();
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Publishes {
    Object shared;

    @Actor
    public void actor(L_Result r) {
      shared = new Date(0);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Concatenates {
    final Date shared = new Date(0);

    @Actor
    public void actor(L_Result r) {
      r.r1 = "text" + shared;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Copies {
    final List<String> shared = new ArrayList<>();

    @Actor
    public void actor(L_Result r) {
      r.r1 = new ArrayList<>(shared).size();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Captures {
    final Supplier<Map<String, String>> supplier = supplier();

    private static Supplier<Map<String, String>> supplier() {
      Map<String, String> captured = new HashMap<>();
      return () -> captured;
    }

    @Actor
    public void actor(L_Result r) {
      r.r1 = supplier.get().size();
    }
  }

  static class OwnMap extends HashMap<String, String> {
    private static final long serialVersionUID = 1L;
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ExtendsMap {
    final OwnMap map = new OwnMap();

    @Actor
    public void actor(L_Result r) {
      r.r1 = map.get("key");
    }
  }

  static class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SharesException {
    Trouble trouble;

    @Actor
    public void actor(L_Result r) {
      trouble = new Trouble();
    }
  }

  static class Escaping {
    static Escaping leaked;
    final int value;

    Escaping() {
      leaked = this;
      value = 42;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Leaks {
    @Actor
    public void actor(L_Result r) {
      r.r1 = new Escaping().value;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SharesArray {
    final int[] cells = new int[2];

    @Actor
    public void actor(L_Result r) {
      r.r1 = java.util.Arrays.toString(cells);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class FailsInSetup {
    final int[] cells = new int[Integer.parseInt("-1")];

    @Actor
    public void actor(L_Result r) {
      r.r1 = cells.length;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SharesAdder {
    final java.util.concurrent.atomic.LongAdder adder = new java.util.concurrent.atomic.LongAdder();

    @Actor
    public void actor(L_Result r) {
      adder.increment();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SharesConcurrentMap {
    final Map<String, String> map = new java.util.concurrent.ConcurrentHashMap<>();

    @Actor
    public void actor(L_Result r) {
      r.r1 = map.putIfAbsent("key", "value");
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class TakesTheFirst {
    final java.util.Set<Integer> set = java.util.Set.of(1, 2);

    @Actor
    public void actor(L_Result r) {
      r.r1 = set.iterator().next();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "printed", expect = Expect.ACCEPTABLE)
  public static class Prints {
    @Actor
    public void actor(L_Result r) {
      System.out.println(1);
      System.err.print("");
      System.err.printf("%s%n", new Exception("printed"));
      new Exception("printed").printStackTrace(System.err);
      r.r1 = "printed";
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class PrintsAnObject {
    @Actor
    public void actor(L_Result r) {
      System.out.println(this);
    }
  }

  static class Whispering {
    static Supplier<Integer> leaked;
    final int value;

    Whispering() {
      leaked = this::value;
      value = 42;
    }

    Integer value() {
      return value;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class LeaksInLambda {
    @Actor
    public void actor(L_Result r) {
      r.r1 = new Whispering().value;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SharesInLambda {
    Supplier<Integer> shared;

    @Actor
    public void actor(L_Result r) {
      Date own = new Date(0);
      shared = () -> own.hashCode();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class NotReached {
    int never;

    @Actor
    public void actor(L_Result r) {
      if (never != 0) {
        System.exit(1);
      }
      r.r1 = "fine";
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WaitingArbiter {
    volatile int never;

    @Actor
    public void actor() {}

    @Arbiter
    public void arbiter(L_Result r) {
      while (never == 0) {}
      r.r1 = never;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RefersToList {
    final List<String> list = new ArrayList<>();
    final Predicate<String> add = list::add;

    @Actor
    public void actor(L_Result r) {
      r.r1 = add.test("element");
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RefersToAdder {
    final LongAdder adder = new LongAdder();
    final Runnable add = adder::increment;

    @Actor
    public void actor(L_Result r) {
      add.run();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RefersToText {
    final Object text = new Date(0);
    final Supplier<String> string = text::toString;

    @Actor
    public void actor(L_Result r) {
      r.r1 = string.get();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RefersToClock {
    final LongSupplier clock = System::nanoTime;

    @Actor
    public void actor(L_Result r) {
      r.r1 = clock.getAsLong();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class BoxesAdder {
    final Number adder = new LongAdder();

    @Actor
    public void actor(L_Result r) {
      r.r1 = adder.intValue();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Suppresses {
    final RuntimeException shared = new RuntimeException();

    @Actor
    public void actor(L_Result r) {
      shared.addSuppressed(new Exception());
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class LooksForSuppressed {
    final Trouble shared = new Trouble();

    @Actor
    public void actor(L_Result r) {
      r.r1 = shared.getSuppressed().length;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RefersToCause {
    final Trouble shared = new Trouble();
    final Supplier<Throwable> cause = shared::getCause;

    @Actor
    public void actor(L_Result r) {
      r.r1 = cause.get() == null;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "2 cause", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class KeepsToItself {
    @Actor
    public void actor(L_Result r) {
      List<StringBuilder> own = new ArrayList<>();
      Stream.of("a", "b").map(StringBuilder::new).forEach(own::add);
      Trouble trouble = new Trouble();
      trouble.initCause(new RuntimeException("cause"));
      Function<Throwable, String> message = Throwable::getMessage;
      r.r1 = own.size() + " " + message.apply(trouble.getCause());
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class LooksAtItsTrace {
    @Actor
    public void actor(L_Result r) {
      r.r1 = new Throwable().getStackTrace()[1].getMethodName();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class PrintsItsTrace {
    @Actor
    public void actor(L_Result r) {
      new Exception("x").printStackTrace((PrintWriter) null);
    }
  }

  static class OwnStream extends PipedOutputStream {
    static int none() {
      return 0;
    }

    int one() {
      return 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class MakesStream {
    @Actor
    public void actor(L_Result r) {
      r.r1 = new OwnStream() != null;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class MakesNoStream {
    OwnStream stream;

    @Actor
    public void actor(L_Result r) {
      r.r1 = stream == null ? OwnStream.none() : stream.one();
    }
  }
}
