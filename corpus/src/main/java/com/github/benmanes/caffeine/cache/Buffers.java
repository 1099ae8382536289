// SPDX-License-Identifier: GPL-2.0-only
package com.github.benmanes.caffeine.cache;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The read buffer of Caffeine, which is not public: what is drained was offered whole. */
public class Buffers {
  static final class Box {
    int content;

    Box(int content) {
      this.content = content;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = {"0, 1", "0, 12"}, expect = ACCEPTABLE, desc = "the first, or both")
  @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "may fail and be tried again")
  public static class Bounded {
    private final BoundedBuffer.RingBuffer<Box> buffer = new BoundedBuffer.RingBuffer<>(new Box(1));

    @Actor
    public void producer(II_Result r) {
      r.r1 = buffer.offer(new Box(2));
    }

    @Actor
    public void consumer(II_Result r) {
      buffer.drainTo(box -> r.r2 = 10 * r.r2 + box.content);
    }
  }
}
