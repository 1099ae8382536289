// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** What an actor writes into what is its own, or into what others see. */
public final class OwnWriters {
  private OwnWriters() {}

  @JCStressTest
  @Outcome(
      id = {"x 0 1.5, 4 7", "x 1 1.5, 4 7"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class Keeps {
    private int x;

    @Actor
    public void writesText(LL_Result r) {
      StringWriter text = new StringWriter();
      PrintWriter printer = new PrintWriter(text);
      printer.print("x ");
      printer.print(x);
      printer.append(new DecimalFormat(" #.#", new DecimalFormatSymbols(Locale.ROOT)).format(1.5));
      r.r1 = text.toString();
    }

    @Actor
    public void writesBytes(LL_Result r) throws IOException {
      x = 1;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new DataOutputStream(bytes).writeInt(7);
      int read = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())).readInt();
      r.r2 = bytes.size() + " " + read;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class GivesAway {
    private volatile StringReader given;

    @Actor
    public void gives() {
      StringReader text = new StringReader("x");
      given = text;
    }

    @Actor
    public void looks(L_Result r) {
      r.r1 = given == null;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class WritesAFile {
    @Actor
    public void writes() throws IOException {
      new PrintWriter("/nowhere/at/all").close();
    }

    @Actor
    public void rests(L_Result r) {
      r.r1 = 0;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class SetsUpAFile {
    public SetsUpAFile() throws IOException {
      new PrintStream("/nowhere/at/all").close();
    }

    @Actor
    public void writes() {}

    @Actor
    public void rests(L_Result r) {
      r.r1 = 0;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ToldTheTime {
    @Actor
    public void asks(L_Result r) {
      r.r1 = new LogRecord(Level.INFO, "now").getMillis();
    }

    @Actor
    public void rests() {}
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ToldTheDay {
    @Actor
    public void asks(L_Result r) {
      r.r1 = new SimpleDateFormat("yy", Locale.ROOT).get2DigitYearStart().getTime();
    }

    @Actor
    public void rests() {}
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class PrintsAnObject {
    @Actor
    public void prints(L_Result r) {
      StringWriter text = new StringWriter();
      new PrintWriter(text).print(new Object());
      r.r1 = text.toString().length();
    }

    @Actor
    public void rests() {}
  }
}
