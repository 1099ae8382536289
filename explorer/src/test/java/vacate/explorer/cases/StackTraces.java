// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Throwables whose traces are looked at, or filled in by code of the program. */
public final class StackTraces {
  private StackTraces() {}

  /** The methods from the innermost to the one of that name. */
  private static String methods(Throwable of, String last) {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement e : of.getStackTrace()) {
      text.append(e.getClassName().replaceAll(".*[.$]", "")).append('.');
      text.append(e.getMethodName()).append(' ');
      if (e.getMethodName().equals(last)) {
        break;
      }
    }
    return text.toString().trim();
  }

  /** A trace has the test's own methods, and then the actor. */
  @JCStressTest
  @Outcome(id = "Down.down Down.down Down.goes, Down.stays", expect = Expect.ACCEPTABLE)
  @State
  public static class Down {
    private String down(int n) {
      return n == 0 ? methods(new Throwable(), "goes") : down(n - 1);
    }

    @Actor
    public void goes(LL_Result r) {
      r.r1 = down(1);
    }

    @Actor
    public void stays(LL_Result r) {
      r.r2 = methods(new IllegalStateException(), "stays");
    }
  }

  /** Of what code of the JDK has called it tells that code by its name. */
  @JCStressTest
  @Outcome(
      id = "ByTheJdk.lambda.called.0 ArrayList.forEach ByTheJdk.called",
      expect = Expect.ACCEPTABLE)
  @State
  public static class ByTheJdk {
    private final List<Integer> shared = new ArrayList<>(List.of(1));
    private String trace;

    @Actor
    public void called(L_Result r) {
      shared.forEach(i -> trace = methods(new Throwable(), "called"));
      r.r1 = trace.replace('$', '.');
    }

    @Actor
    public void asks() {
      shared.size();
    }
  }

  /** Another's throwable may be one of any execution. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfAnother {
    private volatile Throwable thrown;

    @Actor
    public void makes() {
      thrown = new Throwable();
    }

    @Actor
    public void looks(L_Result r) {
      Throwable t = thrown;
      r.r1 = t == null ? 0 : t.getStackTrace().length;
    }
  }

  /** Has no trace, as it never fills it in. */
  private static final class Bare extends RuntimeException {
    private static final long serialVersionUID = 1;

    Bare(String message) {
      super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** Nobody else can be in the monitor of what is not made yet. */
  @JCStressTest
  @Outcome(
      id = {"first, null", "first, second"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class FilledInByItself {
    private volatile Throwable thrown;

    @Actor
    public void makes(LL_Result r) {
      Bare first = new Bare("first");
      thrown = new Bare("second");
      r.r1 = first.getMessage();
    }

    @Actor
    public void finds(LL_Result r) {
      Throwable t = thrown;
      r.r2 = t == null ? null : t.getMessage();
    }
  }

  /** The same in a class initialiser that either actor may set off. */
  @JCStressTest
  @Outcome(id = "kept, kept", expect = Expect.ACCEPTABLE)
  @State
  public static class KeptByAClass {
    private static class Keeper {
      static final Throwable THROWN = new Bare("kept");
    }

    @Actor
    public void asks(LL_Result r) {
      r.r1 = Keeper.THROWN.getMessage();
    }

    @Actor
    public void asksToo(LL_Result r) {
      r.r2 = Keeper.THROWN.getMessage();
    }
  }
}
