// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Bytes of arrays and buffers that are accessed several at a time. */
public final class ByteViews {
  private ByteViews() {}

  static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  static final VarHandle NATIVE_LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  static final VarHandle BUFFER_INTS =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  @JCStressTest
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ReleaseAcquire {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      INTS.set(b, 0, 1);
      INTS.setRelease(b, 4, 1);
    }

    @Actor
    public void c(II_Result r) {
      r.r1 = (int) INTS.getAcquire(b, 4);
      r.r2 = (int) INTS.get(b, 0);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Plain {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      INTS.set(b, 0, 1);
      INTS.set(b, 4, 1);
    }

    @Actor
    public void c(II_Result r) {
      r.r1 = (int) INTS.get(b, 4);
      r.r2 = (int) INTS.get(b, 0);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Adds {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      int x = (int) INTS.getAndAdd(b, 4, 1);
    }

    @Actor
    public void d() {
      int x = (int) INTS.getAndAdd(b, 4, 1);
    }

    @Arbiter
    public void c(I_Result r) {
      r.r1 = (int) INTS.getVolatile(b, 4);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class AddsInTwoSteps {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      LONGS.set(b, 8, (long) LONGS.get(b, 8) + 1);
    }

    @Actor
    public void d() {
      LONGS.set(b, 8, (long) LONGS.get(b, 8) + 1);
    }

    @Arbiter
    public void c(I_Result r) {
      r.r1 = (int) (long) LONGS.getVolatile(b, 8);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class HeapBuffer {
    ByteBuffer b = ByteBuffer.allocate(16);

    @Actor
    public void a() {
      BUFFER_INTS.setVolatile(b, 4, 1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (int) BUFFER_INTS.getVolatile(b, 4);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TwoBuffersOfOneArray {
    ByteBuffer b = ByteBuffer.allocate(16), d = b.duplicate();

    @Actor
    public void a() {
      BUFFER_INTS.setVolatile(b, 4, 1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (int) BUFFER_INTS.getVolatile(d, 4);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class DirectBuffer {
    ByteBuffer b = ByteBuffer.allocateDirect(16);

    @Actor
    public void a() {
      BUFFER_INTS.setVolatile(b, 4, 1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (int) BUFFER_INTS.getVolatile(b, 4);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TwoDirectBuffers {
    ByteBuffer b = ByteBuffer.allocateDirect(16), d = b.duplicate();

    @Actor
    public void a() {
      BUFFER_INTS.setVolatile(b, 4, 1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (int) BUFFER_INTS.getVolatile(d, 4);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class AlsoOneByOne {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      INTS.setVolatile(b, 4, 1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = b[4];
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TwoSizes {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      INTS.setVolatile(b, 4, 1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (int) (long) LONGS.getVolatile(b, 0);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Unaligned {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      INTS.set(b, 3, 1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (int) INTS.get(b, 3);
    }
  }

  /** A header of two numbers that is cleared at once. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "0, 7", "5, 7"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ClearedAsALong {
    byte[] b = new byte[16];
    volatile boolean cleared;

    {
      INTS.set(b, 8, 3);
      INTS.set(b, 12, 4);
    }

    @Actor
    public void a() {
      LONGS.set(b, 8, 0L);
      cleared = true;
      INTS.set(b, 12, 7);
      INTS.setRelease(b, 8, 5);
    }

    @Actor
    public void c(II_Result r) {
      if (cleared) {
        r.r1 = (int) INTS.getAcquire(b, 8);
        r.r2 = (int) INTS.get(b, 12);
      }
    }
  }

  /** A number that is added to, in what was a larger one. */
  @JCStressTest
  @Outcome(
      id = {"2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class AddsBesideALong {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      int x = (int) INTS.getAndAdd(b, 4, 1);
    }

    @Actor
    public void d() {
      int x = (int) INTS.getAndAdd(b, 4, 1);
    }

    @Arbiter
    public void c(I_Result r) {
      r.r1 = (int) ((long) NATIVE_LONGS.get(b, 0) >>> (LITTLE ? 32 : 0));
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 0", "1, 2", "0, 2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class LongOfTwoInts {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      INTS.set(b, LITTLE ? 4 : 0, 1);
      INTS.set(b, LITTLE ? 0 : 4, 2);
    }

    @Actor
    public void c(II_Result r) {
      long both = (long) NATIVE_LONGS.get(b, 0);
      r.r1 = (int) (both >>> 32);
      r.r2 = (int) both;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1065353216"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class FloatOfAnInt {
    static final VarHandle FLOATS =
        MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.nativeOrder());

    byte[] b = new byte[16];

    @Actor
    public void a() {
      FLOATS.setVolatile(b, 4, 1f);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (int) INTS.getVolatile(b, 4);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "16777216"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class BackwardsToo {
    static final VarHandle BACKWARDS =
        MethodHandles.byteArrayViewVarHandle(
            int[].class, LITTLE ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);

    byte[] b = new byte[16];

    @Actor
    public void a() {
      BACKWARDS.setVolatile(b, 4, 1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (int) INTS.getVolatile(b, 4);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class HalvesInAnyOrder {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      NATIVE_LONGS.set(b, 0, 0x1_0000_0001L);
    }

    @Actor
    public void c(II_Result r) {
      r.r1 = (int) INTS.get(b, 0);
      r.r2 = (int) INTS.get(b, 4);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "-1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TornIfUnaligned {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      INTS.set(b, 6, -1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (int) INTS.get(b, 6);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class AtOnceAndInParts {
    byte[] b = new byte[16];

    @Actor
    public void a() {
      INTS.setVolatile(b, 4, 1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (boolean) NATIVE_LONGS.compareAndSet(b, 0, 0L, 1L) ? 1 : 0;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class UnalignedThrows {
    byte[] b = new byte[16];

    @Actor
    public void c(I_Result r) {
      try {
        INTS.setVolatile(b, 3, 1);
      } catch (IllegalStateException e) {
        r.r1 = 1;
      }
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OutOfBounds {
    byte[] b = new byte[16];

    @Actor
    public void c(I_Result r) {
      try {
        INTS.set(b, 14, 1);
      } catch (IndexOutOfBoundsException e) {
        r.r1 = 1;
      }
    }
  }

  @JCStressTest
  @Outcome(
      id = {"7"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SetInSetup {
    byte[] b = new byte[16];

    {
      INTS.set(b, 8, 7);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = (int) INTS.get(b, 8);
    }

    @Actor
    public void d() {
      INTS.set(b, 0, 1);
    }
  }
}
