// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Streams over shared collections, and waits that are polled. */
public final class StreamsAndPolls {
  private StreamsAndPolls() {}

  @JCStressTest
  @Outcome(
      id = {"0", "1", "2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class CopyOnWriteStream {
    final List<Integer> s = new CopyOnWriteArrayList<>();

    @Actor
    public void a() {
      s.add(1);
      s.add(1);
    }

    @Actor
    public void c(I_Result r) {
      r.r1 = s.stream().mapToInt(i -> i).sum();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class QueueStream {
    final Queue<Integer> s = new ConcurrentLinkedQueue<>();

    @Actor
    public void a() {
      s.add(1);
    }

    @Actor
    public void b() {
      s.add(1);
    }

    @Arbiter
    public void c(I_Result r) {
      r.r1 = (int) s.stream().filter(i -> i == 1).count();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ListStream {
    final List<Integer> s = new ArrayList<>();

    @Actor
    public void a() {
      s.add(1);
    }

    @Actor
    public void b() {
      s.add(1);
    }

    @Arbiter
    public void c(I_Result r) {
      r.r1 = s.stream().mapToInt(i -> i).sum();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SleepsBetween {
    boolean x;

    @Actor
    public void a(I_Result r) throws Exception {
      while (true) {
        synchronized (this) {
          if (x) break;
        }
        Thread.sleep(1);
      }
      r.r1 = 1;
    }

    @Actor
    public synchronized void b() {
      x = true;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WaitsBetween {
    boolean x;

    @Actor
    public void a(I_Result r) throws Exception {
      while (true) {
        synchronized (this) {
          if (x) break;
          wait(1);
        }
      }
      r.r1 = 1;
    }

    @Actor
    public synchronized void b() {
      x = true;
      notifyAll();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TakesTheNotification {
    boolean x;

    @Actor
    public void a(II_Result r) throws Exception {
      synchronized (this) {
        if (!x) wait(1);
      }
      r.r1 = 1;
    }

    @Actor
    public synchronized void b() {
      x = true;
      notify();
    }

    @Actor
    public void c(II_Result r) throws Exception {
      synchronized (this) {
        while (!x) wait();
      }
      r.r2 = 1;
    }
  }
}
