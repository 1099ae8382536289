// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A failed attempt to set the lock bit writes all bits of the word again. Who knows that the owner
 * has cleared them may still read that write, if plainly: 3 comes from there and nowhere else.
 */
@JCStressTest
@State
@Outcome(expect = Expect.ACCEPTABLE)
public class PlainlyReadBits {
  private static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(PlainlyReadBits.class, "word", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int word = 1; // the owner has it
  volatile boolean unlocked;

  @Actor
  public void owner() {
    WORD.setOpaque(this, 3);
    WORD.setRelease(this, 0);
    unlocked = true;
  }

  @Actor
  public void next() {
    while (((int) WORD.getAndBitwiseOr(this, 1) & 1) != 0) {
      Thread.onSpinWait();
    }
  }

  @Actor
  public void onlooker(I_Result r) {
    r.r1 = unlocked ? word : -1;
  }
}
