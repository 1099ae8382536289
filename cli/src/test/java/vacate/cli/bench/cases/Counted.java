// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench.cases;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Each actor adds one to a counter, so many times: as many executions as orders of the updates. */
@JCStressTest
@State
@Outcome(id = "true", expect = Expect.ACCEPTABLE)
@Outcome(expect = Expect.FORBIDDEN)
public class Counted {
  private final int threads;
  private final int rounds;
  private final AtomicInteger counter = new AtomicInteger();

  public Counted() {
    this(2, 1);
  }

  /**
   * @param threads how many actors do anything, up to four
   * @param rounds how often each does it
   */
  public Counted(int threads, int rounds) {
    this.threads = threads;
    this.rounds = rounds;
  }

  private void go(int thread) {
    for (int i = 0; thread < threads && i < rounds; i++) {
      counter.getAndIncrement();
    }
  }

  @Actor
  public void first() {
    go(0);
  }

  @Actor
  public void second() {
    go(1);
  }

  @Actor
  public void third() {
    go(2);
  }

  @Actor
  public void fourth() {
    go(3);
  }

  @Arbiter
  public void after(Z_Result r) {
    r.r1 = counter.get() == threads * rounds;
  }
}
