// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package demo;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static vacate.explorer.model.MemoryModel.PSO;
import static vacate.explorer.model.MemoryModel.TSO;
import static vacate.junit.ResultAssert.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.junit.Explore;

/** A mailbox with one slot: the sender puts a letter in and says that it is full. */
class MailboxTest {
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

  @Test
  void theProcessorAloneDoesNotBreakThePlainOneOnX86() {
    assertThat(Explore.of(Plain.class).under(TSO)).hasOutcomes("0, 0", "1, 42");
    assertThat(Explore.of(Plain.class).under(PSO)).refutes("1, 0");
  }
}
