// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vacate.explorer.execution.Value;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.StandIns;

/**
 * What a program says of a thread, and may ask of it: whether it is a daemon, its priority and its
 * group. A thread of which it does not say is taken to be no daemon and of normal priority, as
 * whoever has made it. None of it decides what is explored.
 */
public final class ThreadTraits {
  private static final int NO_DAEMON = 1;
  private static final int DAEMON = 2;

  private static final String FUTURE =
      StandIns.COPIES.replace('/', '.') + "java.util.concurrent.CompletableFuture$";

  private static final String MAKER = FUTURE + "ThreadPerTaskExecutor";

  private final Run run;
  private final Identity identity;
  private final ThreadTokens tokens;
  private final Locations locations;
  private final Accesses accesses;
  private final StartedThreads threads;
  private final InterruptLine interrupts;
  private final Refusals refusals;
  private final Initializers initializers;
  private boolean assumed;

  /** Threads that {@code CompletableFuture} has made, as it does where there are few processors. */
  private final BitSet ofFutures = new BitSet();

  /** What was said of an actor, whose threads inherit that. */
  private final Set<Hidden.Kind> ofActors = EnumSet.noneOf(Hidden.Kind.class);

  public ThreadTraits(
      Run run,
      Identity identity,
      ThreadTokens tokens,
      Locations locations,
      Accesses accesses,
      StartedThreads threads,
      InterruptLine interrupts,
      Refusals refusals,
      Initializers initializers) {
    this.run = run;
    this.identity = identity;
    this.tokens = tokens;
    this.locations = locations;
    this.accesses = accesses;
    this.threads = threads;
    this.interrupts = interrupts;
    this.refusals = refusals;
    this.initializers = initializers;
  }

  /** What verdicts rest on because of them; empty if on nothing. */
  public Optional<String> assumption() {
    return assumed
        ? Optional.of("threads that are no daemons, and of normal priority, where nobody says so")
        : Optional.empty();
  }

  /** There is a new thread that is to run something. */
  public void made(Thread thread, Runnable target) {
    boolean isStage = target != null && target.getClass().getName().startsWith(FUTURE);
    if (isStage
        && StackWalker.getInstance()
            .walk(frames -> frames.anyMatch(f -> f.getClassName().equals(MAKER)))) {
      ofFutures.set(tokens.id(thread));
    }
  }

  /** Refused by the JVM while the thread runs. */
  public void setDaemon(Thread thread, boolean on) throws Stop {
    threads.refuseIfRunning(thread);
    set(Hidden.Kind.DAEMON, thread, on ? DAEMON : NO_DAEMON, "setDaemon");
  }

  public boolean isDaemon(Thread thread) throws Stop {
    return get(Hidden.Kind.DAEMON, thread, NO_DAEMON, "isDaemon") == DAEMON;
  }

  public void setPriority(Thread thread, int priority) throws Stop {
    if (priority < Thread.MIN_PRIORITY || priority > Thread.MAX_PRIORITY) {
      throw Behalf.illegalArgument(null);
    }
    set(Hidden.Kind.PRIORITY, thread, priority, "setPriority");
  }

  /** Of a thread that may have ended nobody says whether it still came to have that. */
  public int getPriority(Thread thread) throws Stop {
    refuseStarted(thread, "getPriority");
    return get(Hidden.Kind.PRIORITY, thread, Thread.NORM_PRIORITY, "getPriority");
  }

  /** All are in one group, as the program makes none; who has ended is in none. */
  public ThreadGroup getThreadGroup(Thread thread) throws Stop {
    refuseStarted(thread, "getThreadGroup");
    ThreadGroup group = tokens.of(0).getThreadGroup();
    identity.initial(group);
    return group;
  }

  private void refuseStarted(Thread thread, String method) throws Stop {
    boolean isMe = Behalf.nonNull(thread) == tokens.current();
    if (!isMe && threads.state(thread) != Thread.State.NEW) {
      refusals.refuseIf("calls java.lang.Thread." + method + " of a thread that was started");
    }
  }

  private int id(Thread thread, String method) throws Stop {
    int id = tokens.id(thread);
    if (id < 0) { // any actor may be that thread
      refusals.refuseIf("calls java.lang.Thread." + method + " of a thread of unknown origin");
    }
    return id;
  }

  private int location(Hidden.Kind kind, int thread) {
    return locations.hidden(new Hidden(kind, thread), int.class);
  }

  private void set(Hidden.Kind kind, Thread thread, int value, String method) throws Stop {
    int location = location(kind, id(Behalf.nonNull(thread), method));
    if (tokens.isActor(thread)) {
      ofActors.add(kind);
    }
    if (run.isRunning()) {
      interrupts.point();
      accesses.write(location, Access.PLAIN_WRITE, value);
    } else {
      initializers.usesInCompany(thread);
      locations.begin(location, value);
    }
  }

  private int get(Hidden.Kind kind, Thread thread, int otherwise, String method) throws Stop {
    int id = id(Behalf.nonNull(thread), method);
    int location = location(kind, id);
    int value;
    if (run.isRunning()) {
      interrupts.point();
      value = (int) accesses.read(location, Access.PLAIN_READ);
    } else {
      initializers.usesInCompany(thread);
      value = (int) locations.initial(location);
    }
    if (value != 0) {
      return value;
    }
    if (kind == Hidden.Kind.DAEMON && ofFutures.get(id)) {
      refusals.refuseIf(
          "calls java.lang.Thread."
              + method
              + " of a thread of CompletableFuture, which is a pool's where there are three"
              + " processors or more");
    }
    if (!tokens.isActor(thread)
        && identity.reference(id) instanceof Value.Instance made
        && threads.isStarted(made.maker())) {
      refusals.refuseIf(
          "calls java.lang.Thread." + method + " of what a thread that was started has made");
    }
    if (!tokens.isActor(thread) && ofActors.contains(kind)) {
      refusals.refuseIf(
          "calls java.lang.Thread." + method + " of a thread that has it of its maker");
    }
    assumed = true;
    return otherwise;
  }
}
