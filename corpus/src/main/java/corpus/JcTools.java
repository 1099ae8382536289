// SPDX-License-Identifier: GPL-2.0-only
package corpus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.Queue;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.jctools.queues.SpscLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Queues of JCTools: what is offered comes out once, in order, with what is in it. */
public class JcTools {
  static final class Box {
    int content;

    Box(int content) {
      this.content = content;
    }

    static Object in(Queue<Box> queue) {
      Box box = queue.poll();
      return box == null ? null : box.content;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = {"null, null", "null, 1", "1, null", "1, 2"}, expect = ACCEPTABLE, desc = "in order")
  public static class SpscArray {
    private final SpscArrayQueue<Box> queue = new SpscArrayQueue<>(4);

    @Actor
    public void producer() {
      queue.offer(new Box(1));
      queue.offer(new Box(2));
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r1 = Box.in(queue);
      r.r2 = Box.in(queue);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = {"null, null", "null, 1", "1, null", "1, 2"}, expect = ACCEPTABLE, desc = "in order")
  public static class SpscLinked {
    private final SpscLinkedQueue<Box> queue = new SpscLinkedQueue<>();

    @Actor
    public void producer() {
      queue.offer(new Box(1));
      queue.offer(new Box(2));
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r1 = Box.in(queue);
      r.r2 = Box.in(queue);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = {"1, 2, null", "2, 1, null", "null, 1, 2", "null, 2, 1"}, expect = ACCEPTABLE, desc = "each once")
  @Outcome(id = {"1, null, 2", "2, null, 1"}, expect = ACCEPTABLE, desc = "each once")
  public static class MpscArray {
    private final MpscArrayQueue<Box> queue = new MpscArrayQueue<>(4);

    @Actor
    public void one() {
      queue.offer(new Box(1));
    }

    @Actor
    public void other() {
      queue.offer(new Box(2));
    }

    @Actor
    public void consumer(LLL_Result r) {
      r.r1 = Box.in(queue);
    }

    @Arbiter
    public void rest(LLL_Result r) {
      r.r2 = Box.in(queue);
      r.r3 = Box.in(queue);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = {"1, 2", "2, 1"}, expect = ACCEPTABLE, desc = "each once")
  public static class MpmcArray {
    private final MpmcArrayQueue<Box> queue = new MpmcArrayQueue<>(4);

    public MpmcArray() {
      queue.offer(new Box(1));
      queue.offer(new Box(2));
    }

    @Actor
    public void one(LL_Result r) {
      r.r1 = Box.in(queue);
    }

    @Actor
    public void other(LL_Result r) {
      r.r2 = Box.in(queue);
    }
  }
}
