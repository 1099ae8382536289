// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import vacate.explorer.graph.Access;
import vacate.explorer.heap.Clock;
import vacate.explorer.heap.Heritage;
import vacate.explorer.heap.Identity;
import vacate.explorer.heap.Initializers;
import vacate.explorer.heap.Names;
import vacate.explorer.heap.Namesake;
import vacate.explorer.heap.Refusals;
import vacate.explorer.heap.Run;
import vacate.explorer.heap.SetupClock;
import vacate.explorer.heap.SharedClock;
import vacate.explorer.heap.Site;
import vacate.explorer.heap.ThreadTokens;
import vacate.explorer.search.Stop;

/**
 * The time, random numbers, and hash codes of objects that have none of their own. Setup gets the
 * same ones whenever it runs, which might have been others. Nothing that an actor does may depend
 * on them; a wait that has ended may look at the time.
 */
public final class Lots {
  private static final Pattern OWN =
      Pattern.compile("java\\.util\\.concurrent\\.(?!Concurrent|CopyOnWrite).*");

  private static final long PER_THREAD = 1_000_003;

  private final Run run;
  private final SharedClock clock;
  private final SetupClock setupClock;
  private final Identity identity;

  /** Who looks for a thread in a table compares it with none that has another hash code. */
  private final Namesake hashes;

  private final Refusals refusals;
  private final Initializers initializers;
  private final Heritage heritage;
  private final Random random = new Random(0);
  private boolean drawn;
  private boolean drawnByActors;

  /** How often the running thread has drawn. */
  private int draws;

  private boolean asked;
  private boolean hashed;
  private boolean looked;
  private boolean dated;
  private boolean told;
  private boolean weak;
  private boolean pooled;
  private boolean ordered;
  private boolean text;
  private boolean unlogged;
  private Boolean reversed;

  /** What objects without a text of their own have said. */
  private final Set<String> texts = new HashSet<>();

  public Lots(
      Run run,
      SharedClock clock,
      SetupClock setupClock,
      Identity identity,
      ThreadTokens threads,
      Refusals refusals,
      Initializers initializers,
      Heritage heritage) {
    this.run = run;
    this.clock = clock;
    this.setupClock = setupClock;
    this.identity = identity;
    this.hashes = new Namesake(threads, refusals);
    this.refusals = refusals;
    this.initializers = initializers;
    this.heritage = heritage;
  }

  /**
   * What random numbers come from; {@code what} is called. An actor gets the same whenever it comes
   * there.
   */
  public Random draw(String what) throws Stop {
    if (run.isRunning()) {
      drawnByActors = true;
      return new Random(run.memory().thread() * PER_THREAD + draws++);
    }
    drawn(what);
    return random;
  }

  /** The hash code of an object that has none of its own, by which it comes into a table. */
  public int hash(Object o) throws Stop {
    int hash = ownHash(o);
    hashed = true;
    return hash;
  }

  /** The same for code of the program that asks. */
  public int ownHash(Object o) throws Stop {
    Integer hash = identity.hash(o);
    if (hash == null && !run.isRunning()) {
      identity.initial(o);
      hash = identity.hash(o);
    }
    if (hash == null) {
      throw refusals.refuse(IdentityHashes.relies(o));
    }
    if (o instanceof Thread thread) {
      hashes.looks(thread);
    }
    asked = true;
    heritage.spend("something is done by identity hash codes");
    return hash;
  }

  /** What {@code Object.toString} says of an object with that hash code. */
  public String text(Object o, int hash) throws Stop {
    String text = Names.said(o.getClass().getName()) + "@" + Integer.toHexString(hash);
    texts.add(text);
    return text;
  }

  /** Whether an outcome has such a text, for all to see. */
  public boolean isIn(String outcome) {
    return texts.stream().anyMatch(outcome::contains);
  }

  /**
   * The order of a table is about to be seen. What the JDK's threads and locks do with one of their
   * own does not depend on that.
   */
  public void iterates() throws Stop {
    String called = hashed ? Site.calledOfTheJdk() : null;
    if (called != null && !OWN.matcher(called).matches()) {
      refusals.refuseIf("relies on the order of a table of identity hash codes");
    }
  }

  /** What a verdict rests on because of them; empty if on nothing. */
  public List<String> assumptions() {
    List<String> assumed = new ArrayList<>();
    if (drawn) {
      assumed.add("one value of each random number and time that setup asks for");
    }
    if (drawnByActors) {
      assumed.add("one value of each random number that actors ask for");
    }
    if (weak) {
      assumed.add("no reference that the garbage collector clears");
    }
    if (text) {
      assumed.add("a StringBuilder that writes characters, and then its length");
    }
    if (unlogged) {
      assumed.add("org.slf4j without a provider, so that nothing is logged");
    }
    if (ordered) {
      assumed.add("one order of each Set.of and Map.of that setup looks at");
    }
    if (pooled) {
      assumed.add("a thread of its own for each task of a ForkJoinPool");
    }
    if (told) {
      assumed.add("one number of the process");
    }
    if (dated) {
      assumed.add("a test that runs on " + LocalDate.ofInstant(Clock.start(), ZoneOffset.UTC));
    }
    if (looked) {
      assumed.add("between two looks at the time nothing passes, or an hour");
    }
    if (asked) {
      assumed.add("one identity hash code of each object");
    }
    return assumed;
  }

  /** The time in nanoseconds, for which {@code what} is called. */
  public long time(String what) throws Stop {
    if (run.isRunning()) {
      looked = true;
      return clock.look();
    }
    initializers.asksForTime(what);
    drawn(what);
    return setupClock.look();
  }

  /** The time of day, for which {@code what} is called. */
  public Instant now(String what) throws Stop {
    dated = true;
    return Clock.start().plusNanos(time(what));
  }

  /** There is a reference that the garbage collector might clear. */
  public void refersWeakly() {
    weak = true;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    draws = 0;
    reversed = null;
  }

  /** The order of a {@code Set.of} or {@code Map.of}, drawn when the JVM starts, is looked at. */
  public void isOrdered() throws Stop {
    if (run.isRunning()) {
      throw refusals.refuse("relies on the order of a Set.of or Map.of");
    }
    ordered = true;
    heritage.spend("setup or an initialiser looks at the order of a Set.of or Map.of");
  }

  /** The same of one with two elements, which has only two: each thread sees either. */
  public boolean isReversed() throws Stop {
    if (!run.isRunning()) {
      isOrdered();
      return false;
    }
    if (reversed == null) {
      reversed = run.memory().choose(Access.LOT);
    }
    return reversed;
  }

  /** An actor uses a text, without a lock; it matters where others may have it, too. */
  public void usesText(Object used) {
    text |= !run.isAlone() && !identity.isPrivate(identity.known(used));
  }

  /** Setup, but no actor, looks for what provides a service, by a call of {@code what}. */
  public void looksForServices(String what) throws Stop {
    if (run.isRunning()) {
      throw refusals.refuse("calls " + what);
    }
    heritage.spend("setup or an initialiser calls " + what);
  }

  /** Somebody is there to write a log, and is not asked to. */
  public void logsNothing() {
    unlogged = true;
  }

  /** A pool has a thread for each task. */
  public void hasThreadForEachTask() {
    pooled = true;
  }

  /** The number of a process, for which {@code what} is called. */
  public long process(String what) throws Stop {
    if (run.isRunning()) {
      throw refusals.refuse("calls " + what);
    }
    told = true;
    heritage.spend("setup or an initialiser calls " + what);
    return 1;
  }

  private void drawn(String what) {
    drawn = true;
    heritage.spend("setup or an initialiser calls " + what);
  }
}
