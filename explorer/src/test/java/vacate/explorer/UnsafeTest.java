// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sun.misc.Unsafe} accesses fields and elements with the order that each method has. */
class UnsafeTest {
  private static final String TEST =
      """
      package p;
      %s
      import java.lang.reflect.Field;
      import sun.misc.Unsafe;
      @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
      public class Uses {
        static final Unsafe U;
        static final long N;
        static final long F;
        static final long AT;
        static {
          try {
            Field f = Unsafe.class.getDeclaredField("theUnsafe");
            f.setAccessible(true);
            U = (Unsafe) f.get(null);
            N = U.objectFieldOffset(Uses.class.getDeclaredField("n"));
            F = U.objectFieldOffset(Uses.class.getDeclaredField("f"));
            AT = U.arrayBaseOffset(Object[].class) + U.arrayIndexScale(Object[].class);
          } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
          }
        }
        int n;
        final int f = "f".length();
        volatile long w;
        final Object[] a = new Object[2];
        static final long B = U.arrayBaseOffset(byte[].class);
        final byte[] b = new byte[32];
        @Actor public void one(II_Result r) { %s }
        @Actor public void other(II_Result r) { %s }
      }
      """;

  private static final String IMPORTS =
      "import org.openjdk.jcstress.annotations.*; import org.openjdk.jcstress.infra.results.*;";

  private static final String SEES =
      "r.r1 = U.getObjectVolatile(a, AT) == null ? 0 : 1; r.r2 = U.getInt(this, N);";

  @TempDir Path folder;

  private Result explore(String one, String other) throws IOException {
    Compiled.into(folder, TEST.formatted(IMPORTS, one, other));
    return Compiled.explore(JMM, folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U.putInt(this, N, 1); U.putObject(a, AT, this); | 0, 0 / 0, 1 / 1, 0 / 1, 1",
        "U.putInt(this, N, 1); U.putOrderedObject(a, AT, this); | 0, 0 / 0, 1 / 1, 1",
        "U.putInt(this, N, 1); U.putObjectVolatile(a, AT, this); | 0, 0 / 0, 1 / 1, 1",
        "U.putInt(this, N, 1); U.storeFence(); U.putObject(a, AT, this); | 0, 0 / 0, 1 / 1, 1",
        "U.putInt(this, N, 1); U.compareAndSwapObject(a, AT, null, this); | 0, 0 / 0, 1 / 1, 1",
        "U.putInt(this, N, 1); U.getAndSetObject(a, AT, this); | 0, 0 / 0, 1 / 1, 1",
      })
  void eachWritesInItsOrder(String writes, String outcomes) throws IOException {
    assertThat(explore(writes, SEES).outcomeIds())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(outcomes.split(" / ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U.getAndAddInt(this, N, 1) | 0, 1 / 1, 0",
        "U.compareAndSwapInt(this, N, 0, 1) ? 1 : 0 | 0, 1 / 1, 0",
      })
  void anUpdateIsOne(String update, String outcomes) throws IOException {
    assertThat(explore("r.r1 = " + update + ";", "r.r2 = " + update + ";").outcomeIds())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(outcomes.split(" / ")));
  }

  /** In the order of the machine, each at once where it is aligned. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U.putInt(b, B + 4, 1); U.putIntVolatile(b, B + 8, 1);"
            + "| r.r1 = U.getIntVolatile(b, B + 8); r.r2 = U.getInt(b, B + 4);"
            + "| 0, 0 / 0, 1 / 1, 1",
        "U.putInt(b, B + 4, 1); U.putInt(b, B + 8, 1);"
            + "| r.r1 = U.getInt(b, B + 8); r.r2 = U.getInt(b, B + 4);"
            + "| 0, 0 / 0, 1 / 1, 0 / 1, 1",
        "U.putLong(b, B, -1); | r.r1 = (int) U.getLong(b, B); r.r2 = (int) (U.getLong(b, B) >> 32);"
            + "| 0, 0 / 0, -1 / -1, 0 / -1, -1",
        "r.r1 = U.getAndAddInt(b, B, 1); | r.r2 = U.getAndAddInt(b, B, 1); | 0, 1 / 1, 0",
        "U.putInt(b, B + 1, -1); | r.r1 = b[1]; r.r2 = b[4]; | 0, 0 / 0, -1 / -1, 0 / -1, -1",
        "U.putLong(b, B, -1); | r.r1 = U.getIntVolatile(b, B); r.r2 = U.getInt(b, B + 4);"
            + "| 0, 0 / 0, -1 / -1, 0 / -1, -1",
        "byte[] own = new byte[4]; U.putInt(own, B, -1); r.r1 = U.getInt(own, B); | | -1, 0",
      })
  void bytesAreALargerValue(String one, String other, String outcomes) throws IOException {
    Result r = explore(one, other == null ? "" : other);
    assertThat(r.outcomeIds())
        .as(r.toString())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(outcomes.split(" / ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U.getLong(this, N) | uses Unsafe on the field n as if it were of another type",
        "U.getInt(this, N + 1) | uses Unsafe at an offset where no field is",
        "U.getInt(this, 1 << 20) | uses Unsafe at an offset where no field is",
        "U.getObject(a, AT + 1) | uses Unsafe at an offset where no element is",
        "U.getObject(a, AT + 8) | uses Unsafe at an offset where no element is",
        "U.getInt(a, AT) | uses Unsafe on an element of an array as if it were of another type",
        "U.getIntVolatile(b, B + 1) | uses Unsafe on bytes that are not aligned, and may be torn",
        "U.getInt(b, B + 30) | uses Unsafe at an offset where no element is",
        "U.getIntVolatile(b, B) + b[1] | accesses bytes in more than one way: byte[]#1",
        "U.getAndAddInt(b, B, 1) + U.getShort(b, B) | accesses bytes in more than one way: byte[]#1",
        "U.getInt(null, 0L) | uses Unsafe at an address where no buffer is",
        "U.getInt(8L) | uses Unsafe at an address where no buffer is",
        "U.allocateMemory(8) | calls sun.misc.Unsafe.allocateMemory",
        "U.compareAndSwapInt(this, F, 0, 1) | uses Unsafe to write the final field f",
      })
  void whatIsNoFieldOrElementIsRefused(String use, String why) throws IOException {
    Result r = explore("Object o = " + use + ";", "");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(why).contains("(Uses.java:");
  }
}
