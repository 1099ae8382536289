// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loops;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** One reads as much as a buffer of the JDK holds, while another reads, too. */
@JCStressTest
@Outcome(expect = ACCEPTABLE)
@State
public class ReadsFarAhead {
  static class Numbers extends InputStream {
    private int next;

    @Override
    public int read() {
      return next++;
    }
  }

  private final Numbers stream = new Numbers();

  @Actor
  public void one(II_Result r) throws IOException {
    r.r1 = new DataInputStream(stream).read();
  }

  @Actor
  public void ahead(II_Result r) throws IOException {
    r.r2 = new BufferedInputStream(stream).read();
  }
}
