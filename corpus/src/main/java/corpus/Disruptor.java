// SPDX-License-Identifier: GPL-2.0-only
package corpus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Ring buffers of the Disruptor: what is published is there, with what is in it. */
public class Disruptor {
  static final class Slot {
    int content;
  }

  static void publish(RingBuffer<Slot> ring, int content) {
    long at = ring.next();
    ring.get(at).content = content;
    ring.publish(at);
  }

  @JCStressTest
  @State
  @Outcome(id = {"0, 0", "1, 7"}, expect = ACCEPTABLE, desc = "not yet, or whole")
  public static class OneProducer {
    private final RingBuffer<Slot> ring =
        RingBuffer.createSingleProducer(Slot::new, 2, new YieldingWaitStrategy());

    @Actor
    public void producer() {
      publish(ring, 7);
    }

    @Actor
    public void consumer(II_Result r) {
      if (ring.getCursor() >= 0) {
        r.r1 = 1;
        r.r2 = ring.get(0).content;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = {"0, 0", "1, 7", "1, 8"}, expect = ACCEPTABLE, desc = "not yet, or whole")
  public static class TwoProducers {
    private final RingBuffer<Slot> ring =
        RingBuffer.createMultiProducer(Slot::new, 2, new YieldingWaitStrategy());

    @Actor
    public void one() {
      publish(ring, 7);
    }

    @Actor
    public void other() {
      publish(ring, 8);
    }

    @Actor
    public void consumer(II_Result r) {
      if (ring.isAvailable(0)) {
        r.r1 = 1;
        r.r2 = ring.get(0).content;
      }
    }
  }
}
