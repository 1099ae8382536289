// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.HashCodes;

/** What rests on a hash code that is another in each run of the JVM is refused; the rest is not. */
class HashCodesTest {
  private static final String TEST =
      """
      package p;
      import java.util.*;
      import java.util.function.*;
      public class Uses {
        enum Color { RED, GREEN, BLUE { public String toString() { return "b"; } } }
        static class Node { int number = 1; }
        static class Super extends Node { public int hashCode() { return super.hashCode() & 1; } }
        record Pair(Object a, int b) {}
        static int applied(ToIntFunction<Color> f) { return f.applyAsInt(Color.RED); }
        @SafeVarargs static <T> Set<T> set(T... all) { return new HashSet<>(Arrays.asList(all)); }
        static Map<Node, Integer> keys() {
          Map<Node, Integer> map = new HashMap<>();
          map.put(new Node(), 1);
          map.put(new Node(), 2);
          return map;
        }
        static Map<String, Integer> identities() {
          Map<String, Integer> map = new IdentityHashMap<>();
          map.put("a", 1);
          map.put("bb", 2);
          return map;
        }
        static Set<String> identitySet() {
          Set<String> set = Collections.newSetFromMap(new IdentityHashMap<>());
          set.add("a");
          set.add("b");
          return set;
        }
        static int use() { return %s; }

        @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
        public static class InActor {
          @Actor public void a(I_Result r) { r.r1 = use(); }
        }
        @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
        public static class InArbiter {
          @Actor public void a() { }
          @Arbiter public void b(I_Result r) { r.r1 = use(); }
        }
        @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
        public static class InSetup {
          final int used = use();
          @Actor public void a(I_Result r) { r.r1 = used; }
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Node().hashCode()",
        "new Super().hashCode()",
        "Color.RED.hashCode()",
        "Color.BLUE.hashCode()",
        "java.util.concurrent.TimeUnit.DAYS.hashCode()",
        "Node.class.hashCode()",
        "String.class.hashCode()",
        "new int[1].hashCode()",
        "((Object) Color.RED).hashCode()",
        "applied(Color::hashCode)",
        "applied(Object::hashCode)",
        "Objects.hashCode(Color.RED)",
        "Objects.hash(1, Color.RED)",
        "Arrays.hashCode(new Object[] {1, Node.class})",
        "new ArrayList<>(List.of(Color.RED)).hashCode()",
        "List.of(List.of(1), List.of(Color.RED)).hashCode()",
        "new EnumMap<>(Map.of(Color.RED, 1)).hashCode()",
        "Map.entry(1, Color.RED).hashCode()",
        "new Pair(Color.RED, 1).hashCode()",
        "System.identityHashCode(Color.RED)",
        "new Node().toString().length()",
        "(\"a \" + new Node()).length()",
        "String.valueOf(new Node()).length()",
        "new StringBuilder().append(new Node()).length()",
      })
  void aHashCodeIsTakenToBeOne(String use) throws IOException {
    for (Result r : explore(use)) {
      assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
      assertThat(r.assumes()).as(r.toString()).contains("one identity hash code of each");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Optional.of(Color.RED).hashCode()",
        "String.format(\"%%h\", Color.RED).length()",
        "\"%%10H\".formatted(Color.RED).length()",
      })
  void aHashCodeThatTheJdkAsksForIsRefused(String use) throws IOException {
    isRefused(use, "relies on .*, at");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set(Color.values()).iterator().next().ordinal()",
        "set(String.class, Node.class).iterator().next() == Node.class ? 1 : 0",
        "keys().keySet().iterator().next().number",
        "keys().values().iterator().next()",
        "keys().entrySet().iterator().next().getValue()",
        "(\"\" + set(Color.values())).length()",
        "String.valueOf(keys()).length()",
        "set(Color.values()).stream().findFirst().get().ordinal()",
        "new ArrayList<>(set(Color.values())).get(0).ordinal()",
        "set(Color.values()).toArray(new Color[0])[0].ordinal()",
        "identities().keySet().iterator().next().length()",
        "new ArrayList<>(identitySet()).size()",
      })
  void anOrderThatHashCodesMakeIsRefused(String use) throws IOException {
    isRefused(
        use, "(relies on the (order of a|identity hash code of)|calls \\S+identityHashCode).*, at");
  }

  /** Setup runs once, and is taken to see one of the orders. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Set.of(1, 2, 3).iterator().next()",
        "Map.of(1, 2, 3, 4).values().iterator().next()",
      })
  void anOrderThatTheJvmDrawsIsRefusedInActors(String use) throws IOException {
    for (Result r : explore(use)) {
      if (r.test().endsWith("InSetup")) {
        assertThat(r.assumes())
            .as(r.toString())
            .contains("one order of each Set.of and Map.of that setup looks at");
      } else {
        assertThat(r.reason()).as(r.toString()).contains("relies on the order of");
      }
    }
  }

  /** In an actor, in an arbiter and in setup. */
  private List<Result> explore(String use) throws IOException {
    Compiled.into(folder, TEST.formatted(use));
    try (TestSuite suite = new TestSuite(List.of(folder))) {
      List<Result> results =
          suite.tests().stream()
              .map(test -> Explorer.explore(test, suite.loader(), SC, Bounds.DEFAULT))
              .toList();
      assertThat(results)
          .extracting(Result::test)
          .containsExactlyInAnyOrder("p.Uses.InActor", "p.Uses.InArbiter", "p.Uses.InSetup");
      return results;
    }
  }

  /** Where the table is code, it is refused when its first key is asked for its hash code. */
  private void isRefused(String use, String why) throws IOException {
    for (Result r : explore(use.replace("%%", "%"))) {
      assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
      assertThat(r.reason()).as(r.toString()).containsPattern(why).contains("(Uses.java:");
    }
  }

  @Test
  void toLookThingsUpIsNot() {
    assertThat(Explorer.explore(HashCodes.Harmless.class, SC).outcomeIds()).containsExactly("1");
  }
}
