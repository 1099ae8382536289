// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Loops whose turns leave variables and memory as they were, and yet are not all the same. */
public final class HiddenTurns {
  private HiddenTurns() {}

  /** What an exception has suppressed is no field that a hook sees. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Suppresses {
    volatile int f;

    @Actor
    public void w() {
      f = 1;
    }

    @Actor
    public void r(I_Result r) {
      Exception e = new Exception();
      while (f == 0) {
        e.addSuppressed(new Exception());
      }
      r.r1 = e.getSuppressed().length;
    }
  }

  /** The second turn throws. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class CausesTwice {
    volatile int f;

    @Actor
    public void w() {
      f = 1;
    }

    @Actor
    public void r(I_Result r) {
      Exception e = new Exception();
      try {
        while (f == 0) {
          e.initCause(new Exception());
        }
        r.r1 = 1;
      } catch (IllegalStateException again) {
        r.r1 = 2;
      }
    }
  }

  /** As the one before, with an exception of the test's own and a method of its own. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class CausesTwiceInSubclass {
    volatile int f;

    static final class Own extends Exception {
      private static final long serialVersionUID = 1L;

      void because() {
        super.initCause(new Exception());
      }
    }

    @Actor
    public void w() {
      f = 1;
    }

    @Actor
    public void r(I_Result r) {
      Own e = new Own();
      try {
        while (f == 0) {
          e.because();
        }
        r.r1 = 1;
      } catch (IllegalStateException again) {
        r.r1 = 2;
      }
    }
  }

  static final class Plain {
    int x;
  }

  static final class Holder {
    final Plain plain;

    Holder(Plain plain) {
      this.plain = plain;
      plain.x = 1;
    }
  }

  /** In a first turn the thread gets by a race what a second turn gets out of a final field. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class ReferenceFromElsewhere {
    Plain plain;
    Holder holder;

    @Actor
    public void w() {
      Plain p = new Plain();
      plain = p;
      holder = new Holder(p);
    }

    @Actor
    public void r(I_Result r) {
      while (true) {
        Plain p = plain;
        Holder h = holder;
        if (h != null) {
          r.r1 = p == null ? h.plain.x : 9;
          return;
        }
      }
    }
  }

  /** The same with two turns written down. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class ReferenceFromElsewhereUnrolled {
    Plain plain;
    Holder holder;

    @Actor
    public void w() {
      Plain p = new Plain();
      plain = p;
      holder = new Holder(p);
    }

    @Actor
    public void r(I_Result r) {
      r.r1 = -1;
      Plain p = plain;
      Holder h = holder;
      if (h == null) {
        p = plain;
        h = holder;
      }
      if (h != null) {
        r.r1 = p == null ? h.plain.x : 9;
      }
    }
  }

  /** The wait ends as soon as the flag is seen; what comes then takes more turns than there are. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class LongWayAfterTheWait {
    volatile int f;
    volatile int x;

    @Actor
    public void w() {
      f = 1;
    }

    @Actor
    public void r(I_Result r) {
      while (f == 0) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < 10; i++) {
        r.r1 += x;
      }
    }
  }
}
