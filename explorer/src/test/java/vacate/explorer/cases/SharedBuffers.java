// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Buffers and texts that threads share. */
public final class SharedBuffers {
  private SharedBuffers() {}

  @JCStressTest
  @Outcome(
      id = {"0", "258"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TearsShorts {
    final ByteBuffer b = ByteBuffer.allocate(8);

    @Actor
    public void a() {
      b.putShort(2, (short) 0x0102);
    }

    @Actor
    public void b(I_Result r) {
      r.r1 = b.getShort(2);
    }
  }

  @JCStressTest
  @Outcome(id = "360", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Fills {
    final ByteBuffer b = ByteBuffer.allocate(240);

    @Actor
    public void even() {
      for (int i = 0; i < 240; i += 2) {
        b.put(i, (byte) 1);
      }
    }

    @Actor
    public void odd() {
      for (int i = 1; i < 240; i += 2) {
        b.put(i, (byte) 2);
      }
    }

    @Arbiter
    public void sum(I_Result r) {
      for (int i = 0; i < 240; i++) {
        r.r1 += b.get(i);
      }
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 0", "0, 2", "1, 2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class HasBytes {
    final ByteBuffer b = ByteBuffer.allocateDirect(8);

    @Actor
    public void a() {
      b.put(0, (byte) 1);
      b.put(1, (byte) 2);
    }

    @Actor
    public void b(II_Result r) {
      r.r1 = b.get(0);
      r.r2 = b.get(1);
    }
  }

  @JCStressTest
  @Outcome(id = "16909060, 67305985", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class KnowsOrders {
    final ByteBuffer b = ByteBuffer.allocate(8);
    final IntBuffer little = b.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();

    @Actor
    public synchronized void a() {
      b.putInt(0x01020304);
    }

    @Arbiter
    public void z(II_Result r) {
      r.r1 = b.getInt(0);
      r.r2 = little.get(0);
    }
  }

  /** Where the next byte goes is a plain field. */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class RacesForThePosition {
    final ByteBuffer b = ByteBuffer.allocate(8);

    @Actor
    public void a() {
      b.put((byte) 1);
    }

    @Actor
    public void b() {
      b.put((byte) 1);
    }

    @Arbiter
    public void z(I_Result r) {
      r.r1 = b.position();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "7"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OfInts {
    final IntBuffer b = IntBuffer.allocate(2);

    @Actor
    public void a() {
      b.put(1, 7);
    }

    @Actor
    public void b(I_Result r) {
      r.r1 = b.get(1);
    }
  }

  /** In the JDK it has none. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class AsksForTheArray {
    final ByteBuffer b = ByteBuffer.allocateDirect(8);

    @Actor
    public void a(Z_Result r) {
      b.put(0, (byte) 1);
      r.r1 = b.hasArray();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"ab", "ba"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class BuilderWithLock {
    final StringBuilder s = new StringBuilder();

    @Actor
    public synchronized void a() {
      s.append('a');
    }

    @Actor
    public synchronized void b() {
      s.append("b");
    }

    @Arbiter
    public void z(L_Result r) {
      r.r1 = s.toString();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"ab", "ba"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class BuilderRaces {
    final StringBuilder s = new StringBuilder();

    @Actor
    public void a() {
      s.append('a');
    }

    @Actor
    public void b() {
      s.append('b');
    }

    @Arbiter
    public void z(L_Result r) {
      r.r1 = s.toString();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1a", "a1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class BufferHasItsMonitor {
    final StringBuffer s = new StringBuffer();

    @Actor
    public void a() {
      s.append(1);
    }

    @Actor
    public void b() {
      s.append("a");
    }

    @Arbiter
    public void z(L_Result r) {
      r.r1 = s.toString();
    }
  }

  /** A text of more characters than a loop may have turns. */
  @JCStressTest
  @Outcome(id = "103", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class AddsLongTexts {
    final StringBuffer s = new StringBuffer();

    @Actor
    public void a() {
      s.append("a".repeat(101));
    }

    @Actor
    public void b() {
      s.insert(0, "b");
    }

    @Arbiter
    public void z(L_Result r) {
      s.append(1);
      r.r1 = s.length();
    }
  }

  /** One text is added to another, by who has the monitor of both. */
  @JCStressTest
  @Outcome(
      id = {"", "ab"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class AddsABufferItHas {
    final StringBuffer from = new StringBuffer(0);
    final StringBuffer to = new StringBuffer(0);

    @Actor
    public void a() {
      from.append("ab");
    }

    @Actor
    public void b() {
      synchronized (from) {
        to.append(from);
      }
    }

    @Arbiter
    public void z(L_Result r) {
      r.r1 = to.toString();
    }
  }

  /** Between its length and its characters the one that is added may grow. */
  @JCStressTest
  @Outcome(
      id = {"", "ab"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class AddsABuffer {
    final StringBuffer from = new StringBuffer(0);
    final StringBuffer to = new StringBuffer(0);

    @Actor
    public void a() {
      from.append("ab");
    }

    @Actor
    public void b() {
      to.append(from);
    }

    @Arbiter
    public void z(L_Result r) {
      r.r1 = to.toString();
    }
  }

  /** The length of the one is asked under the monitor of the other. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class AddEachOther {
    final StringBuffer one = new StringBuffer();
    final StringBuffer other = new StringBuffer();

    @Actor
    public void a() {
      one.append((CharSequence) other);
    }

    @Actor
    public void b() {
      other.append((CharSequence) one);
    }
  }

  /** To put one into the other asks for each of its characters, with both monitors. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class InsertEachOther {
    final StringBuffer one = new StringBuffer();
    final StringBuffer other = new StringBuffer();

    @Actor
    public void a() {
      one.insert(0, (CharSequence) other);
    }

    @Actor
    public void b() {
      other.insert(0, (CharSequence) one);
    }
  }

  /** Bytes are shared, and a text that nobody uses; who makes one keeps it. */
  @JCStressTest
  @Outcome(id = "", expect = ACCEPTABLE)
  @Outcome(id = "a", expect = ACCEPTABLE)
  @State
  public static class BuilderOfOwn {
    final StringBuilder log = new StringBuilder("begin");
    final ByteBuffer bytes = ByteBuffer.allocate(1);

    @Actor
    public void writes() {
      bytes.put(0, (byte) 1);
    }

    @Actor
    public void reads(L_Result r) {
      StringBuilder text = new StringBuilder();
      if (bytes.get(0) == 1) {
        text.append("a");
      }
      r.r1 = text.toString();
    }
  }
}
