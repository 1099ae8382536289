// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.StringJoiner;
import java.util.WeakHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** What collects text, bytes, numbers and weak keys is code where threads share it. */
class WrittenTogetherTest {
  @JCStressTest
  @Outcome(
      id = {"a,b", "b,a"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class Joins {
    final StringJoiner texts = new StringJoiner(",");

    @Actor
    public void a() {
      synchronized (texts) {
        texts.add("a");
      }
    }

    @Actor
    public void b() {
      synchronized (texts) {
        texts.add("b");
      }
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = texts.toString();
    }
  }

  /** Each may have made the array, and the other's text is in the one that is lost. */
  @JCStressTest
  @Outcome(
      id = {"a,b", "b,a"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class JoinsUnguarded {
    final StringJoiner texts = new StringJoiner(",");

    @Actor
    public void a() {
      texts.add("a");
    }

    @Actor
    public void b() {
      texts.add("b");
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = texts.toString();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"ab", "ba"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class Writes {
    final StringWriter text = new StringWriter();

    @Actor
    public void a() {
      text.write("a");
    }

    @Actor
    public void b() {
      text.append('b');
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = text.toString();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"a1", "1a"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class Prints {
    final StringWriter text = new StringWriter();
    final PrintWriter to = new PrintWriter(text);

    @Actor
    public void a() {
      to.print("a");
    }

    @Actor
    public void b() {
      to.print(1);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = text.toString();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"[1, 2]", "[2, 1]"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class WritesBytes {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1);

    @Actor
    public void a() {
      bytes.write(1);
    }

    @Actor
    public void b() {
      bytes.write(2);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = java.util.Arrays.toString(bytes.toByteArray());
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class ReadsBytes {
    final ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[] {1, 2});

    @Actor
    public void a(II_Result r) {
      r.r1 = bytes.read();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = bytes.read();
    }
  }

  /** Its superclass is code, and knows of the override. */
  @JCStressTest
  @Outcome(id = "2", expect = Expect.ACCEPTABLE)
  @State
  public static class Extends {
    static class Counting extends ByteArrayOutputStream {
      int writes;

      @Override
      public synchronized void write(int b) {
        super.write(b);
        writes++;
      }

      int size2() {
        return Math.min(writes, count);
      }
    }

    final Counting bytes = new Counting();

    @Actor
    public void a() {
      bytes.write(1);
    }

    @Actor
    public void b() {
      bytes.write(2);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = bytes.size2();
    }
  }

  /** A stream of the JDK that one actor has, and that is not woven, writes into the shared one. */
  @JCStressTest
  @Outcome(
      id = {"0", "1", "2"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class GivesToTheJdk {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Actor
    public void a() {
      PrintStream out = new PrintStream(bytes);
      out.write(1);
      out.write(2);
    }

    @Actor
    public void b(L_Result r) {
      r.r1 = bytes.size();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"null", "1"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class WeakTable {
    final Map<String, Integer> table = Collections.synchronizedMap(new WeakHashMap<>());

    @Actor
    public void a() {
      table.put("k", 1);
    }

    @Actor
    public void b(L_Result r) {
      r.r1 = table.get("k");
    }
  }

  /** What does not fit is not begun, and complained of as ever. */
  @JCStressTest
  @Outcome(id = "---, true", expect = Expect.ACCEPTABLE)
  @State
  public static class CopiesTooMany {
    final char[] shared = {'-', '-', '-'};

    @Actor
    public void a(LL_Result r) {
      try {
        "abcd".getChars(0, 4, shared, 1);
      } catch (IndexOutOfBoundsException e) {
        try {
          String.valueOf(shared, 1, 4);
        } catch (StringIndexOutOfBoundsException s) {
          r.r2 = true;
        }
      }
    }

    @Actor
    public void b(LL_Result r) {
      r.r1 = String.valueOf(shared);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2, 3"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class Gathers {
    final IntSummaryStatistics numbers = new IntSummaryStatistics();

    @Actor
    public void a() {
      synchronized (numbers) {
        numbers.accept(1);
      }
    }

    @Actor
    public void b() {
      synchronized (numbers) {
        numbers.accept(2);
      }
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = (int) numbers.getCount();
      r.r2 = (int) numbers.getSum();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2, 3"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class GathersUnguarded {
    final IntSummaryStatistics numbers = new IntSummaryStatistics();

    @Actor
    public void a() {
      numbers.accept(1);
    }

    @Actor
    public void b() {
      numbers.accept(2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = (int) numbers.getCount();
      r.r2 = (int) numbers.getSum();
    }
  }

  private static Result explored(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(WrittenTogetherTest.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Joins",
        "Writes",
        "Prints",
        "WritesBytes",
        "ReadsBytes",
        "Extends",
        "GivesToTheJdk",
        "WeakTable",
        "CopiesTooMany",
        "Gathers"
      })
  void whatTheyPromiseIsProved(String name) throws ClassNotFoundException {
    Result r = explored(name);
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomes()).allMatch(o -> o.executions() > 0);
  }

  @Test
  void aJoinerThatNobodyGuardsLosesTexts() throws ClassNotFoundException {
    Result r = explored("JoinsUnguarded");
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds()).contains("a", "b", "a,b", "b,a");
    assertThat(r.outcomeIds()).anyMatch(o -> o.contains("NullPointerException"));
  }

  @Test
  void numbersThatNobodyGuardsAreLost() throws ClassNotFoundException {
    Result r = explored("GathersUnguarded");
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds()).contains("1, 3", "2, 1", "2, 2", "2, 3");
  }
}
