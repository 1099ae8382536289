// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Message passing between much that is no matter of the other actor's. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.FORBIDDEN)
@Outcome(expect = Expect.ACCEPTABLE)
@State
public class Cluttered {
  private int constant = 1;
  private int own;
  private int flag;
  private int data;

  private void count() {
    own += constant;
  }

  private void send() {
    data = constant;
    flag = constant;
  }

  @Actor
  public void writer() {
    count();
    send();
    count();
  }

  @Actor
  public void reader(II_Result r) {
    r.r1 = flag;
    r.r2 = look();
  }

  private int look() {
    return data * constant;
  }
}
