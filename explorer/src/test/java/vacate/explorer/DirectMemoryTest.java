// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code Unsafe} accesses memory outside of the heap by its address, in one way for each place. */
class DirectMemoryTest {
  private static final String TEST =
      """
      package p;
      import org.openjdk.jcstress.annotations.*;
      import org.openjdk.jcstress.infra.results.*;
      import java.lang.reflect.Field;
      import java.nio.*;
      import sun.misc.Unsafe;
      @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
      public class Uses {
        static final Unsafe U;
        static final long ADDRESS;
        static {
          try {
            Field f = Unsafe.class.getDeclaredField("theUnsafe");
            f.setAccessible(true);
            U = (Unsafe) f.get(null);
            ADDRESS = U.objectFieldOffset(Buffer.class.getDeclaredField("address"));
          } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
          }
        }
        final byte[] q = {7, 0, 0, 0, 0, 0, 0, 0};
        final ByteBuffer buffer = ByteBuffer.allocateDirect(64);
        final long d = U.getLong(buffer, ADDRESS);
        { %s }
        @Actor public void one(II_Result r) { %s }
        @Actor public void other(II_Result r) { %s }
      }
      """;

  @TempDir Path folder;

  private Result explore(String setup, String one, String other) throws IOException {
    Compiled.into(folder, TEST.formatted(setup == null ? "" : setup, one, other));
    return Compiled.explore(JMM, folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U.putInt(null, d + 8, 3);          | U.putIntVolatile(null, d + 8, 1);  | r.r1 = U.getIntVolatile(null, d + 8); | 3, 0 / 1, 0",
        "U.putInt(d, 5); U.putLong(d, 6);   | U.putInt(d, 1);                    | r.r1 = U.getInt(d);                   | 6, 0 / 1, 0",
        "                                   | r.r1 = (int) U.getAndAddLong(null, d + 16, 1); | r.r2 = (int) U.getAndAddLong(null, d + 16, 1); | 0, 1 / 1, 0",
        "U.setMemory(d, 16, (byte) 1);      | U.setMemory(null, d, 16, (byte) 0); | r.r1 = U.getInt(null, d + 4);        | 16843009, 0 / 0, 0",
        "                                   | U.copyMemory(q, 16, null, d, 8);   | r.r1 = U.getInt(null, d);             | 0, 0 / 7, 0",
        "U.putInt(q, 16, 9);                | U.copyMemory(q, 16, q, 20, 4);     | r.r1 = U.getInt(q, 20);               | 0, 0 / 9, 0",
        "                                   | U.putLong(null, d + 8, 5); U.putOrderedInt(null, d, 1); | r.r1 = U.getIntVolatile(null, d); r.r2 = (int) U.getLong(null, d + 8); | 0, 0 / 0, 5 / 1, 5",
        "                                   | r.r1 = buffer.isDirect() ? 1 : 0;  | r.r2 = buffer.put(0, (byte) 1).hasArray() ? 1 : 0; | 1, 0",
      })
  void eachPlaceHasOneOrder(String setup, String one, String other, String outcomes)
      throws IOException {
    Result r = explore(setup, one, other);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder(outcomes.split(" / "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U.putInt(null, d, 1);  | r.r1 = (int) U.getLongVolatile(null, d); | accesses bytes in more than one way",
        "U.putInt(null, d, 1);  | r.r1 = U.getInt(64);      | uses Unsafe at an address where no buffer is",
        "U.putInt(null, d, 1);  | r.r1 = U.getInt(null, d + 62); | uses Unsafe at an offset where no element is",
      })
  void whatIsNotUnderstoodIsRefused(String one, String other, String why) throws IOException {
    Result r = explore(null, one, other);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(why);
  }
}
