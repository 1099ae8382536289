// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.execution;

import java.util.List;

/**
 * One event. Two are equal only if they stand at the same place of their actor.
 *
 * @param actor index in {@link Execution#actors}
 * @param index its place in program order, from 0
 * @param location null for a fence, a choice or an interrupt
 * @param read what was read, or null; of a choice whether it fails
 * @param written what was written, or null
 * @param stack the test's methods that were running, the innermost first; empty if not known
 * @param ofTheJdk the method of the JDK, as {@code class.method}, that they have called and whose
 *     code this is; null if it is their own
 */
public record Event(
    int actor,
    int index,
    Kind kind,
    Mode mode,
    Location location,
    Value read,
    Value written,
    List<Frame> stack,
    String ofTheJdk) {

  public Event {
    stack = List.copyOf(stack);
  }

  /** One that is in the test's own code. */
  public Event(
      int actor,
      int index,
      Kind kind,
      Mode mode,
      Location location,
      Value read,
      Value written,
      List<Frame> stack) {
    this(actor, index, kind, mode, location, read, written, stack, null);
  }

  /** What an event does. */
  public enum Kind {
    READ,
    WRITE,
    /** A read and a write in one, as {@code getAndAdd} or a compare-and-set that succeeds. */
    UPDATE,
    /** A compare-and-set that fails: it reads and writes nothing. */
    FAILED_UPDATE,
    FENCE,
    /** The environment decides whether a weak compare-and-set fails; no memory is accessed. */
    CHOICE,
    /** The environment decides whether a thread that waits goes on for no reason. */
    WAKEUP,
    /** The environment decides whether something comes too late for a thread that waits. */
    LATE,
    /** The environment decides which of several it is. */
    LOT,
    /** The environment decides whether time passes. */
    TIME,
    /** An interrupt comes; what its handler does follows. */
    INTERRUPT,
    /** Takes a lock that is free. */
    LOCK,
    /** Finds a lock taken. */
    FAILED_LOCK,
    UNLOCK
  }

  /** How an access is ordered; of a fence, what it orders: plain is nothing, it was left out. */
  public enum Mode {
    PLAIN,
    OPAQUE,
    ACQUIRE,
    RELEASE,
    /** Also of a full fence. */
    VOLATILE,
    /** Of a fence only. */
    STORE_STORE,
    /** Of a fence only. */
    LOAD_LOAD,
    /** Of a full fence that was made weaker. */
    ACQUIRE_RELEASE
  }

  /** As printed: {@code 1.2} is the second event of the first actor. */
  public String number() {
    return (actor + 1) + "." + (index + 1);
  }

  /** Of a choice, whether a weak compare-and-set fails though it need not. */
  public boolean failsSpuriously() {
    return kind == Kind.CHOICE && isChosen();
  }

  /** Of what the environment decides, but an interrupt: whether it is not what normally happens. */
  public boolean isChosen() {
    return location == null && read instanceof Value.Primitive chosen && chosen.number() != 0;
  }

  /** Whether it reads a location. */
  public boolean reads() {
    return location != null && read != null;
  }

  /** Whether it writes a location. */
  public boolean writes() {
    return written != null;
  }
}
