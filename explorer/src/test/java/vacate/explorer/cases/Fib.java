// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;

/** GenMC's fib_bench: two actors add in turn, a third looks on. */
@JCStressTest
@State
@Outcome(expect = Expect.ACCEPTABLE)
public class Fib {
  private static final VarHandle X;
  private static final VarHandle Y;

  static {
    try {
      X = MethodHandles.lookup().findVarHandle(Fib.class, "x", int.class);
      Y = MethodHandles.lookup().findVarHandle(Fib.class, "y", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int x = 1;
  int y = 1;

  @Actor
  public void left() {
    for (int i = 0; i < 5; i++) {
      X.setRelease(this, (int) X.getAcquire(this) + (int) Y.getAcquire(this));
    }
  }

  @Actor
  public void right() {
    for (int i = 0; i < 5; i++) {
      Y.setRelease(this, (int) X.getAcquire(this) + (int) Y.getAcquire(this));
    }
  }

  @Actor
  public void onlooker() {
    if ((int) X.getAcquire(this) <= 144) {
      int unused = (int) Y.getAcquire(this);
    }
  }
}
