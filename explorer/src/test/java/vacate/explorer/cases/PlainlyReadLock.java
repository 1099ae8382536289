// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A bit spin lock whose word is also read plainly: failed attempts must stay events. */
@JCStressTest
@State
@Outcome(expect = Expect.ACCEPTABLE)
public class PlainlyReadLock {
  private static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(PlainlyReadLock.class, "word", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int word;

  private void lockAndUnlock() {
    while (((int) WORD.getAndBitwiseOr(this, 1) & 1) != 0) {
      Thread.onSpinWait();
    }
    WORD.setRelease(this, 0);
  }

  @Actor
  public void left() {
    lockAndUnlock();
  }

  @Actor
  public void right(II_Result r) {
    lockAndUnlock();
    r.r1 = word;
    r.r2 = word;
  }
}
