// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What threads share of the JDK besides collections, and what they ask it. */
class SharedWithTheJdkTest {
  private static final String TEST =
      """
      package p;
      import org.openjdk.jcstress.annotations.*;
      import org.openjdk.jcstress.infra.results.*;
      import java.lang.invoke.*;
      import java.nio.*;
      import java.nio.charset.StandardCharsets;
      import java.util.*;
      import java.util.regex.Pattern;
      import java.time.LocalDate;
      import java.time.format.DateTimeFormatter;
      @JCStressTest
      @Outcome(expect = Expect.ACCEPTABLE)
      @State
      public class Uses {
        %s
        @Actor public void a(II_Result r) { r.r1 = %s; }
        @Actor public void b(II_Result r) { r.r2 = %s; }
      }
      """;

  @TempDir Path folder;

  private Result explore(String shared, String one, String other) throws IOException {
    Compiled.into(folder, TEST.formatted(shared, one, other));
    return Compiled.explore(JMM, folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "final Random f = new Random(42);      | f.nextInt(10)  | f.nextInt(10)           | 0, 3 / 3, 0",
        "final Pattern f = Pattern.compile(\"a+\"); | f.matcher(\"aa\").matches() ? 1 : 0 | 1 | 1, 1",
        "static final DateTimeFormatter F = DateTimeFormatter.ISO_DATE; | F.format(LocalDate.of(2020, 1, 2)).length() | 1 | 10, 1",
        "final Object o = new Object();        | held()         | Thread.holdsLock(o) ? 1 : 0 | 1, 0 ; int held() { synchronized (o) { return Thread.holdsLock(o) ? 1 : 0; } }",
        "final Thread t = new Thread();        | t.getState().ordinal() | 7               | 0, 7",
        "                                      | sums()[1]      | 7                       | 3, 7 ; int[] sums() { int[] q = {1, 2}; Arrays.parallelPrefix(q, Integer::sum); return q; }",
        "volatile int v; static final VarHandle V; static { try { V = MethodHandles.lookup().findVarHandle(Uses.class, \"v\", int.class).withInvokeExactBehavior(); } catch (ReflectiveOperationException e) { throw new Error(e); } } | (int) V.getAndAdd(this, 1) | (int) V.getAndAdd(this, 1) | 0, 1 / 1, 0",
        "                                      | System.out.printf(\"%%d\", 1) == System.out ? 1 : 0 | 7 | 1, 7",
      })
  void whatTheyShareIsJudged(String shared, String one, String other, String expected)
      throws IOException {
    String[] parts = expected.split(" ; ", 2);
    String members = (shared == null ? "" : shared) + (parts.length > 1 ? parts[1] : "");
    Result r = explore(members, one, other);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    if (!parts[0].isEmpty()) {
      assertThat(r.outcomeIds()).containsExactlyInAnyOrder(parts[0].trim().split(" / "));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "final StringBuilder t = new StringBuilder(); | t.append('c').length() | new String(t).length() | calls java.lang.String.<init>",
        "final ByteBuffer t = ByteBuffer.allocate(2); | t.put(0, (byte) 'a').get(1) | StandardCharsets.UTF_8.decode(t).length() | calls java.nio.charset.Charset.decode",
        "final Thread t = new Thread(() -> {}); | states() | 1 | calls java.lang.Thread.getState of a thread that runs ; int states() { t.start(); return t.getState().ordinal(); }",
      })
  void whatIsNotUnderstoodIsRefusedByName(String shared, String one, String other, String why)
      throws IOException {
    String[] parts = why.split(" ; ", 2);
    Result r = explore(shared + (parts.length > 1 ? parts[1] : ""), one, other);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(parts[0].trim());
  }
}
