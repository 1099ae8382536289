// SPDX-License-Identifier: GPL-2.0-only
package corpus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import reactor.core.publisher.Sinks;

/** Sinks of Reactor, to which two emit. */
public class Reactor {
  @JCStressTest
  @State
  @Outcome(id = {"OK, FAIL_TERMINATED", "FAIL_TERMINATED, OK"}, expect = ACCEPTABLE, desc = "one of them")
  @Outcome(id = {"OK, FAIL_NON_SERIALIZED", "FAIL_NON_SERIALIZED, OK"}, expect = ACCEPTABLE, desc = "one of them")
  public static class One {
    private final Sinks.One<Integer> sink = Sinks.one();

    @Actor
    public void one(LL_Result r) {
      r.r1 = sink.tryEmitValue(1);
    }

    @Actor
    public void other(LL_Result r) {
      r.r2 = sink.tryEmitValue(2);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = {"OK, OK", "OK, FAIL_NON_SERIALIZED", "FAIL_NON_SERIALIZED, OK"}, expect = ACCEPTABLE, desc = "at least one of them")
  public static class ManyUnicast {
    private final Sinks.Many<Integer> sink = Sinks.many().unicast().onBackpressureBuffer();

    @Actor
    public void one(LL_Result r) {
      r.r1 = sink.tryEmitNext(1);
    }

    @Actor
    public void other(LL_Result r) {
      r.r2 = sink.tryEmitNext(2);
    }
  }
}
