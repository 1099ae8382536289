// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
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
 * writes or adds it; but {@code m} masks interrupts or lets them in again, {@code c} counts up or
 * down what masks them only where the actor is preempted, and {@code f}, {@code g} are fences,
 * {@code q1} requests an interrupt, and {@code w1} waits for its handler, too; {@code z1} waits
 * until {@code u} is something.
 */
@JCStressTest
@State
public class Interrupted {
  /** Where the handler does not come as an interrupt: in place of where it would. */
  static final String AS_INTERRUPT = "interrupt";

  /** The same, as another process that preempts the actor. */
  static final String AS_PREEMPTION = "preemption";

  /**
   * What is behind a slash in the text of the first actor preempts it; the handler is requested.
   */
  static final String WHILE_PREEMPTED = "while preempted";

  /** In place of where it would be called: it comes wherever the other actor has requested it. */
  static final String ON_REQUEST = "request";

  /** Both: what the handler does as an interrupt, then comes on request, too. */
  static final String BOTH = "both";

  /** On request, for which two fields are read. */
  static final String ASKED_TWICE = "asked twice";

  /**
   * The same as on request, by hand: before each step, and at the end, the first actor asks for a
   * request.
   */
  static final String POLLED = "polled";

  private static final VarHandle U;
  private static final VarHandle Q;

  static {
    try {
      U = MethodHandles.lookup().findVarHandle(Interrupted.class, "u", int.class);
      Q = MethodHandles.lookup().findVarHandle(Interrupted.class, "q", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String main;
  private final String other;
  private final String handler;
  private final int at;
  private final boolean interrupts;
  private final boolean preempts;
  private final String preempting;
  private final boolean requested;
  private final boolean polled;
  private final boolean both;
  private final boolean askedTwice;

  private boolean masked;
  private int count;
  private int x;
  private int y;
  private int u;
  private int q;
  private volatile int v;

  /** Of the first actor and its handler alone. */
  private int p;

  /**
   * @param at {@link #AS_INTERRUPT} or another of these words, or before which step of the first
   *     actor the handler is called; never if that is beyond its end
   */
  public Interrupted(String main, String other, String handler, String at) {
    int slash = at.equals(WHILE_PREEMPTED) ? main.indexOf('/') : main.length();
    this.main = main.substring(0, slash);
    preempting = at.equals(WHILE_PREEMPTED) ? main.substring(slash + 1) : null;
    this.other = other;
    this.handler = handler;
    interrupts = at.equals(AS_INTERRUPT);
    preempts = at.equals(AS_PREEMPTION);
    requested = at.equals(ON_REQUEST);
    polled = at.equals(POLLED);
    both = at.equals(BOTH);
    askedTwice = at.equals(ASKED_TWICE);
    boolean comes =
        preempting != null || interrupts || preempts || requested || polled || both || askedTwice;
    this.at = comes ? -1 : Integer.parseInt(at);
  }

  @Actor
  public void first(III_Result r) {
    if (preempting != null) {
      Interrupts.onRequest(
          () ->
              Interrupts.whilePreemptible(
                  () -> r.r1 = steps(main, null),
                  this,
                  "masked",
                  "count",
                  () -> steps(preempting, null)),
          this,
          "masked",
          this::isRequested,
          () -> serve(r));
    } else if (both) {
      Interrupts.onRequest(
          () ->
              Interrupts.during(
                  () -> r.r1 = steps(main, null), this, "masked", () -> handleMore(r)),
          this,
          "masked",
          this::isRequested,
          () -> serve(r));
    } else if (interrupts) {
      Interrupts.during(() -> r.r1 = steps(main, null), this, "masked", () -> handle(r));
    } else if (preempts) {
      Interrupts.whilePreemptible(
          () -> r.r1 = steps(main, null), this, "masked", "count", () -> handle(r));
    } else if (askedTwice) {
      Interrupts.onRequest(
          () -> r.r1 = steps(main, null),
          this,
          "masked",
          () -> isRequested() && u == 0,
          () -> serve(r));
    } else if (requested) {
      Interrupts.onRequest(
          () -> r.r1 = steps(main, null), this, "masked", this::isRequested, () -> serve(r));
    } else {
      r.r1 = steps(main, r);
    }
  }

  private boolean isRequested() {
    return (int) Q.getOpaque(this) != 0;
  }

  private void serve(III_Result r) {
    r.r3 = r.r3 * 100 + steps(handler, null);
    Q.setOpaque(this, 0);
  }

  @Actor
  public void second(III_Result r) {
    r.r2 = steps(other, null);
  }

  private void handle(III_Result r) {
    r.r3 = steps(handler, null);
  }

  private void handleMore(III_Result r) {
    r.r3 = r.r3 * 1000 + steps(handler, null);
  }

  private int steps(String steps, III_Result called) {
    int seen = 1;
    for (int i = 0; i < steps.length(); i += 2) {
      if (called != null && i == 2 * at) {
        handle(called);
      }
      poll(called);
      seen = step(steps.charAt(i), steps.charAt(i + 1) - '0', seen);
    }
    if (called != null && steps.length() == 2 * at) {
      handle(called);
    }
    poll(called);
    return seen;
  }

  private void poll(III_Result called) {
    if (called != null && polled && !masked) {
      while (isRequested()) {
        serve(called);
      }
    }
  }

  private int step(char what, int value, int seen) {
    int got = 0;
    if (what == 'm') {
      masked = value != 0;
      return seen;
    } else if (what == 'c') {
      count += value == 0 ? -1 : 1;
      return seen;
    } else if (what == 'f') {
      VarHandle.fullFence();
      return seen;
    } else if (what == 'g') {
      VarHandle.releaseFence();
      return seen;
    } else if (what == 'q') {
      Q.setOpaque(this, value);
      return seen;
    } else if (what == 'w') {
      Q.setOpaque(this, value);
      while (isRequested()) {
        Thread.onSpinWait();
      }
      return seen;
    } else if (what == 'z') {
      while ((int) U.getOpaque(this) == 0) {
        Thread.onSpinWait();
      }
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
