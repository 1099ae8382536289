// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Streams of the test's own in front of others. */
public final class OwnStreams {
  private OwnStreams() {}

  static class Numbers extends InputStream {
    private int next = 1;

    @Override
    public int read() {
      return next++;
    }
  }

  static class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return 10 * super.read();
    }

    void replace(InputStream other) {
      in = other;
    }
  }

  /** What is behind it, threads share, too. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class Shared {
    private final Counting stream = new Counting(new Numbers());

    @Actor
    public void one(II_Result r) throws IOException {
      r.r1 = stream.read();
    }

    @Actor
    public void other(II_Result r) throws IOException {
      r.r2 = stream.read();
    }
  }

  /** So is the field by which it finds that. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class Replaced {
    private final Counting stream = new Counting(new Numbers());

    @Actor
    public void reads(I_Result r) throws IOException {
      r.r1 = stream.read();
    }

    @Actor
    public void replaces() throws IOException {
      Numbers others = new Numbers();
      others.read();
      stream.replace(others);
    }
  }

  static class Sums extends OutputStream {
    private int sum;

    @Override
    public void write(int b) {
      sum += b;
    }
  }

  static class Doubling extends FilterOutputStream {
    Doubling(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      super.write(2 * b);
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class Written {
    private final Sums sums = new Sums();
    private final Doubling stream = new Doubling(sums);

    @Actor
    public void one() throws IOException {
      stream.write(new byte[] {1, 2});
    }

    @Actor
    public void other() throws IOException {
      stream.write(10);
    }

    @Arbiter
    public void after(I_Result r) {
      r.r1 = sums.sum;
    }
  }
}
