// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package demo;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A mailbox with one slot: the sender puts a letter in and says that it is full. */
public class MailboxTest {
  static final VarHandle FULL;

  static {
    try {
      FULL = MethodHandles.lookup().findVarHandle(Slot.class, "full", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static class Slot {
    int full;
    int letter;
  }

  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "empty")
  @Outcome(id = "1, 42", expect = ACCEPTABLE, desc = "delivered")
  @Outcome(expect = FORBIDDEN, desc = "an empty letter")
  @State
  public static class Plain extends Slot {
    @Actor
    public void send() {
      letter = 42;
      full = 1;
    }

    @Actor
    public void receive(II_Result r) {
      r.r1 = full;
      r.r2 = r.r1 == 1 ? letter : 0;
    }
  }

  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "empty")
  @Outcome(id = "1, 42", expect = ACCEPTABLE, desc = "delivered")
  @Outcome(expect = FORBIDDEN, desc = "an empty letter")
  @State
  public static class ReleaseAcquire extends Slot {
    @Actor
    public void send() {
      letter = 42;
      FULL.setRelease(this, 1);
    }

    @Actor
    public void receive(II_Result r) {
      r.r1 = (int) FULL.getAcquire(this);
      r.r2 = r.r1 == 1 ? letter : 0;
    }
  }
}
