// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Each actor takes a lock, adds one to a plain field and lets go of the lock, so many times: as
 * many complete executions as orders of the turns.
 */
@JCStressTest
@State
@Outcome(id = "true", expect = Expect.ACCEPTABLE)
@Outcome(expect = Expect.FORBIDDEN)
public class Locked {
  private final int threads;
  private final int rounds;
  private int count;

  public Locked() {
    this(2, 1);
  }

  /**
   * @param threads how many actors do anything, up to four
   * @param rounds how often each does it
   */
  public Locked(int threads, int rounds) {
    this.threads = threads;
    this.rounds = rounds;
  }

  private void go(int thread) {
    for (int i = 0; thread < threads && i < rounds; i++) {
      synchronized (this) {
        count++;
      }
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
    r.r1 = count == threads * rounds;
  }
}
