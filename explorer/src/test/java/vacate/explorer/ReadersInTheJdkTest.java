// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.explorer.jcstress.StressTest;

/**
 * Every way in which code that is not woven comes to read an object of the test. While an actor
 * runs the heap is scratch space, so each either reads through woven code, or is refused by name.
 *
 * <p>To the left is what the last actor does; to the right every outcome under sc, or after {@code
 * !} why it is refused. One actor writes 3 to {@code p.v}, which is 1; another puts a record with
 * what it finds there into {@code made}.
 */
class ReadersInTheJdkTest {
  private static final String OF_OBJECTS =
      """
      "a " + p                                              => a P1 / a P3
      String.valueOf(p)                                     => P1 / P3
      String.format("%s", p)                                => P1 / P3
      "%s".formatted(p)                                     => P1 / P3
      new StringBuilder().append(p).toString()              => P1 / P3
      new StringBuilder("a").insert(0, p).toString()        => P1a / P3a
      Objects.toString(p)                                   => P1 / P3
      Objects.equals(p, new P(3))                           => false / true
      Objects.hash(p)                                       => 32 / 34
      Objects.hashCode(p)                                   => 1 / 3
      List.of(p).contains(new P(3))                         => false / true
      List.of(p).equals(List.of(new P(3)))                  => false / true
      List.of(p).hashCode()                                 => 32 / 34
      List.of(p).toString()                                 => [P1] / [P3]
      new ArrayList<>(List.of(p)).indexOf(new P(3))         => -1 / 0
      new ArrayList<>(List.of(p)).remove(new P(3))          => false / true
      new HashSet<>(List.of(p)).contains(new P(3))          => false / true
      with(new HashMap<P, String>(), m -> m.put(p, "a")).get(new P(3))  => null / a
      Map.entry(p, 0).toString()                            => P1=0 / P3=0
      new TreeSet<>(List.of(p, new P(2))).first() == p      => false / true
      Collections.max(List.of(p, new P(2))) == p            => false / true
      with(new ArrayList<>(List.of(p, new P(2))), Collections::sort).get(0) == p  => false / true
      with(two(), l -> l.sort(Comparator.naturalOrder())).get(0) == p     => false / true
      with(two(), l -> l.sort(Comparator.comparing(q -> q.v))).get(0) == p   => false / true
      with(two(), l -> l.sort(Comparator.comparingInt(P::v))).get(0) == p    => false / true
      Stream.of(p, new P(3)).distinct().count()             => 2 / 1
      Stream.of(p).map(String::valueOf).collect(Collectors.joining())     => P1 / P3
      Stream.of(p).mapToInt(P::v).sum()                     => 1 / 3
      Optional.of(p).toString()                             => Optional[P1] / Optional[P3]
      Optional.of(p).equals(Optional.of(new P(3)))          => false / true
      Optional.of(p).map(P::v).get()                        => 1 / 3
      Arrays.toString(new P[] {p})                          => [P1] / [P3]
      Arrays.hashCode(new P[] {p})                          => 32 / 34
      Arrays.equals(new P[] {p}, new P[] {new P(3)})        => false / true
      Arrays.asList(p).indexOf(new P(3))                    => -1 / 0
      ((Supplier<String>) p::toString).get()                => P1 / P3
      ((Supplier<Integer>) () -> p.v).get()                 => 1 / 3
      ((Function<Object, String>) Object::toString).apply(p)           => P1 / P3
      ((Function<Object, String>) String::valueOf).apply(p)            => P1 / P3
      ((Function<P, Integer>) P::hashCode).apply(p)                    => 1 / 3
      ((BiPredicate<Object, Object>) Objects::equals).test(p, new P(3))   => false / true
      p.copy().v                                            => 1 / 3
      E.valueOf("A").of(p)                                  => 1 / 3
      Enum.valueOf(E.class, "A").of(p) + E.values().length  => 3 / 5
      EnumSet.allOf(E.class).iterator().next().of(p)        => 1 / 3
      new EnumMap<>(Map.of(E.A, p)).toString()              => {A=P1} / {A=P3}
      switch (E.values()[0]) { case A -> p.v; case B -> 0; }   => 1 / 3
      Arrays.deepToString(new P[] {p})                      => [P1] / [P3]
      Arrays.deepHashCode(new P[] {p})                      => 32 / 34
      Arrays.deepEquals(new P[] {p}, new P[1])              => false
      with(new P[] {p, new P(2)}, Arrays::sort)[0] == p         => false / true
      with(new P[] {p, new P(2)}, a -> Arrays.sort(a, Comparator.naturalOrder()))[0] == p   => false / true
      P.class.getDeclaredField("v").getInt(p)               => 1 / 3
      P.class.getDeclaredFields()[0].getInt(p)              => ! calls java.lang.Class.getDeclaredFields
      P.class.getDeclaredMethod("v").invoke(p)              => 1 / 3
      String.class.getMethod("valueOf", Object.class).invoke(null, p)   => P1 / P3
      R.class.getRecordComponents()[0].getAccessor()        => ! calls java.lang.Class.getRecordComponents
      MethodHandles.lookup().findGetter(P.class, "v", int.class).invoke(p)   => 1 / 3
      new java.io.ObjectOutputStream(System.out)            => ! calls java.io.ObjectOutputStream.<init>
      new Bare().toString()                                 => ! the result is another in each run of the JVM
      "" + new Bare()                                       => ! the result is another in each run of the JVM
      List.of(new Bare()).toString()                        => ! the result is another in each run of the JVM
      new Bare() { String text() { return super.toString(); } }.text()   => ! the result is another in each run of the JVM
      "" + new Object()                                     => ! relies on the identity hash code
      "" + new int[1]                                       => ! relies on the identity hash code
      String.valueOf(new P[1])                              => ! relies on the identity hash code
      String.format("%s", new int[1])                       => ! relies on the identity hash code
      Arrays.toString(new int[1][1])                        => ! relies on the identity hash code
      "" + (Runnable) () -> {}                              => ! relies on the identity hash code
      List.of(new int[1]).toString()        => ! relies on the identity hash code
      GIVEN.toString()                      => ! relies on the identity hash code
      castMessage(p)                        => class t.Readers$P cannot be cast to class java.lang.Integer (t.Readers$P is in unnamed module of loader 'app'; java.lang.Integer is in module java.base of loader 'bootstrap')
      new Final().copy()                                    => ! the result is another in each run
      new AtomicInteger().getClass().getName()              => ! relies on the name of java.util.concurrent.atomic.AtomicInteger
      "" + AtomicInteger.class                              => ! relies on the name of java.util.concurrent.atomic.AtomicInteger
      "" + new Semaphore(1)                                 => ! the result is another in each run of the JVM
      """;

