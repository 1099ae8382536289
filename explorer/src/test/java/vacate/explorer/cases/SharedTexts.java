// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.io.CharArrayWriter;
import java.io.IOException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Texts that are made of shared characters, or written into them. */
public class SharedTexts {
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Written {
    final char[] text = {'a', 'b', 'c'};

    @Actor
    public void writer() {
      "xyz".getChars(1, 3, text, 1);
    }

    @Actor
    public void reader(L_Result r) {
      char last = text[2];
      r.r1 = "" + text[1] + last;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Made {
    final char[] text = {'a', 'b'};

    @Actor
    public void writer() {
      text[0] = 'x';
      text[1] = 'y';
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = new String(text);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class MadeOfAPart {
    final char[] text = {'a', 'b', 'c'};

    @Actor
    public void writer() {
      text[0] = 'x';
      text[1] = 'y';
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = String.valueOf(text, 1, 2) + new String(text, 2, 1);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Wide {
    final char[] text = {'a'};

    @Actor
    public void writer() {
      text[0] = '\u1234';
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = String.copyValueOf(text);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Outside {
    final char[] text = {'a', 'b', 'c'};

    @Actor
    public void writer() {
      text[0] = 'x';
    }

    @Actor
    public void complaining(L_Result r) {
      int complaints = 0;
      try {
        "xy".getChars(0, 2, text, 2);
      } catch (IndexOutOfBoundsException e) {
        complaints++;
      }
      try {
        "xy".getChars(1, 0, text, 0);
      } catch (IndexOutOfBoundsException e) {
        complaints++;
      }
      try {
        complaints += new String(text, 2, 2).length();
      } catch (IndexOutOfBoundsException e) {
        complaints++;
      }
      r.r1 = complaints + "" + text[2];
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Writer {
    final CharArrayWriter text = new CharArrayWriter(2);

    @Actor
    public void one() throws IOException {
      text.write("ab");
    }

    @Actor
    public void other() throws IOException {
      text.write("cd");
    }

    @Arbiter
    public void all(L_Result r) {
      r.r1 = text.toString();
    }
  }
}
