// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit.cases.inner;

import static vacate.explorer.model.MemoryModel.PSO;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Result;
import org.openjdk.jcstress.annotations.State;
import vacate.junit.Exploring;

/** One pair of writes and reads, whose one interesting outcome needs memory weaker than sc. */
@Exploring(models = {TSO, SC, TSO})
public class Dekker {
  /** A result of our own. */
  @Result
  public static class Seen {
    public int left;
    public int right;

    @Override
    public String toString() {
      return left + " and " + right;
    }
  }

  /** What they share. */
  @State
  public static class Flags {
    int x;
    int y;

    void left(Seen seen) {
      x = 1;
      seen.left = y;
    }

    void right(Seen seen) {
      y = 1;
      seen.right = x;
    }
  }

  /** Explored as the class around it says. */
  @JCStressTest
  @Outcome(id = "0 and 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "both read first")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class AsAround {
    @Actor
    public void left(Flags flags, Seen seen) {
      flags.left(seen);
    }

    @Actor
    public void right(Flags flags, Seen seen) {
      flags.right(seen);
    }
  }

  /** Broken under one of its models, and meant to be. */
  @JCStressTest
  @Exploring(
      models = {SC, PSO},
      strict = true,
      refutedUnder = PSO)
  @Outcome(id = "0 and 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "both read first")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class BrokenAsDeclared {
    @Actor
    public void left(Flags flags, Seen seen) {
      flags.left(seen);
    }

    @Actor
    public void right(Flags flags, Seen seen) {
      flags.right(seen);
    }
  }

  /** Meant to be broken, and not. */
  @JCStressTest
  @Exploring(models = SC, strict = true, refutedUnder = SC)
  @Outcome(id = "0 and 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "both read first")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class MeantToBeBroken {
    @Actor
    public void left(Flags flags, Seen seen) {
      flags.left(seen);
    }

    @Actor
    public void right(Flags flags, Seen seen) {
      flags.right(seen);
    }
  }
}
