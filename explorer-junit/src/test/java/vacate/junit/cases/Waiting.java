// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** A test that ends, or does not. */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
@Outcome(id = "STALE", expect = Expect.FORBIDDEN, desc = "waits for ever")
@State
public class Waiting {
  boolean go;

  @Actor
  public void waits() {
    while (!go) {
      Thread.onSpinWait();
    }
  }

  @Signal
  public void signals() {
    go = true;
  }

  /** A test in a test: the same, with a volatile field. */
  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @State
  public static class Volatile {
    volatile boolean go;

    @Actor
    public void waits() {
      while (!go) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void signals() {
      go = true;
    }
  }
}
