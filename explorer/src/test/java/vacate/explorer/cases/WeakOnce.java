// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A weak compare-and-set that nobody disturbs. */
@JCStressTest
@State
@Outcome(expect = Expect.ACCEPTABLE)
public class WeakOnce {
  final AtomicInteger x = new AtomicInteger();

  @Actor
  public void actor(Z_Result r) {
    r.r1 = x.weakCompareAndSetVolatile(0, 1);
  }
}
