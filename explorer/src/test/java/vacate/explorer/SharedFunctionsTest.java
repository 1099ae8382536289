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
 * Functions are objects that never change: another actor may find one and call it, whether a lambda
 * made it or the JDK out of others.
 *
 * <p>One actor puts the function of the second column into {@code f}, another calls it as in the
 * third or says none, a third one writes 5 to {@code x} and then 1 to {@code y}. To the right is
 * every outcome under sc, or after {@code !} why it is refused.
 */
class SharedFunctionsTest {
  private static final String TABLE =
      """
      F       | a -> a + 1                                  | f.apply(3)      => none / 4
      F       | inc.andThen(a -> a * 2)                     | f.apply(3)      => none / 8
      F       | inc.compose(a -> a * 2)                     | f.apply(3)      => none / 7
      F       | inc.andThen(inc).andThen(inc).compose(inc)  | f.apply(3)      => none / 7
      F       | new Inc().andThen(new Inc())                | f.apply(3)      => none / 5
      F       | Function.identity()                         | f.apply(3)      => none / 3
      F       | UnaryOperator.identity()                    | f.apply(3)      => none / 3
      F       | Function.<Integer>identity().andThen(inc)   | f.apply(3)      => none / 4
      B       | ((B) Integer::sum).andThen(inc)             | f.apply(3, 4)   => none / 8
      B       | BinaryOperator.maxBy(Comparator.naturalOrder())   | f.apply(3, 4)   => none / 4
      Is      | big.and(a -> a < 9)                         | f.test(8)       => none / true
      Is      | big.or(a -> a < 9)                          | f.test(3)       => none / true
      Is      | big.negate()                                | f.test(8)       => none / false
      Is      | Predicate.not(big)                          | f.test(8)       => none / false
      Is      | Predicate.isEqual(8)                        | f.test(8)       => none / true
      IntUnaryOperator | ((IntUnaryOperator) a -> a + 1).andThen(a -> a * 2)   | f.applyAsInt(3) => none / 8
      IntPredicate     | ((IntPredicate) a -> a > 1).negate()                  | f.test(1)       => none / true
      C       | Comparator.comparing(String::length)        | f.compare("a", "bb")   => none / -1
      C       | Comparator.comparingInt(String::length).reversed()   | f.compare("a", "bb")   => none / 1
      C       | Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder())   | f.compare("a", "b")   => none / -1
      C       | Comparator.comparing(String::length).thenComparing(String::valueOf).reversed()  | f.compare("a", "b")   => none / 1
      C       | Comparator.nullsFirst(Comparator.comparing(String::length))   | f.compare(null, "b")   => none / -1
      C       | Comparator.naturalOrder()                   | f.compare("a", "b")    => none / -1
      C       | Comparator.reverseOrder()                   | f.compare("a", "b")    => none / 1
      C       | Collections.reverseOrder()                  | f.compare("a", "b")    => none / 1
      C       | Collections.reverseOrder(String.CASE_INSENSITIVE_ORDER)   | f.compare("A", "b")   => none / 1
      C       | String.CASE_INSENSITIVE_ORDER               | f.compare("A", "a")    => none / 0
      F       | add(x)                                      | f.apply(3)      => none / 3 / 8
      F       | add(x).andThen(add(x))                      | f.apply(3)      => none / 3 / 8 / 13
      F       | cell(x)                                     | f.apply(3)      => none / 3 / 8
      F       | cell(x)                                     | f.apply(3) + b * 100        => none / 3 / 103 / 8 / 108
      F       | cell(x).andThen(cell(x))                    | f.apply(3) + b * 100        => none / 3 / 103 / 8 / 108 / 13 / 113
      F       | new Cell(x).andThen(inc)                    | f.apply(3) + b * 100        => none / 4 / 104 / 9 / 109
      F       | twice(cell(x))                              | f.apply(3) + b * 100        => none / 3 / 103 / 13 / 113
      F       | twice(cell(x).andThen(new Cell(0)))         | f.apply(3) + b * 100        => none / 3 / 103 / 13 / 113
      F       | new Cell(x)::apply                          | f.apply(3) + b * 100        => none / 3 / 103 / 8 / 108
      F       | me(new int[] {x})                           | f.apply(3) + b * 100        => none / 1 / 101
      F       | new Me(x).andThen(inc)                      | f.apply(3) + b * 100        => ! relies on the identity of a t.Shared$Me
      F       | a -> text.append(a).length()                | f.apply(3)      => none / 1
      F       | inc.andThen(new ArrayList<>(List.of(1, 2, 3, 4, 5))::get) | f.apply(3) => none / 5
      F       | new HashMap<>(Map.of(3, 4))::get            | f.apply(3)      => none / 4
      F       | ((Mine) a -> a + 1).andThen(inc)            | f.apply(3)      => none / 5
      Supplier<Object> | new StringBuilder("a")::toString   | f.get()         => none / a
      Iterator<Integer> | List.of(1).iterator()             | f.next()        => none / 1
      """;

