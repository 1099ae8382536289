// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Boxes and strings, of which there may be several that are equal. */
public final class Values {
  private Values() {}

  @JCStressTest
  @State
  @Outcome(id = "1000", expect = Expect.ACCEPTABLE)
  public static class SwapsBox {
    final AtomicReference<Integer> x = new AtomicReference<>(1000);

    @Actor
    public void actor() {
      x.compareAndSet(1000, 1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = x.get();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true", expect = Expect.ACCEPTABLE)
  public static class ComparesStrings {
    volatile String x = "a";

    @Actor
    public void writer() {
      x = String.valueOf(new char[] {'a'});
    }

    @Actor
    public void reader(Z_Result r) {
      r.r1 = x == "a";
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "2", expect = Expect.ACCEPTABLE)
  public static class LocksBoxes {
    int x;

    private static Object box() {
      return Float.valueOf(1);
    }

    @Actor
    public void one() {
      synchronized (box()) {
        x++;
      }
    }

    @Actor
    public void other() {
      synchronized (box()) {
        x++;
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true", expect = Expect.ACCEPTABLE)
  public static class ComparesCached {
    volatile Integer x = 127;
    volatile Integer y = 127;
    volatile String s = "a";

    @Actor
    public void actor(Z_Result r) {
      r.r1 = x == y && s == "a" && y != 126 && new AtomicReference<>(s).compareAndSet("a", "b");
    }
  }

  /** Made by actors, and equal whoever has made them. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, false", "60, true", "1, false"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class SharesTimes {
    volatile Duration d = Duration.ZERO;

    @Actor
    public void minute() {
      d = Duration.ofMinutes(1);
    }

    @Actor
    public void second() {
      d = Duration.between(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    }

    @Actor
    public void reads(IZ_Result r) {
      Duration seen = d;
      r.r1 = (int) seen.getSeconds();
      r.r2 = seen.equals(Duration.ofSeconds(60));
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ComparesTimes {
    volatile Duration d = Duration.ZERO;

    @Actor
    public void minute(Z_Result r) {
      d = Duration.ofMinutes(1);
      r.r1 = d == Duration.ofMinutes(1);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class AsksForTheTime {
    @Actor
    public void asks(Z_Result r) {
      r.r1 = LocalDate.now().isLeapYear();
    }
  }
}
