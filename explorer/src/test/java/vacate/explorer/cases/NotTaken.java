// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Result;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Compiled without jcstress' annotation processor, which takes none of them. */
public final class NotTaken {
  private NotTaken() {}

  @JCStressTest
  @State
  public static class NoActor {
    @Arbiter
    public void arbiter(I_Result r) {}
  }

  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE)
  public static class TwoArbiters {
    @Actor
    public void actor() {}

    @Arbiter
    public void first(II_Result r) {
      r.r1 = 1;
    }

    @Arbiter
    public void second(II_Result r) {
      r.r2 = 2;
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  public static class TwoSignals {
    @Actor
    public void actor() {}

    @Signal
    public void one() {}

    @Signal
    public void other() {}
  }

  @JCStressTest
  @State
  public static class PrimitiveParameter {
    @Actor
    public void actor(I_Result r, int i) {}
  }

  @JCStressTest
  @State
  public static class ThreadParameter {
    @Actor
    public void actor(Thread t, I_Result r) {}
  }

  @State
  public static class One {}

  @State
  public static class Other {}

  @JCStressTest
  public static class TwoStates {
    @Actor
    public void one(One s, I_Result r) {}

    @Actor
    public void other(Other s) {}
  }

  @JCStressTest
  @State
  public static class StateBesidesItself {
    @Actor
    public void actor(One s, I_Result r) {}
  }

  @JCStressTest
  @State
  public static class TwoResults {
    @Actor
    public void one(I_Result r) {}

    @Actor
    public void other(II_Result r) {}
  }

  @JCStressTest
  public static class NoState {
    @Actor
    public void actor(I_Result r) {}
  }

  @JCStressTest
  @State
  public static final class FinalState {
    @Actor
    public void actor(I_Result r) {}
  }

  @JCStressTest
  @State
  static class HiddenState {
    @Actor
    public void actor(I_Result r) {}
  }

  @JCStressTest
  @State
  protected static class ProtectedState {
    @Actor
    public void actor(I_Result r) {}
  }

  @Result
  static class HiddenResult {
    public int r1;
  }

  @JCStressTest
  @State
  public static class ResultIsHidden {
    @Actor
    public void actor(HiddenResult r) {}
  }

  @Result
  public static class ExtendingResult extends One {
    public int r1;
  }

  @JCStressTest
  @State
  public static class ResultExtends {
    @Actor
    public void actor(ExtendingResult r) {}
  }

  @JCStressTest(Mode.Termination)
  @State
  public static class NoSignal {
    @Actor
    public void actor() {}
  }

  @JCStressTest(Mode.Termination)
  @State
  public static class TwoActorsToTerminate {
    @Actor
    public void one() {}

    @Actor
    public void other() {}

    @Signal
    public void signal() {}
  }

  @JCStressTest(Mode.Termination)
  @State
  public static class TerminatesWithAResult {
    @Actor
    public void actor(I_Result r) {}

    @Signal
    public void signal() {}
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "one line\nand another")
  public static class TwoLines {
    @Actor
    public void actor(I_Result r) {}
  }

  @JCStressTest
  @State
  @Outcome(id = "[0", expect = Expect.ACCEPTABLE)
  public static class NoPattern {
    @Actor
    public void actor(I_Result r) {}
  }
}
