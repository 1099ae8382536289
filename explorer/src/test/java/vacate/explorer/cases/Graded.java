// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A write and a read, 0 or 1, graded in every way that jcstress takes. */
public final class Graded {
  private Graded() {}

  public abstract static class Base {
    int x;

    @Actor
    public void notInherited() {
      x = 2;
    }

    final void write() {
      x = 1;
    }
  }

  @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "of the superclass")
  @Outcome(id = "1", expect = Expect.ACCEPTABLE)
  public abstract static class GradedBase extends Base {}

  public abstract static class GradedInTheMiddle extends GradedBase {}

  @JCStressTest
  @State
  public static class Inherited extends GradedInTheMiddle {
    @Actor
    public void writer() {
      write();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
    }
  }

  /** One outcome of its own does not replace several of its superclass, nor come before them. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "own")
  public static class InheritedBesidesOwn extends GradedBase {
    @Actor
    public void writer() {
      write();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
    }
  }

  /** Several of its own do. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "own")
  @Outcome(id = "1", expect = Expect.ACCEPTABLE)
  public static class Overridden extends GradedBase {
    @Actor
    public void writer() {
      write();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
    }
  }

  @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "of the metadata")
  public static class Meta extends GradedBase {}

  /** What the metadata says comes first, and what it inherits. */
  @JCStressTest
  @JCStressMeta(Meta.class)
  @State
  @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "own")
  public static class WithMetadata extends Base {
    @Actor
    public void writer() {
      write();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.UNKNOWN, desc = "nobody knows")
  @Outcome(id = "1", expect = Expect.ACCEPTABLE)
  public static class Unknown extends Base {
    @Actor
    public void writer() {
      write();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  public static class Shared {
    int x;
  }

  public static class AlsoShared extends Shared {
    AlsoShared() {
      x = 1;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1", "2"},
      expect = Expect.ACCEPTABLE)
  public static class InheritedState {
    @Actor
    public void writer(AlsoShared s) {
      s.x = 2;
    }

    @Actor
    public void reader(AlsoShared s, I_Result r) {
      r.r1 = s.x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  public static class NoResult {
    @Actor
    public void actor() {}
  }

  /** Nobody ever calls it. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  public static class SignalOfNoTerminationTest {
    int x;

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
    }

    @Signal
    public void signal() {
      x = 1;
    }
  }

  /** Nor this. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  public static class ArbiterOfATerminationTest {
    volatile int x;

    @Actor
    public void waiter() {
      while (x == 0) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void signal() {
      x = 1;
    }

    @Arbiter
    public void arbiter() {
      throw new IllegalStateException();
    }
  }
}
