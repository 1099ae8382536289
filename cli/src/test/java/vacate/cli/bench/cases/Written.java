// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * One actor writes a volatile field so many times, another reads it once: long, and no more
 * executions than writes, and one.
 */
@JCStressTest
@State
@Outcome(id = "true", expect = Expect.ACCEPTABLE)
@Outcome(expect = Expect.FORBIDDEN)
public class Written {
  private final int rounds;
  private volatile int x;

  public Written() {
    this(1);
  }

  /**
   * @param rounds how often it is written
   */
  public Written(int rounds) {
    this.rounds = rounds;
  }

  @Actor
  public void writer() {
    for (int i = 1; i <= rounds; i++) {
      x = i;
    }
  }

  @Actor
  public void reader(Z_Result r) {
    r.r1 = x <= rounds;
  }
}
