// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * GenMC's fib_bench as a user of jcstress writes it: two actors add in turn, and a third sees
 * nothing above the twelfth number of Fibonacci.
 */
@JCStressTest
@State
@Outcome(id = "false", expect = Expect.ACCEPTABLE)
@Outcome(id = "true", expect = Expect.FORBIDDEN)
public class Fib {
  private static final int ROUNDS = 5;
  private static final int MOST = 144;
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
    for (int i = 0; i < ROUNDS; i++) {
      X.setRelease(this, (int) X.getAcquire(this) + (int) Y.getAcquire(this));
    }
  }

  @Actor
  public void right() {
    for (int i = 0; i < ROUNDS; i++) {
      Y.setRelease(this, (int) X.getAcquire(this) + (int) Y.getAcquire(this));
    }
  }

  @Actor
  public void onlooker(Z_Result r) {
    r.r1 = (int) X.getAcquire(this) > MOST || (int) Y.getAcquire(this) > MOST;
  }
}
