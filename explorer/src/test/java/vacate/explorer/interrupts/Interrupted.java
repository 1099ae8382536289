// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.interrupts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import vacate.explorer.Interrupts;

/**
 * Three texts that are carried out: what an actor does, what another does, and what the handler of
 * an interrupt of the first does. Each step is a letter and a digit: reads where that is 0, else
 * writes or adds it; but {@code m} masks interrupts or lets them in again, and {@code f}, {@code g}
 * are fences.
 */
@JCStressTest
@State
public class Interrupted {
  /** Where the handler does not come as an interrupt: in place of where it would. */
  static final String AS_INTERRUPT = "interrupt";

  private static final VarHandle U;

  static {
    try {
      U = MethodHandles.lookup().findVarHandle(Interrupted.class, "u", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String main;
  private final String other;
  private final String handler;
  private final int at;
  private final boolean interrupts;

  private boolean masked;
  private int x;
  private int y;
  private int u;
  private volatile int v;

  /** Of the first actor and its handler alone. */
  private int p;

  /**
   * @param at {@link #AS_INTERRUPT}, or before which step of the first actor the handler is called;
   *     never if that is beyond its end
   */
  public Interrupted(String main, String other, String handler, String at) {
    this.main = main;
    this.other = other;
    this.handler = handler;
    interrupts = at.equals(AS_INTERRUPT);
    this.at = interrupts ? -1 : Integer.parseInt(at);
  }

  @Actor
  public void first(III_Result r) {
    if (interrupts) {
      Interrupts.during(() -> r.r1 = steps(main, null), this, "masked", () -> handle(r));
    } else {
      r.r1 = steps(main, r);
    }
  }

  @Actor
  public void second(III_Result r) {
    r.r2 = steps(other, null);
  }

  private void handle(III_Result r) {
    r.r3 = steps(handler, null);
  }

  private int steps(String steps, III_Result called) {
    int seen = 1;
    for (int i = 0; i < steps.length(); i += 2) {
      if (called != null && i == 2 * at) {
        handle(called);
      }
      seen = step(steps.charAt(i), steps.charAt(i + 1) - '0', seen);
    }
    if (called != null && steps.length() == 2 * at) {
      handle(called);
    }
    return seen;
  }

  private int step(char what, int value, int seen) {
    int got = 0;
    if (what == 'm') {
      masked = value != 0;
      return seen;
    } else if (what == 'f') {
      VarHandle.fullFence();
      return seen;
    } else if (what == 'g') {
      VarHandle.releaseFence();
      return seen;
    } else if (what == 'x') {
      if (value == 0) {
        got = x;
      } else {
        x = value;
      }
    } else if (what == 'y') {
      if (value == 0) {
        got = y;
      } else {
        y = value;
      }
    } else if (what == 'p') {
      if (value == 0) {
        got = p;
      } else {
        p = value;
      }
    } else if (what == 'v') {
      if (value == 0) {
        got = v;
      } else {
        v = value;
      }
    } else if (value == 0) {
      got = (int) U.getOpaque(this);
    } else {
      got = (int) U.getAndAdd(this, value);
    }
    return seen * 10 + got;
  }
}
