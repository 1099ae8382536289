// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** jcstress makes many instances in one JVM; where a later one would see others the result says. */
class FirstInstanceTest {
  private static final String TEST =
      """
      package p;
      import java.util.*;
      import java.util.concurrent.atomic.*;
      @JCStressTest
      @Outcome(expect = Expect.ACCEPTABLE)
      @State
      public class Counted {
        %s
        int x;
        @Actor public void a() { x = 1; }
        @Actor public void b(I_Result r) { r.r1 = x; }
      }
      """;

  @TempDir Path folder;

  private Result explore(String fields) throws IOException {
    Compiled.into(folder, TEST.formatted(fields));
    Result r = Compiled.explore(SC, folder);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    return r;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "static int made; final int me = made++;|p.Counted.made",
        "static final AtomicInteger MADE = new AtomicInteger(); final int me = MADE.getAndIncrement();"
            + "|the value of a java.util.concurrent.atomic.AtomicInteger",
        "static int[] made = new int[1]; { made[0]++; }|an element of a int[]",
        "static final List<Integer> ALL = new ArrayList<>(); { ALL.add(1); }|a java.util.ArrayList",
        "static final Random LOTS = new Random(1); int lot = LOTS.nextInt();|a java.util.Random",
        "static int last; final int seen = last; @Actor public void c() { last = 2; }|p.Counted.last"
      })
  void whatAnEarlierOneLeavesIsSaid(String fields, String what) throws IOException {
    assertThat(explore(fields).assumes())
        .isEqualTo(
            "the first instance of the test: setup finds "
                + what
                + " as none before it has left it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "static int n; @Actor public void c() { n++; }|p.Counted.n",
        "static final AtomicInteger N = new AtomicInteger(); @Actor public void c() { N.getAndAdd(1); }"
            + "|the value of a java.util.concurrent.atomic.AtomicInteger",
        "enum E { A; int n; } @Actor public void c() { E.A.n = 1; }|the n of a p.Counted$E",
        "static final ThreadLocal<int[]> T = ThreadLocal.withInitial(() -> new int[1]);"
            + " @Actor public void c() { T.get()[0]++; }|what a thread has in a ThreadLocal"
      })
  void whatActorsLeaveIsSaid(String fields, String what) throws IOException {
    assertThat(explore(fields).assumes())
        .isEqualTo(
            "the first instance of the test: actors find "
                + what
                + " as none before it has left it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static int max = 5; final int seen = max;",
        "static Object last; { last = this; }",
        "static int last; { last = 1; int seen = last; }",
        "static final List<Integer> ALL = new ArrayList<>(List.of(1)); final int seen = ALL.get(0);",
        "static final int[] ALL = {1}; final int seen = ALL[0];",
        "static final Map<String, Integer> ALL = Map.of(\"a\", 1); final int seen = ALL.get(\"a\");",
        "final List<Integer> own = new ArrayList<>(); { own.add(1); }"
      })
  void whatTheyDoNotChangeIsNot(String fields) throws IOException {
    assertThat(explore(fields).assumes()).isNull();
  }
}
