// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Throwables that one actor makes and another looks into. */
public class SharedThrowables {
  static class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int number;

    Trouble(int number) {
      super("trouble " + number);
      this.number = number;
    }
  }

  static class Renamed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      return "renamed";
    }
  }

  /** What one of the JDK says depends on what its maker has read. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class OfTheJdk {
    volatile Throwable found;
    int x;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void maker() {
      found = new IllegalStateException("x is " + x);
    }

    @Actor
    public void reader(L_Result r) {
      Throwable t = found;
      r.r1 = t == null ? "none" : t.getMessage();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class OfItsOwnClass {
    volatile Trouble found;
    int x;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void maker() {
      found = new Trouble(x);
    }

    @Actor
    public void reader(L_Result r) {
      Trouble t = found;
      r.r1 = t == null ? "none" : t.number + ": " + t.getMessage();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WithACause {
    volatile Throwable found;
    final Object text = "text";

    @Actor
    public void maker() {
      try {
        found = new Exception(String.valueOf((Integer) text));
      } catch (ClassCastException e) {
        found = new Exception("outer", e);
      }
    }

    @Actor
    public void reader(L_Result r) {
      Throwable t = found;
      r.r1 = t == null ? "none" : t.getMessage() + " " + t.getCause().getClass().getSimpleName();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class NotLookedInto {
    Throwable found;

    @Actor
    public void maker() {
      found = new Exception("x");
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = found != null;
    }
  }

  /** Without order between them the reader may see a message that is not there yet. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Racing {
    Throwable found;

    @Actor
    public void maker() {
      found = new Exception("x");
    }

    @Actor
    public void reader(L_Result r) {
      Throwable t = found;
      r.r1 = t == null ? "none" : t.getMessage();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ChangedBefore {
    volatile Throwable found;

    @Actor
    public void maker() {
      Exception e = new Exception("x");
      e.addSuppressed(new Exception("y"));
      found = e;
    }

    @Actor
    public void reader(L_Result r) {
      Throwable e = found;
      r.r1 = e == null ? "none" : e.getSuppressed()[0].getMessage();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ChangedAfterwards {
    volatile Throwable found;

    @Actor
    public void maker() {
      Exception e = new Exception("x");
      found = e;
      e.addSuppressed(new Exception("y"));
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = found != null;
    }
  }

  /** As who guards against being called by two at once. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class GuardsWithThem {
    final AtomicReference<Throwable> guard = new AtomicReference<>();
    volatile Throwable met;

    private void enter(String who) {
      Exception own = new Exception(who);
      Throwable before = guard.getAndSet(own);
      if (before != null) {
        own.addSuppressed(before);
        met = own;
      } else {
        guard.compareAndSet(own, null);
      }
    }

    @Actor
    public void one() {
      enter("one");
    }

    @Actor
    public void other() {
      enter("other");
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = met == null ? "none" : met.getMessage();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ChangedAndLookedAt extends ChangedAfterwards {
    @Actor
    public void suppressed(L_Result r) {
      Throwable e = found;
      r.r1 = e == null ? 0 : e.getSuppressed().length;
    }

    @Override
    @Actor
    public void maker() {
      super.maker();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class LookedAtInTheEnd extends ChangedAfterwards {
    @Actor
    public void nothing() {}

    @Override
    @Actor
    public void maker() {
      super.maker();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = found.getSuppressed().length;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CausedAfterwards {
    volatile Throwable found;

    @Actor
    public void maker() {
      Exception e = new Exception("x");
      found = e;
      e.initCause(new Exception("y"));
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = found != null;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WithWordsOfItsOwn {
    volatile Throwable found;

    @Actor
    public void maker() {
      found = new Renamed();
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = found != null;
    }
  }
}
