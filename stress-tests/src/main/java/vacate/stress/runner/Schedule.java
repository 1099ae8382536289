// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.ForkSpec;
import vacate.stress.runner.fork.Mode;

/**
 * Carries out a plan: whose turn it is. What must be seen comes first and goes on until it is, as
 * long as the time suffices for what is planned of the others; these take their turns one test
 * after the other, so that whenever a run ends the tests before are decided. Then whoever has too
 * few samples goes on, and then what must be seen and was not, until the time is up. Not safe for
 * use by several threads.
 */
final class Schedule {
  /** The mode of a test's fork by its number. C2's randomizers have another seed each time. */
  private static final List<Mode> MODES =
      List.of(
          Mode.C2_STRESS,
          Mode.FIRST_SLOW,
          Mode.C2,
          Mode.LAST_SLOW,
          Mode.C1,
          Mode.INTERPRETER,
          Mode.C2_STRESS,
          Mode.C2_STRESS);

  /** So much of what is planned is kept for it, for it may take longer. */
  private static final double RESERVE = 1.2;

  /** What a test wants, in the order of its urgency. */
  private enum Wish {
    /** To be seen. */
    BE_SEEN,
    /** What the plan gives it. */
    ITS_SHARE,
    /** More than that, for its samples are too few. */
    MORE_SAMPLES,
    /** To be seen, though the time is short. */
    STILL_BE_SEEN,
    /** Nothing: it is decided, or given up. */
    NOTHING
  }

  private final Plan plan;
  private final long seed;
  private final LongSupplier nanoTime;
  private final long began;
  private final List<Entry> entries = new ArrayList<>();
  private long plannedMillis;
  private long actualMillis;

  /** A test and how far it is. */
  private static final class Entry {
    private final Share share;
    private final Tally tally;
    private boolean running;

    Entry(Share share) {
      this.share = share;
      tally = new Tally(share.test());
    }
  }

  /**
   * Begins.
   *
   * @param seed of the run
   * @param nanoTime a clock, as {@link System#nanoTime}; the plan's limit begins now
   */
  Schedule(Plan plan, long seed, LongSupplier nanoTime) {
    this.plan = plan;
    this.seed = seed;
    this.nanoTime = nanoTime;
    began = nanoTime.getAsLong();
    plan.shares().forEach(share -> entries.add(new Entry(share)));
  }

  /**
   * The next turn. Empty if nobody wants one that could still be had in time, or if the next in
   * turn has to wait until others have ended: one that needs many cores is not overtaken for ever.
   *
   * @param free cores of the machine's capacity that nobody uses
   */
  Optional<Turn> next(int free) {
    long left = millisLeft();
    Map<Entry, Wish> wishes = wishes();
    Optional<Entry> due =
        entries.stream()
            .filter(entry -> !entry.running && wishes.get(entry) != Wish.NOTHING)
            .filter(entry -> plannedMillis(entry) <= left)
            .min(
                Comparator.comparing((Entry entry) -> wishes.get(entry))
                    .thenComparing(entry -> turnsHad(entry, wishes.get(entry))));
    if (due.isEmpty() || plan.machine().coresFor(due.get().share.test()) > free) {
      return Optional.empty();
    }
    due.get().running = true;
    return Optional.of(turn(due.get()));
  }

  /** Records what came of it. */
  void ended(Lanes.Ended fork) {
    Entry entry = entry(fork.turn().test());
    entry.running = false;
    entry.tally.add(fork.result(), fork.millis());
    if (fork.result().status() == ForkResult.Status.DONE) {
      plannedMillis += plannedMillis(entry);
      actualMillis += fork.millis();
    }
  }

  /** How far a test is that has a share. */
  Tally tally(HardwareTest test) {
    return entry(test).tally;
  }

  /**
   * Where the run stands.
   *
   * @param current name of the test whose fork is starting, or null at the end
   */
  RunProgress progress(String current) {
    return new RunProgress(
        current,
        (int) wishes().values().stream().filter(wish -> wish == Wish.NOTHING).count(),
        entries.size(),
        (int) entries.stream().filter(entry -> entry.tally.observed() > 0).count(),
        entries.stream().mapToInt(entry -> entry.tally.forks()).sum(),
        Duration.ofMillis(elapsedMillis()),
        Duration.ofMillis(current == null ? 0 : Math.min(millisToGo(), millisLeft())));
  }