  private static final String OF_RECORDS =
      """
      new R(1).equals(made)                => false / true
      made.equals(new R(3))                => false / true
      made.equals(null) || made.equals(p)  => false
      made.hashCode()                      => 0 / 1 / 3
      made.toString()                      => R[v=0] / R[v=1] / R[v=3]
      "" + made                            => R[v=0] / R[v=1] / R[v=3]
      made.v()                             => 0 / 1 / 3
      Objects.equals(made, new R(3))       => false / true
      List.of(made).contains(new R(3))     => false / true
      new HashSet<>(List.of(made)).contains(new R(3))              => false / true
      new Pair(made, 0.0).equals(new Pair(new R(3), 0.0))          => false / true
      new Pair(made, 0.0).equals(new Pair(made, -0.0))             => false
      new Pair(null, Double.NaN).equals(new Pair(null, Double.NaN))   => true
      new Pair(made, 1.5).toString()       => Pair[r=R[v=0], d=1.5] / Pair[r=R[v=1], d=1.5] / Pair[r=R[v=3], d=1.5]
      new Pair(null, 0).hashCode()         => 0
      new Wide(true, (byte) 1, 'c', (short) 2, 3L, 4f, null, "l").toString()   => Wide[z=true, b=1, c=c, s=2, j=3, f=4.0, n=null, l=l]
      new Empty().toString() + new Empty().hashCode() + new Empty().equals(new Empty())   => Empty[]0true
      new Loose(new int[1]).toString()     => ! relies on the identity hash code of a [I
      """;

  private static final String OF_RESULTS =
      """
      p                      => P3
      made                   => R[v=0] / R[v=1] / R[v=3]
      this                   => state with 3
      E.A                    => A
      p.v                    => 1 / 3
      "a"                    => a
      null                   => null
      P.class.getSimpleName()   => P
      new Throwing(p)        => toString threw java.lang.IllegalStateException: 3
      raise(new Broken(p))   => actor2 threw t.Readers$Broken: 1 / actor2 threw t.Readers$Broken: 3
      (Integer) (Object) p   => actor2 threw java.lang.ClassCastException: class t.Readers$P cannot be cast to class java.lang.Integer (t.Readers$P is in unnamed module of loader 'app'; java.lang.Integer is in module java.base of loader 'bootstrap')
      new Bare()             => ! the result is another in each run of the JVM
      new int[1]             => ! relies on the identity hash code of a [I
      new AtomicInteger(4)   => 4
      (Runnable) () -> {}    => ! relies on the identity hash code of a t.Readers
      AtomicInteger.class    => ! relies on the name of java.util.concurrent.atomic.AtomicInteger
      List.of(p)             => [P3]
      """;

