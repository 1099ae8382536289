// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An object with something to say. */
@JCStressTest
@State
@Outcome(expect = Expect.ACCEPTABLE)
public class Inspected {
  /** Two counters, one of which is replaced. */
  public static final class Counters {
    final int limit = 7;
    char letter = '\uffff';
    int[] unused;
    int first = 1;
    int second = 2;
    IntSupplier supplier = () -> first;

    /** What there is to say, each time in new objects. */
    public List<Object> report() {
      List<Object> report = new ArrayList<>();
      report.add("first " + supplier.getAsInt());
      report.add(second);
      return report;
    }

    /** One word. */
    public int sum() {
      return first + second;
    }
  }

  private final Counters counters = new Counters();
  private Counters notFinal = counters;

  @Actor
  public void one() {
    counters.first = 10;
    notFinal = null;
  }

  @Actor
  public void two() {
    counters.second = counters.first + counters.supplier.getAsInt();
  }

  @Arbiter
  public void after(I_Result r) {
    counters.first = 99;
    r.r1 = counters.second;
  }
}