  private Entry entry(HardwareTest test) {
    return entries.stream().filter(e -> e.share.test().equals(test)).findFirst().orElseThrow();
  }

  private Map<Entry, Wish> wishes() {
    double slack = millisLeft() - RESERVE * reserved();
    Map<Entry, Wish> wishes = new IdentityHashMap<>();
    entries.forEach(entry -> wishes.put(entry, wish(entry, slack)));
    return wishes;
  }

  private Wish wish(Entry entry, double slack) {
    Tally tally = entry.tally;
    if (tally.isSettled() || tally.isGivenUp()) {
      return Wish.NOTHING;
    }
    boolean planned = tally.forks() < entry.share.forks();
    if (tally.isStillToBeSeen()) {
      return planned || slack >= plannedMillis(entry) ? Wish.BE_SEEN : Wish.STILL_BE_SEEN;
    }
    if (planned) {
      return Wish.ITS_SHARE;
    }
    return tally.isSeen() || tally.samples() >= Tally.SAMPLE_FLOOR
        ? Wish.NOTHING
        : Wish.MORE_SAMPLES;
  }

  /** One test after the other for what is planned, else turn by turn. */
  private static int turnsHad(Entry entry, Wish wish) {
    return wish == Wish.ITS_SHARE ? 0 : entry.tally.forks();
  }

  private Turn turn(Entry entry) {
    HardwareTest test = entry.share.test();
    int number = entry.tally.forks();
    return new Turn(
        test,
        number,
        new ForkSpec(
            test.name(),
            MODES.get(number % MODES.size()),
            Seeds.stressSeed(seed, test.name(), number),
            entry.share.millis(),
            plan.machine().topology().isShared(test.actors())));
  }

  /** What is planned of the tests that need not be seen, and has not been done. */
  private double reserved() {
    return pace()
        * entries.stream()
            .filter(entry -> !entry.tally.isStillToBeSeen())
            .filter(entry -> !entry.tally.isSettled() && !entry.tally.isGivenUp())
            .mapToDouble(entry -> areaOf(entry, entry.share.forks() - entry.tally.forks()))
            .sum();
  }

  /** If nobody who must be seen is slow to be. */
  private long millisToGo() {
    Map<Entry, Wish> wishes = wishes();
    return Math.round(
        pace()
            * entries.stream()
                .mapToDouble(entry -> areaOf(entry, forksToGo(entry, wishes.get(entry))))
                .sum());
  }

  private static int forksToGo(Entry entry, Wish wish) {
    int planned = entry.share.forks() - entry.tally.forks();
    return switch (wish) {
      case NOTHING -> 0;
      case BE_SEEN, STILL_BE_SEEN -> Math.max(1, planned);
      case ITS_SHARE -> planned;
      case MORE_SAMPLES -> forksToTheFloor(entry.tally);
    };
  }

  /** At the pace at which its samples have come so far; one if there are none yet. */
  private static int forksToTheFloor(Tally tally) {
    long missing = Tally.SAMPLE_FLOOR - tally.samples();
    return tally.samples() == 0
        ? 1
        : (int) Math.ceil((double) missing * tally.forks() / tally.samples());
  }

  /** Time that so many forks of a test take of the whole machine. */
  private double areaOf(Entry entry, int forks) {
    Capacity machine = plan.machine();
    return Math.max(0.0, forks)
        * plannedMillis(entry)
        * machine.coresFor(entry.share.test())
        / machine.capacity();
  }

  private long plannedMillis(Entry entry) {
    return entry.share.millis() + plan.machine().speed(entry.share.test()).overheadMillis();
  }

  /** How much longer than planned forks have taken so far. */
  private double pace() {
    return plannedMillis == 0 ? 1 : (double) actualMillis / plannedMillis;
  }

  private long elapsedMillis() {
    return (nanoTime.getAsLong() - began) / 1_000_000;
  }

  private long millisLeft() {
    return Math.max(0, plan.limit().toMillis() - elapsedMillis());
  }
}
