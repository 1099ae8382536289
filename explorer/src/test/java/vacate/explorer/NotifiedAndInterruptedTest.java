// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Of a notification and the interrupt after it JLS 17.2.4 lets either count; here the first does.
 */
class NotifiedAndInterruptedTest {
  private static final String ASSUMED = "who is notified, and interrupted then, returns normally";

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Both {
    Thread waiter;
    boolean told;

    @Actor
    public synchronized void waits(L_Result r) {
      waiter = Thread.currentThread();
      try {
        while (!told) {
          wait();
        }
        r.r1 = "told";
      } catch (InterruptedException e) {
        r.r1 = "interrupted";
      }
    }

    @Actor
    public synchronized void tells() {
      told = true;
      notify();
      if (waiter != null) {
        waiter.interrupt();
      }
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Notified {
    boolean told;

    @Actor
    public synchronized void waits(L_Result r) throws InterruptedException {
      while (!told) {
        wait();
      }
      r.r1 = "told";
    }

    @Actor
    public synchronized void tells() {
      told = true;
      notify();
    }
  }

  @Test
  void whatIsNotExploredIsAssumed() {
    Result r = Explorer.explore(Both.class, SC);
    assertThat(r.outcomeIds()).containsExactly("told");
    assertThat(r.assumes()).contains(ASSUMED);
  }

  @Test
  void whoIsNotInterruptedHasNothingToAssume() {
    Result r = Explorer.explore(Notified.class, SC);
    assertThat(r.outcomeIds()).containsExactly("told");
    assertThat(String.valueOf(r.assumes())).doesNotContain(ASSUMED);
  }
}
