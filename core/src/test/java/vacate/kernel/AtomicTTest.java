// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AtomicTTest {
  private static final int ROUNDS = 200_000;

  private final AtomicT counter = new AtomicT();

  @Test
  void incAndDecChangeItByOne() {
    counter.set(5);
    counter.inc();
    assertThat(counter.read()).isEqualTo(6);
    counter.dec();
    counter.dec();
    assertThat(counter.read()).isEqualTo(4);
  }

  @Test
  void incNotZeroLeavesZeroAlone() {
    assertThat(counter.incNotZero()).isFalse();
    assertThat(counter.read()).isZero();
  }

  @Test
  void incNotZeroCountsUpFromAnythingElse() {
    counter.set(1);
    assertThat(counter.incNotZero()).isTrue();
    assertThat(counter.read()).isEqualTo(2);
    counter.set(-1);
    assertThat(counter.incNotZero()).isTrue();
    assertThat(counter.read()).isZero();
  }

  @Test
  void decAndTestIsTrueOnlyWhenItReachesZero() {
    counter.set(2);
    assertThat(counter.decAndTest()).isFalse();
    assertThat(counter.decAndTest()).isTrue();
    assertThat(counter.decAndTest()).isFalse();
    assertThat(counter.read()).isEqualTo(-1);
  }

  @Test
  void noUpdateIsLostBetweenTwoCpus() throws InterruptedException {
    counter.set(1);
    Contest.between(
        new Cpu(0),
        new Cpu(1),
        me -> {
          for (int i = 0; i < ROUNDS; i++) {
            counter.incNotZero();
            counter.inc();
            counter.dec();
          }
        });
    assertThat(counter.read()).isEqualTo(2 * ROUNDS + 1);
  }
}
