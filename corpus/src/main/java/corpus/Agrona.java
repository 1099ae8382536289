// SPDX-License-Identifier: GPL-2.0-only
package corpus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Queues of Agrona, and a ring of bytes. */
public class Agrona {
  static final class Box {
    int content;

    Box(int content) {
      this.content = content;
    }

    static Object in(Box box) {
      return box == null ? null : box.content;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = {"null, null", "null, 1", "1, null", "1, 2"}, expect = ACCEPTABLE, desc = "in order")
  public static class OneToOneQueue {
    private final OneToOneConcurrentArrayQueue<Box> queue = new OneToOneConcurrentArrayQueue<>(2);

    @Actor
    public void producer() {
      queue.offer(new Box(1));
      queue.offer(new Box(2));
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r1 = Box.in(queue.poll());
      r.r2 = Box.in(queue.poll());
    }
  }

  @JCStressTest
  @State
  @Outcome(id = {"null, null", "null, [12]", "[12], null", "1, 2", "2, 1"}, expect = ACCEPTABLE, desc = "each once")
  public static class ManyToOneQueue {
    private final ManyToOneConcurrentArrayQueue<Box> queue = new ManyToOneConcurrentArrayQueue<>(2);

    @Actor
    public void one() {
      queue.offer(new Box(1));
    }

    @Actor
    public void other() {
      queue.offer(new Box(2));
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r1 = Box.in(queue.poll());
      r.r2 = Box.in(queue.poll());
    }
  }

  @JCStressTest
  @State
  @Outcome(id = {"0, 0", "1, 7"}, expect = ACCEPTABLE, desc = "not yet, or whole")
  public static class OneToOneRing {
    private final OneToOneRingBuffer ring =
        new OneToOneRingBuffer(
            new UnsafeBuffer(new byte[64 + RingBufferDescriptor.TRAILER_LENGTH]));
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[4]);

    public OneToOneRing() {
      message.putInt(0, 7);
    }

    @Actor
    public void producer() {
      ring.write(1, message, 0, 4);
    }

    @Actor
    public void consumer(II_Result r) {
      ring.read(
          (type, buffer, index, length) -> {
            r.r1 = type;
            r.r2 = buffer.getInt(index);
          });
    }
  }
}
