// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.io.IOException;
import java.io.StringReader;
import java.util.Observable;
import java.util.Properties;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Classes of {@code java.util} besides collections that are code where threads share them. */
public final class SharedHolders {
  private SharedHolders() {}

  /** Who finds the second finds the first. */
  @JCStressTest
  @Outcome(
      id = {"null, null", "null, 1", "2, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class PropertiesInOrder {
    final Properties properties = new Properties();

    @Actor
    public void a() {
      properties.setProperty("a", "1");
      properties.setProperty("b", "2");
    }

    @Actor
    public void b(LL_Result r) {
      r.r1 = properties.getProperty("b");
      r.r2 = properties.getProperty("a");
    }
  }

  /** Who looks for the first may come before it, and for the second after both. */
  @JCStressTest
  @Outcome(
      id = {"null, null", "1, null", "1, 2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class PropertiesTheOtherWay {
    final Properties properties = new Properties();

    @Actor
    public void a() {
      properties.setProperty("a", "1");
      properties.setProperty("b", "2");
    }

    @Actor
    public void b(LL_Result r) {
      r.r1 = properties.getProperty("a");
      r.r2 = properties.getProperty("b");
    }
  }

  /** What reads files stays refused. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class PropertiesThatAreRead {
    final Properties properties = new Properties();

    @Actor
    public void a() throws IOException {
      properties.load(new StringReader("a=1"));
    }

    @Actor
    public void b(I_Result r) {
      r.r1 = properties.size();
    }
  }

  @SuppressWarnings("deprecation")
  static class Subject extends Observable {
    void tell() {
      setChanged();
      notifyObservers();
    }
  }

  /** Who is added in time is told. */
  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  @SuppressWarnings("deprecation")
  public static class ObserverIsAdded {
    final Subject subject = new Subject();
    int told;

    @Actor
    public void a() {
      subject.addObserver((from, what) -> told++);
    }

    @Actor
    public void b() {
      subject.tell();
    }

    @Arbiter
    public void z(I_Result r) {
      r.r1 = told;
    }
  }

  /** Of two changes at once observers may be told as of one. */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  @SuppressWarnings("deprecation")
  public static class ObserverIsToldTwice {
    final Subject subject = new Subject();
    private int told;

    public ObserverIsToldTwice() {
      subject.addObserver((from, what) -> count());
    }

    private synchronized void count() {
      told++;
    }

    @Actor
    public void a() {
      subject.tell();
    }

    @Actor
    public void b() {
      subject.tell();
    }

    @Arbiter
    public void z(I_Result r) {
      r.r1 = told;
    }
  }
}
