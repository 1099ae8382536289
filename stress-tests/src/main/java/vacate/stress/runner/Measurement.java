// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vacate.claim.Question;
import vacate.claim.Topic;
import vacate.stress.runner.Capacity.Speed;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.ForkSpec;
import vacate.stress.runner.fork.Grader;
import vacate.stress.runner.fork.Mode;

/**
 * Finds out what the machine can do, by a few forks of one light and of one heavy test. It takes
 * some five seconds, more where the machine is busy.
 */
final class Measurement {
  /** The fastest and one of the slower, so that neither is all that is known. */
  private static final List<Mode> MODES = List.of(Mode.C2_STRESS, Mode.C1);

  /**
   * What two 2.5 GHz cores have been measured to do at least when nothing else ran; assumed where
   * no fork comes back, so that the tests are tried and say themselves what is wrong.
   */
  private static final Map<Weight, Speed> ASSUMED =
      Map.of(Weight.LIGHT, new Speed(1_000, 450), Weight.HEAVY, new Speed(100, 650));

  private static final int ACTORS = 2;

  private final Lanes lanes;
  private final long seed;
  private final boolean yielding;
  private long raced;
  private long dekker;

  private Measurement(Lanes lanes, long seed, boolean yielding) {
    this.lanes = lanes;
    this.seed = seed;
    this.yielding = yielding;
  }

  /**
   * Measures.
   *
   * @param spare the processors that other work leaves to us
   * @param seed of the run
   */
  static Capacity of(Lanes lanes, Topology topology, double spare, long seed)
      throws InterruptedException {
    Measurement measurement = new Measurement(lanes, seed, topology.isShared(ACTORS));
    Map<Weight, Speed> speeds = new EnumMap<>(Weight.class);
    for (Weight weight : Weight.values()) {
      speeds.put(weight, measurement.speed(weight));
    }
    return new Capacity(topology, spare, measurement.raced(), speeds);
  }

  private Speed speed(Weight weight) throws InterruptedException {
    long samples = 0;
    long wall = 0;
    int done = 0;
    for (int i = 0; i < MODES.size(); i++) {
      Lanes.Ended ended = fork(weight, i);
      if (ended.result().status() == ForkResult.Status.DONE) {
        done++;
        samples += ended.result().samples();
        wall += ended.millis();
        if (weight == Weight.LIGHT) {
          count(ended.result());
        }
      }
    }
    if (done == 0) {
      return ASSUMED.get(weight);
    }
    long sampling = (long) done * weight.millis;
    return new Speed((double) samples / sampling, (int) Math.max(0, (wall - sampling) / done));
  }

  private Lanes.Ended fork(Weight weight, int number) throws InterruptedException {
    ForkSpec spec =
        new ForkSpec(
            weight.sensor,
            MODES.get(number),
            Seeds.stressSeed(seed, weight.sensor, number),
            weight.millis,
            yielding);
    lanes.start(new Turn(sensor(weight), number, spec));
    return lanes.await();
  }

  /** Nothing is expected of it. */
  private static HardwareTest sensor(Weight weight) {
    return new HardwareTest(
        new Question(List.of(Topic.control("", "")), null, weight.sensor, List.of()),
        ACTORS,
        "",
        List.of());
  }

  private void count(ForkResult result) {
    dekker += result.samples();
    raced += Grader.bad(Grader.grade(Weight.LIGHT.sensor, result.counts()));
  }

  /** If Dekker's test cannot be run nothing is known, which is not that nothing races. */
  private double raced() {
    return dekker == 0 ? 1 : (double) raced / dekker;
  }
}