  private static final String FIXTURES =
      """
      package t;
      import java.lang.invoke.*; import java.util.*; import java.util.concurrent.*;
      import java.util.concurrent.atomic.*; import java.util.function.*; import java.util.stream.*;
      public class Readers {
        static class P implements Comparable<P>, Cloneable {
          int v;
          P(int v) { this.v = v; }
          int v() { return v; }
          P copy() throws CloneNotSupportedException { return (P) clone(); }
          @Override public boolean equals(Object o) { return this == o || o instanceof P q && q.v == v; }
          @Override public int hashCode() { return v; }
          @Override public String toString() { return "P" + v; }
          @Override public int compareTo(P o) { return o == this ? 0 : -Integer.compare(v, o.v); }
        }
        static class Bare {}
        static final List<?> GIVEN = List.of(new int[1]);
        static class Final implements Cloneable {
          final int v = 1;
          Object copy() throws CloneNotSupportedException { return clone(); }
        }
        static class Throwing {
          final P p;
          Throwing(P p) { this.p = p; }
          @Override public String toString() { throw new IllegalStateException("" + p.v); }
        }
        static class Broken extends RuntimeException {
          final P p;
          Broken(P p) { this.p = p; }
          @Override public String getMessage() { return "" + p.v; }
        }
        enum E { A, B { @Override int of(P p) { return 0; } }; int of(P p) { return p.v; } }
        record R(int v) {}
        record Pair(R r, double d) {}
        record Wide(boolean z, byte b, char c, short s, long j, float f, Integer n, String l) {}
        record Empty() {}
        record Loose(Object o) {}
        static <T> T with(T t, Consumer<T> c) { c.accept(t); return t; }
        static Object castMessage(Object o) {
          try { return (Integer) o; } catch (ClassCastException e) { return e.getMessage(); }
        }
        static String text(Object o) { return String.valueOf(o); }
        static Object raise(RuntimeException e) { throw e; }
        public abstract static class Test {
          final P p = new P(1);
          volatile R made = new R(0);
          List<P> two() { return new ArrayList<>(List.of(p, new P(2))); }
          @Override public String toString() { return "state with " + p.v; }
        }
      """;

  private static final List<String> TABLES = List.of(OF_OBJECTS, OF_RECORDS, OF_RESULTS);
  private static final List<String> ROWS = TABLES.stream().flatMap(String::lines).toList();

  @TempDir static Path folder;
  private static TestSuite suite;

  @BeforeAll
  static void compile() throws IOException {
    StringBuilder source = new StringBuilder(FIXTURES);
    for (String table : TABLES) {
      table.lines().forEach(row -> source.append(test(row, table)));
    }
    suite = new TestSuite(List.of(Compiled.into(folder, source + "}")));
  }

  private static String test(String row, String table) {
    String does = row.split(" +=> ")[0];
    return """
        @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
        public static class T%s extends Test {
          @Actor public void actor0() { p.v = 3; }
          @Actor public void actor1() { %s }
          @Actor public void actor2(L_Result r) throws Throwable { r.r1 = %s; }
        }
        """
        .formatted(
            ROWS.indexOf(row),
            table.equals(OF_OBJECTS) ? "" : "made = new R(p.v);",
            table.equals(OF_RESULTS) ? does : "text(" + does + ")");
  }

  @AfterAll
  static void close() throws IOException {
    suite.close();
  }

  static List<String> rows() {
    return ROWS;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theJdkReadsWhatTheExecutionSaysOrNotAtAll(String row) {
    StressTest test = test("t.Readers$T" + ROWS.indexOf(row));
    String says = row.split(" +=> ")[1];
    Result r = Explorer.explore(test, suite.loader(), SC, Bounds.DEFAULT);
    if (says.startsWith("! ")) {
      assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
      assertThat(r.reason()).contains(says.substring(2));
    } else {
      assertThat(r.reason()).isNull();
      assertThat(r.outcomeIds()).containsExactlyInAnyOrder(says.split(" / "));
    }
  }

  private static StressTest test(String className) {
    return suite.tests().stream()
        .filter(t -> t.className().equals(className))
        .findFirst()
        .orElseThrow();
  }
}
