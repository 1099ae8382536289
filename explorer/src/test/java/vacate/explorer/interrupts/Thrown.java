// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.interrupts;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.explorer.Interrupts;

/**
 * What is interrupted throws, or the handler does, and whoever catches it is interrupted again.
 * Columns: how often something was thrown, how often a handler has run to its end.
 */
@JCStressTest
@State
public class Thrown {
  private final boolean byHandler;
  private final boolean isInside;
  private boolean masked;
  private volatile boolean requested = true;
  private int thrown;
  private int handled;

  /**
   * @param by {@code code} or {@code handler}
   * @param caught {@code inside} of what is interrupted, or {@code outside}
   */
  public Thrown(String by, String caught) {
    byHandler = by.equals("handler");
    isInside = caught.equals("inside");
  }

  @Actor
  public void first(II_Result r) {
    attempt(() -> Interrupts.onRequest(this::code, this, "masked", () -> requested, this::handle));
    requested = true;
    attempt(() -> Interrupts.onRequest(this::code, this, "masked", () -> requested, this::handle));
    r.r1 = thrown;
    r.r2 = handled;
  }

  private void code() {
    if (isInside) {
      attempt(this::step);
      attempt(this::step);
    } else {
      step();
    }
  }

  private void step() {
    boolean seen = requested;
    if (!byHandler && !seen) {
      throw new IllegalStateException();
    }
  }

  private void handle() {
    requested = false;
    if (byHandler && thrown == 0) {
      throw new IllegalStateException();
    }
    handled++;
  }

  private void attempt(Runnable what) {
    try {
      what.run();
    } catch (IllegalStateException e) {
      thrown++;
      requested = true;
    }
  }
}