  private static final String FIXTURES =
      """
      package t;
      import java.util.*; import java.util.function.*;
      public class Shared {
        interface Mine extends Function<Integer, Integer> {}
        static class Inc implements Function<Integer, Integer> {
          public Integer apply(Integer a) { return a + 1; }
        }
        static class Cell implements Function<Integer, Integer> {
          int v;
          Cell(int v) { this.v = v; }
          public Integer apply(Integer a) { return a + v; }
        }
        static class Me implements Function<Integer, Integer> {
          int v;
          Me me;
          Me(int v) { this.v = v; me = this; }
          public Integer apply(Integer a) { return me == this ? v - v + 1 : 0; }
        }
        static Function<Integer, Integer> add(int k) { return a -> a + k; }
        static Function<Integer, Integer> cell(int k) { int[] c = {k}; return a -> a + c[0]; }
        static Function<Integer, Integer> twice(Function<Integer, Integer> g) {
          return a -> g.apply(a) + g.apply(0);
        }
        static Function<Integer, Integer> me(int[] c) {
          Object[] self = {c};
          return a -> self[0] == c ? 1 : 0;
        }
        public abstract static class Test {
          static final Function<Integer, Integer> inc = a -> a + 1;
          static final Predicate<Integer> big = a -> a > 5;
          final StringBuilder text = new StringBuilder();
          volatile int x;
          volatile int y;
        }
      """;

  private static final List<String> ROWS = TABLE.lines().toList();

  @TempDir static Path folder;
  private static TestSuite suite;

  @BeforeAll
  static void compile() throws IOException {
    StringBuilder source = new StringBuilder(FIXTURES);
    ROWS.forEach(row -> source.append(test(row)));
    suite = new TestSuite(List.of(Compiled.into(folder, source + "}")));
  }

  private static String test(String row) {
    String[] cells = row.split(" +=> ")[0].split(" +\\| +");
    String type =
        switch (cells[0]) {
          case "F" -> "Function<Integer, Integer>";
          case "B" -> "BiFunction<Integer, Integer, Integer>";
          case "Is" -> "Predicate<Integer>";
          case "C" -> "Comparator<String>";
          default -> cells[0];
        };
    return """
        @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
        public static class T%d extends Test {
          %s shared;
          @Actor public void caller(L_Result r) {
            int b = y;
            %s f = shared;
            r.r1 = f == null ? "none" : %s;
          }
          @Actor public void publisher() { shared = %s; }
          @Actor public void writer() { x = 5; y = 1; }
        }
        """
        .formatted(
            ROWS.indexOf(row),
            type,
            type,
            cells[2],
            cells[1].replace("(B)", "(BiFunction<Integer, Integer, Integer>)"));
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
  void aFunctionThatAnotherActorFindsIsWhatItWasMadeOf(String row) {
    String says = row.split(" +=> ")[1];
    Result r =
        Explorer.explore(
            test("t.Shared$T" + ROWS.indexOf(row), suite), suite.loader(), SC, Bounds.DEFAULT);
    if (says.startsWith("! ")) {
      assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
      assertThat(r.reason()).contains(says.substring(2)).contains("(Shared.java:");
    } else {
      assertThat(r.reason()).isNull();
      assertThat(r.outcomeIds()).containsExactlyInAnyOrder(says.split(" / "));
    }
  }

  private static StressTest test(String className, TestSuite suite) {
    return suite.tests().stream()
        .filter(t -> t.className().equals(className))
        .findFirst()
        .orElseThrow();
  }
}
