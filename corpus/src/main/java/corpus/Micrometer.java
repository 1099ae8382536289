// SPDX-License-Identifier: GPL-2.0-only
package corpus;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ID_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Meters of one registry. */
public class Micrometer {
  private Micrometer() {}

  @JCStressTest
  @Outcome(id = "1, 2.0", expect = Expect.ACCEPTABLE, desc = "both count with the same meter")
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Registered {
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Actor
    public void one() {
      registry.counter("requests", "path", "/").increment();
    }

    @Actor
    public void other() {
      registry.counter("requests", "path", "/").increment();
    }

    @Arbiter
    public void both(ID_Result r) {
      r.r1 = registry.getMeters().size();
      r.r2 = registry.counter("requests", "path", "/").count();
    }
  }

  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "before")
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "after")
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "between the two looks")
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "counted before the time is")
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Timed {
    private final Timer timer = new SimpleMeterRegistry().timer("requests");

    @Actor
    public void records() {
      timer.record(1, TimeUnit.MILLISECONDS);
    }

    @Actor
    public void looks(II_Result r) {
      r.r1 = (int) timer.count();
      r.r2 = (int) timer.totalTime(TimeUnit.MILLISECONDS);
    }
  }
}
