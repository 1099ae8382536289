// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two CPUs pass a message; without the barriers a compiler or a weak CPU may break it. */
class BarriersTest {
  private static final int ROUNDS = 200_000;

  private final AtomicT sent = new AtomicT();
  private final AtomicT received = new AtomicT();
  private int message;
  private int stale;

  @Test
  void whoSeesTheFlagSeesWhatWasWrittenBeforeIt() throws InterruptedException {
    Contest.between(new Cpu(0), new Cpu(1), me -> passMessages(me.id == 0));
    assertThat(stale).isZero();
    assertThat(message).isEqualTo(ROUNDS);
  }

  private void passMessages(boolean sending) {
    for (int round = 1; round <= ROUNDS; round++) {
      if (sending) {
        message = round;
        Barriers.smpWmb();
        sent.set(round);
        await(received, round);
      } else {
        await(sent, round);
        Barriers.smpRmb();
        stale += message == round ? 0 : 1;
        Barriers.smpMb();
        received.set(round);
      }
    }
  }

  private static void await(AtomicT counter, int value) {
    while (counter.read() != value) {
      Thread.onSpinWait();
    }
  }
}
