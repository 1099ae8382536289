// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Actors that write a log. */
public final class Logs {
  private Logs() {}

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfLogging {
    private static final Logger LOG = Logger.getLogger(OfLogging.class.getName());
    private int x;
    private int y;

    @Actor
    public void writes() {
      x = 1;
      LOG.log(Level.FINE, "wrote {0}", this);
      y = 1;
      LOG.fine(() -> "now it is " + y);
    }

    @Actor
    public void reads(II_Result r) {
      r.r1 = y;
      LOG.log(LOG.isLoggable(Level.FINE) ? Level.OFF : Level.FINER, "reads");
      r.r2 = x;
    }
  }

  /** What is told is made first, with more than its text. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfRecords {
    private static final Logger LOG = Logger.getLogger(OfRecords.class.getName());
    private int x;
    private int y;

    private static void log(String text) {
      LogRecord told = new LogRecord(Level.WARNING, text);
      told.setLoggerName(LOG.getName());
      told.setThrown(new IllegalStateException());
      LOG.log(told);
    }

    @Actor
    public void writes() {
      x = 1;
      log("wrote");
      y = 1;
    }

    @Actor
    public void reads(II_Result r) {
      r.r1 = y;
      log("reads");
      r.r2 = x;
    }
  }

  /** The loggers are asked for by name, each time. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class AskedForByActors {
    private int x;
    private int y;

    @Actor
    public void writes() {
      x = 1;
      Logger.getLogger("vacate.asked").fine("wrote");
      y = 1;
    }

    @Actor
    public void reads(II_Result r) {
      r.r1 = y;
      Logger.getLogger("vacate.asked").fine("reads");
      r.r2 = x;
    }
  }

  /** There is one of a name: who finds none has nothing to compare. */
  @JCStressTest
  @Outcome(id = "true", expect = Expect.ACCEPTABLE)
  @Outcome(id = "false", expect = Expect.FORBIDDEN)
  @State
  public static class IsTheOneOfItsName {
    private Logger found;

    @Actor
    public void writes() {
      found = Logger.getLogger("vacate.named");
    }

    @Actor
    public void reads(Z_Result r) {
      Logger other = found;
      r.r1 = other == null || other == Logger.getLogger("vacate.named");
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = Expect.ACCEPTABLE)
  @Outcome(id = "false", expect = Expect.FORBIDDEN)
  @State
  public static class IsOfAnotherName {
    private Logger found;

    @Actor
    public void writes() {
      found = Logger.getLogger("vacate.named");
    }

    @Actor
    public void reads(Z_Result r) {
      Logger other = found;
      r.r1 = other == null || other == Logger.getLogger("vacate.other");
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class AsksForABundle {
    @Actor
    public void asks() {
      Logger.getLogger("vacate.bundled", null);
    }

    @Actor
    public void idles() {}
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfTheSystem {
    private static final System.Logger LOG = System.getLogger("vacate.explorer.cases.OfTheSystem");
    private int x;
    private int y;

    @Actor
    public void writes() {
      x = 1;
      LOG.log(System.Logger.Level.DEBUG, () -> "wrote " + x);
      y = 1;
    }

    @Actor
    public void reads(II_Result r) {
      r.r1 = y;
      if (LOG.isLoggable(System.Logger.Level.TRACE)) {
        r.r1 = 2;
      }
      r.r2 = x;
    }
  }

  /** Somebody wants to know, and then it is made of what threads share. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class TellsWhatIsShared {
    private static final Logger LOG = Logger.getLogger(TellsWhatIsShared.class.getName());
    private int x;

    @Actor
    public void writes() {
      x = 1;
    }

    @Actor
    public void tells(II_Result r) {
      LOG.severe(() -> "x is " + x);
    }
  }

  /** Others would find the logger changed. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ChangesTheLevel {
    private static final Logger LOG = Logger.getLogger(ChangesTheLevel.class.getName());

    @Actor
    public void changes(II_Result r) {
      LOG.setLevel(Level.ALL);
    }

    @Actor
    public void asks(II_Result r) {
      r.r1 = LOG.isLoggable(Level.FINE) ? 1 : 0;
    }
  }

  /** Of which the logger throws a NullPointerException. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class AsksNobody {
    private static final Logger LOG = Logger.getLogger(AsksNobody.class.getName());

    @Actor
    public void logs() {
      LOG.info((java.util.function.Supplier<String>) null);
    }

    @Actor
    public void none(II_Result r) {}
  }

  /** Which throws, too. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class PrintsNoCharacters {
    @Actor
    public void prints() {
      System.out.print((char[]) null);
    }

    @Actor
    public void none(II_Result r) {}
  }

  /** As this does. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class PrintsATextAsANumber {
    @Actor
    public void prints() {
      System.out.printf("%d", "x");
    }

    @Actor
    public void none(II_Result r) {}
  }

  /** And this throws nothing. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class PrintsNothing {
    @Actor
    public void prints() {
      System.out.printf("%s, %s and %d%n", null, "x", 1);
    }

    @Actor
    public void none(II_Result r) {}
  }
}
