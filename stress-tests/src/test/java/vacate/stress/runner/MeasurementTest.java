// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vacate.stress.runner.fork.ForkResult;

class MeasurementTest {
  private static final Topology TWO = new Topology(2, 2);

  @Test
  void aMachineIsFoundToBeWhatItIs() throws InterruptedException {
    for (Capacity machine :
        new Capacity[] {Machines.quiet(2, 2), Machines.busy(4, 8, 1.5), Machines.quiet(64, 64)}) {
      FakePlatform platform = new FakePlatform(machine, turn -> null);
      Capacity measured =
          Measurement.of(
              platform.open(Path.of("measured")), machine.topology(), machine.spare(), 42);
      assertThat(measured.raced()).isCloseTo(machine.raced(), within(0.01));
      assertThat(measured.topology()).isEqualTo(machine.topology());
      assertThat(measured.spare()).isEqualTo(machine.spare());
      assertThat(measured.speeds()).isEqualTo(machine.speeds());
    }
  }

  @Test
  void aMachineOnWhichNoForkComesBackIsTriedAllTheSame() throws InterruptedException {
    Capacity measured = Measurement.of(new Broken(), TWO, 2, 42);
    assertThat(measured.raced()).isPositive();
    assertThat(measured.speeds().values()).allMatch(speed -> speed.perMilli() > 0);
  }

  /** Every fork fails. */
  private static final class Broken implements Lanes {
    private Turn turn;

    @Override
    public void start(Turn started) {
      turn = started;
    }

    @Override
    public Ended await() {
      return new Ended(turn, ForkResult.failed(ForkResult.Status.FAILED, "no fork"), 5);
    }

    @Override
    public void stop() {
      // nothing runs
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
