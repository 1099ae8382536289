// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.Optional;
import java.util.OptionalInt;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** An {@code Optional} that threads share. */
public final class Optionals {
  private Optionals() {}

  @JCStressTest
  @Outcome(
      id = {"none", "x"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class HoldsAValue {
    Optional<String> o = Optional.empty();

    @Actor
    public void a() {
      o = Optional.of("x");
    }

    @Actor
    public void b(L_Result r) {
      r.r1 = o.orElse("none");
    }
  }

  @JCStressTest
  @Outcome(
      id = {"-1", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class HoldsAnObject {
    volatile Optional<int[]> o = Optional.empty();

    @Actor
    public void a() {
      o = Optional.of(new int[] {1});
    }

    @Actor
    public void b(I_Result r) {
      r.r1 = o.map(x -> x[0]).orElse(-1);
    }
  }

  /** What the array holds is no part of the Optional. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WhatItHoldsRaces {
    final Optional<int[]> o = Optional.of(new int[2]);

    @Actor
    public void a() {
      o.get()[0] = 1;
    }

    @Actor
    public void b(II_Result r) {
      r.r1 = o.get()[0];
      r.r2 = o.get()[1];
    }
  }

  @JCStressTest
  @Outcome(
      id = {"true, 0", "true, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class HoldsWhatItWasGiven {
    final int[] given = new int[1];
    Optional<int[]> o;

    @Actor
    public void a() {
      given[0] = 1;
      o = Optional.of(given);
    }

    @Actor
    public void b(ZI_Result r) {
      Optional<int[]> seen = o;
      r.r1 = seen == null || seen.get() == given;
      r.r2 = seen == null ? 0 : seen.get()[0];
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "5"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class HoldsANumber {
    volatile OptionalInt o = OptionalInt.empty();

    @Actor
    public void a() {
      o = OptionalInt.of(5);
    }

    @Actor
    public void b(I_Result r) {
      r.r1 = o.orElse(0);
    }
  }
}
