// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.VarHandle;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What the JVM throws of its own accord where a reference is null. */
public final class NullReceivers {
  private NullReceivers() {}

  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Caught {
    String text;
    List<String> list;
    VarHandle handle;

    @Actor
    public void a(II_Result r) {
      try {
        r.r1 = text.equals("x") ? 2 : 3;
      } catch (NullPointerException e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void b(II_Result r) {
      try {
        r.r2 = list.size();
      } catch (RuntimeException e) {
        try {
          handle.setVolatile(this, 1);
        } catch (NullPointerException again) {
          r.r2 = 1;
        }
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Thrown {
    String text;

    @Actor
    public void a(II_Result r) {
      r.r1 = text.equals("x") ? 2 : 3;
    }
  }
}
