// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import vacate.stress.runner.fork.ForkResult;

/** A machine whose clock goes on when somebody waits for a fork, and at no other time. */
final class FakePlatform implements Platform {
  /**
   * What a fork does.
   *
   * @param millis that it takes
   */
  record Behaviour(ForkResult result, long millis) {}

  private record Running(Turn turn, ForkResult result, long began, long ends) {}

  final List<Turn> started = new ArrayList<>();
  int mostCores;
  int mostForks;

  private final Capacity machine;
  private final Function<Turn, Behaviour> behaviour;
  private long millis;

  /**
   * @param machine what a measurement is to find
   * @param behaviour of the forks that come after it
   */
  FakePlatform(Capacity machine, Function<Turn, Behaviour> behaviour) {
    this.machine = machine;
    this.behaviour = behaviour;
  }

  @Override
  public Topology topology() {
    return machine.topology();
  }

  @Override
  public double spare(Topology asked) {
    return machine.spare();
  }

  /** What the machine's speed makes a fork do that shows nothing. */
  Behaviour nothingBad(Turn turn) {
    return new Behaviour(
        Tests.good(turn.test(), Math.round(speed(turn).perMilli() * turn.spec().millis())),
        wall(turn));
  }

  /** The same of a fork that shows what must be seen. */
  Behaviour seen(Turn turn) {
    return new Behaviour(Tests.seen(turn.test()), wall(turn));
  }

  private Behaviour measured(Turn turn) {
    long samples = Math.round(speed(turn).perMilli() * turn.spec().millis());
    long raced = Math.round(machine.raced() * samples);
    return new Behaviour(
        ForkResult.done(Map.of("0, 0", raced, "1, 1", samples - raced)), wall(turn));
  }

  private long wall(Turn turn) {
    return turn.spec().millis() + speed(turn).overheadMillis();
  }

  private Capacity.Speed speed(Turn turn) {
    return machine.speeds().get(Weight.of(turn.test()));
  }

  @Override
  public long nanoTime() {
    return millis * 1_000_000;
  }

  @Override
  public Lanes open(Path directory) {
    return new FakeLanes(!directory.endsWith("measured"));
  }

  private final class FakeLanes implements Lanes {
    private final PriorityQueue<Running> running =
        new PriorityQueue<>(Comparator.comparingLong(Running::ends));
    private final boolean counted;
    private boolean stopped;

    FakeLanes(boolean counted) {
      this.counted = counted;
    }

    @Override
    public void start(Turn turn) {
      Behaviour does =
          stopped
              ? new Behaviour(Tests.STOPPED, 0)
              : counted ? behaviour.apply(turn) : measured(turn);
      running.add(new Running(turn, does.result(), millis, millis + does.millis()));
      if (counted) {
        started.add(turn);
        mostForks = Math.max(mostForks, running.size());
        mostCores =
            Math.max(
                mostCores,
                running.stream()
                    .mapToInt(run -> topology().coresFor(run.turn().test().actors()))
                    .sum());
      }
    }

    @Override
    public Ended await() {
      Running next = running.remove();
      millis = Math.max(millis, next.ends());
      return new Ended(next.turn(), next.result(), next.ends() - next.began());
    }

    @Override
    public void stop() {
      stopped = true;
      List<Running> killed = List.copyOf(running);
      running.clear();
      killed.forEach(
          run -> running.add(new Running(run.turn(), Tests.STOPPED, run.began(), millis)));
    }

    @Override
    public void close() {
      if (!running.isEmpty()) {
        throw new IllegalStateException("forks are left behind: " + running);
      }
    }
  }
}
