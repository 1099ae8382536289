// SPDX-License-Identifier: GPL-2.0-only
package corpus;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.rsocket.internal.UnboundedProcessor;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** The queue in front of an RSocket connection: what goes in comes out, or is released. */
public class RSocket {
  private RSocket() {}

  static class Receiver implements CoreSubscriber<ByteBuf> {
    volatile Subscription subscription;
    volatile int received;

    @Override
    public void onSubscribe(Subscription s) {
      subscription = s;
      s.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuf buffer) {
      received++;
      buffer.release();
    }

    @Override
    public void onError(Throwable t) {
      throw new AssertionError(t);
    }

    @Override
    public void onComplete() {
      received += 10;
    }
  }

  @JCStressTest
  @Outcome(id = "11, 0", expect = Expect.ACCEPTABLE, desc = "one buffer, and the end")
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Subscribed {
    private final UnboundedProcessor processor = new UnboundedProcessor();
    private final Receiver receiver = new Receiver();
    private final ByteBuf buffer = Unpooled.wrappedBuffer(new byte[] {1});

    @Actor
    public void sends() {
      processor.onNext(buffer);
      processor.onComplete();
    }

    @Actor
    public void subscribes() {
      processor.subscribe(receiver);
    }

    @Arbiter
    public void both(II_Result r) {
      r.r1 = receiver.received;
      r.r2 = buffer.refCnt();
    }
  }

  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "received")
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "released, and not received")
  @Outcome(expect = Expect.FORBIDDEN, desc = "a leak")
  @State
  public static class Cancelled {
    private final UnboundedProcessor processor = new UnboundedProcessor();
    private final Receiver receiver = new Receiver();
    private final ByteBuf buffer = Unpooled.wrappedBuffer(new byte[] {1});

    public Cancelled() {
      processor.subscribe(receiver);
    }

    @Actor
    public void sends() {
      processor.onNext(buffer);
    }

    @Actor
    public void cancels() {
      receiver.subscription.cancel();
    }

    @Arbiter
    public void both(II_Result r) {
      r.r1 = receiver.received;
      r.r2 = buffer.refCnt();
    }
  }
}
