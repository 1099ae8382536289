// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Orders that the JVM draws when it starts. */
public final class DrawnOrders {
  private DrawnOrders() {}

  @JCStressTest
  @Outcome(
      id = {"ab", "ba"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TwoInASet {
    final Set<String> s = Set.of("a", "b");

    @Actor
    public void a(L_Result r) {
      StringBuilder all = new StringBuilder();
      for (String one : s) {
        all.append(one);
      }
      r.r1 = all.toString();
    }
  }

  @JCStressTest
  @Outcome(id = "6", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SetupLooks {
    final List<Integer> l = new ArrayList<>();

    public SetupLooks() {
      Map.of(1, "a", 2, "b", 3, "c").forEach((k, v) -> l.add(k));
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = l.get(0) + l.get(1) + l.get(2);
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class ThreeInASet {
    final Set<Integer> s = Set.of(1, 2, 3);

    @Actor
    public void a(I_Result r) {
      r.r1 = s.iterator().next();
    }
  }

  /** Nothing has no order. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class NoneInASet {
    volatile Set<Integer> s = Set.of();

    @Actor
    public void looks(I_Result r) {
      for (int one : s) {
        r.r1 += one;
      }
      for (int one : Map.<Integer, Integer>of().keySet()) {
        r.r1 += one;
      }
    }

    @Actor
    public void puts() {
      s = Set.of(1);
    }
  }
}
