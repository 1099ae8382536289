// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.function.IntSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Constructors that let others know the object before its final fields are frozen. */
public final class EscapingThis {
  private EscapingThis() {}

  static class Named {
    final int name = 7;
  }

  static class Told extends Named {
    final int value;

    Told(Early test) {
      test.told = this;
      value = 42;
    }
  }

  public static class Early {
    volatile Told told;
  }

  @JCStressTest
  @Outcome(
      id = {"-1", "0", "42"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SeenTooEarly extends Early {
    @Actor
    public void a() {
      new Told(this);
    }

    @Actor
    public void b(I_Result r) {
      Told seen = told;
      r.r1 = seen == null ? -1 : seen.value;
    }
  }

  /** What was assigned before is ordered by the volatile field. */
  @JCStressTest
  @Outcome(
      id = {"-1", "7"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class AssignedBefore extends Early {
    @Actor
    public void a() {
      new Told(this);
    }

    @Actor
    public void b(I_Result r) {
      Told seen = told;
      r.r1 = seen == null ? -1 : seen.name;
    }
  }

  static class Asked {
    final int value;

    Asked(ByFunction test) {
      test.asks = () -> value();
      value = 42;
    }

    int value() {
      return value;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"-1", "0", "42"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ByFunction {
    volatile IntSupplier asks;

    @Actor
    public void a() {
      new Asked(this);
    }

    @Actor
    public void b(I_Result r) {
      IntSupplier seen = asks;
      r.r1 = seen == null ? -1 : seen.getAsInt();
    }
  }

  /** The same class, and none escapes: it keeps what it promises. */
  @JCStressTest
  @Outcome(
      id = {"-1", "42"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NoneEscapes {
    static class Kept {
      final int value;

      Kept() {
        value = 42;
      }
    }

    Kept kept;

    @Actor
    public void a() {
      kept = new Kept();
    }

    @Actor
    public void b(I_Result r) {
      Kept seen = kept;
      r.r1 = seen == null ? -1 : seen.value;
    }
  }
}
