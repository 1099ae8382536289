// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.INTERRUPT;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.READ;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The code runs where it has not been, and what it does is recorded.
 *
 * <p>At a read it goes on with a guess, as long as that leads somewhere new: the nodes behind are
 * facts about the thread whether or not the guess is what the search does next, and running on is
 * cheaper than running again.
 */
final class Recording implements Phase {
  /** What a read that nobody has asked for yet will probably return. */
  @FunctionalInterface
  interface Guess {
    long value(int location);

    /**
     * The same, or null if it is better to stop.
     *
     * @param at what ends with the read
     * @param own what the thread has written there itself, or null
     */
    default Long value(Node at, int location, Long own) {
      return own != null ? own : location < 0 ? (Long) 0L : (Long) value(location);
    }
  }

  private final Tape tape;
  private final ThreadMemory memory;
  private final Guess guess;
  private final Map<Integer, Long> ownWrites = new HashMap<>();
  private final Map<Node, Node.End> ended = new LinkedHashMap<>();
  private Node end;
  private int added;

  /** How many steps of the stretch came before its last read that is no event. */
  private int beforeAside;

  /**
   * @param node whose code has not been run
   */
  Recording(Tape tape, ThreadMemory memory, Node node, Guess guess) {
    this.tape = tape;
    this.memory = memory;
    this.end = node;
    this.guess = guess;
  }

  @Override
  public Node at() {
    return end;
  }

  /** How many nodes were added. */
  int added() {
    return added;
  }

  @Override
  public long read(int location, int access) throws Stop {
    Op read = memory.notation().op(access, location, 0, memory.skipped());
    end.read = read;
    end(Node.End.READ, null);
    if ((read.access() & (READ | OPAQUE | FINAL)) == READ) {
      tape.waits().plainlyRead(location);
    }
    if ((access & (CHOICE | INTERRUPT)) == CHOICE || !goOn(location)) {
      throw Stop.INSTANCE;
    }
    return end.value;
  }

  /** Goes on behind the read that ends the known part, if a guess at its value leads on. */
  private boolean goOn(int location) {
    Long value = guess.value(end, location, ownWrites.get(location));
    Node child = value == null ? null : end.child(value);
    if (value == null || child != null && child.end != Node.End.UNKNOWN) {
      return false;
    }
    if (child == null) {
      child = end.addChild(value);
      added++;
    }
    end = child;
    beforeAside = 0;
    return true;
  }

  @Override
  public void step(int access, int location, long value) {
    if (location >= 0) {
      ownWrites.put(location, value);
    }
    end.add(memory.notation().op(access, location, value, memory.skipped()));
  }

  @Override
  public void readsAside() {
    beforeAside = end.count;
  }

  @Override
  public void fenceBefore(int access) {
    Op fence = memory.notation().insertedBefore(access);
    if (fence != null) {
      end.add(fence);
    }
  }

  @Override
  public void await() throws Stop {
    tape.waits().takeBack(end, beforeAside);
    memory.waited();
    end(Node.End.BLOCKED, null);
    throw Stop.INSTANCE;
  }

  @Override
  public void end(Node.End how, Object outcome) {
    Node.End before = ended.put(end, how);
    if (before != null && before != how) {
      throw memory.differs();
    }
    if (outcome != null) {
      end.outcome = outcome;
    }
    end.asides = memory.asides().sum();
    if (how == Node.End.FINISHED) {
      end.own = tape.own();
    }
  }

  /** The last node is as if its code had not been run. */
  void forgetLast() {
    ended.remove(end);
    end.forget();
  }

  /**
   * Shows what was recorded. Not before the run is over: only then it is known whether all of it is
   * as it would be in another.
   */
  void publish() {
    ended.forEach((node, how) -> node.end = how);
  }
}
