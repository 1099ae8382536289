// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.DEREF;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.THAW;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The memory that a thread's code sees while it runs: feeds it the values of one path of the trie,
 * records what it does at the end of the path, and stops it at the first read beyond.
 */
public final class Recorder {
  /** How many events a thread may have in one run. */
  private static final int MAX_EVENTS = 60_000;

  /** What a mode may not change. */
  private static final int KIND = READ | WRITE | FENCE | UPDATE | FINAL | CHOICE;

  /** What a fence writes that the code does not have: no fence of the code writes anything. */
  private static final long INSERTED = 1;

  private final Supplier<?> sites;
  private final Modes modes;
  private Node[] path = new Node[64];
  private Node end;
  private Node requested;
  private Node verified;
  private Guess guess;
  private int added;
  private final Map<Integer, Long> ownWrites = new HashMap<>();
  private Node at;
  private int next;
  private int thread;
  private int events;
  private boolean endGame;
  private Refused refusal;
  private final Waits waits = new Waits();
  private boolean locates;

  /**
   * @param sites where in the source the running code is; asked only after {@link #locate}, or by
   *     the modes
   * @param modes what becomes of its access modes
   */
  public Recorder(Supplier<?> sites, Modes modes) {
    this.sites = sites;
    this.modes = modes;
  }

  /** Of code that is left as it is. */
  public Recorder(Supplier<?> sites) {
    this(sites, Modes.DECLARED);
  }

  /** What a read that nobody has asked for yet will probably return. */
  @FunctionalInterface
  interface Guess {
    long value(int location);
  }

  /**
   * Runs {@code thread} of {@code program} along the path to {@code node}, and fills it in.
   *
   * <p>At the first read beyond, the run goes on with a guess, as long as that leads somewhere new:
   * the nodes behind are facts about the thread whether or not the guess is what the search does
   * next, and running on is cheaper than running again. What a guess leads to may be impossible, so
   * it is left alone if it turns out to be more than the explorer understands.
   *
   * @return how many nodes were added
   */
  int fill(Program program, int thread, Node node, Guess guess) {
    if (node.depth >= path.length) {
      path = new Node[2 * node.depth];
    }
    for (Node n = node; n != null; n = n.parent) {
      path[n.depth] = n;
    }
    this.guess = guess;
    requested = node;
    added = 0;
    ownWrites.clear();
    end = node;
    start(thread);
    try {
      if (thread < program.threads()) {
        program.run(thread, this);
      } else {
        Object outcome = program.conclude(this);
        end.outcome = outcome;
      }
      finish(Node.End.FINISHED);
    } catch (Stop stop) {
      // the node says why
    } catch (Refused refused) {
      refusal = refused;
    }
    if (refusal != null && end == requested) {
      throw refusal;
    }
    if (refusal != null) {
      end.forget();
    }
    if (node.end == Node.End.UNKNOWN) {
      throw new NotDeterministic(thread, null);
    }
    if (node.parent == null && end.end != Node.End.UNKNOWN) {
      verify(program, thread, end);
    }
    return added;
  }

  /** Number of the thread that runs. */
  public int thread() {
    return thread;
  }

  /** Reads; {@code access} has {@code READ}, and {@code UPDATE} for a read-modify-write. */
  public long read(int location, int access) throws Stop {
    count();
    insertFence(access);
    if (at == end) {
      end.read = op(access, location, 0);
      if ((end.read.access() & (READ | OPAQUE | FINAL)) == READ) {
        waits.plainlyRead(location);
      }
      Stop stop = stop(Node.End.READ);
      if (location < 0 || !goOn(location)) {
        throw stop;
      }
      return at.value;
    }
    if (next != at.count || at.end != Node.End.READ || !same(at.read, access, location, 0)) {
      throw differs();
    }
    if (at == verified) {
      throw Stop.INSTANCE;
    }
    at = path[at.depth + 1];
    next = 0;
    return at.value;
  }

  private void start(int thread) {
    this.thread = thread;
    at = path[0];
    next = 0;
    events = 0;
    endGame = false;
    refusal = null;
  }

  /** Runs a thread once more along a path known to its end, only to see that it does the same. */
  private void verify(Program program, int thread, Node last) {
    end = null;
    verified = last;
    start(thread);
    try {
      if (thread < program.threads()) {
        program.run(thread, this);
      } else {
        program.conclude(this);
      }
      finish(Node.End.FINISHED);
    } catch (Stop stop) {
      // as it did the first time
    } finally {
      verified = null;
    }
  }

  /**
   * Goes on behind the read that ends the known part, if a guess at its value leads to a new node.
   */
  private boolean goOn(int location) {
    Long own = ownWrites.get(location);
    long value = own != null ? own : guess.value(location);
    Node child = end.child(value);
    if (child != null && child.end != Node.End.UNKNOWN) {
      return false;
    }
    if (child == null) {
      child = end.addChild(value);
      added++;
    }
    if (child.depth == path.length) {
      path = Arrays.copyOf(path, 2 * child.depth);
    }
    path[child.depth] = child;
    end = child;
    at = child;
    next = 0;
    return true;
  }

  /** Writes; with {@code UPDATE}, the write of the read that came just before. */
  public void write(int location, int access, long value) throws Stop {
    insertFence(access);
    step(access, location, value);
  }

  /** The fence that the modes put before an access; where it is recorded already, goes past it. */
  private void insertFence(int access) {
    if (modes == Modes.DECLARED || (access & (CHOICE | DEREF)) != 0) {
      return; // what announces a read has had the fence before it
    }
    if (at == end) {
      boolean together = (access & (UPDATE | WRITE)) == (UPDATE | WRITE);
      int fence = together ? 0 : modes.before(access, sites);
      if (fence != 0) {
        end.add(new Op(fence, -1, INSERTED, locates ? sites.get() : null));
        next++;
      }
    } else if (next < at.count
        && (at.ops[next].access() & (FENCE | FINAL | DEREF)) == FENCE
        && at.ops[next].value() == INSERTED) {
      next++;
    }
  }

  public void fence(int access) throws Stop {
    step(access, -1, 0);
  }

  /** A freeze, or what announces a read that relies on one. */
  public void freeze(int access, long which) throws Stop {
    if (access == THAW) {
      insertFence(READ);
    }
    step(access, -1, which);
  }

  private void step(int access, int location, long value) throws Stop {
    count();
    if (at == end) {
      if (location >= 0) {
        ownWrites.put(location, value);
      }
      end.add(op(access, location, value));
    } else if (at.takenBack) {
      return;
    } else if (next == at.count || !same(at.ops[next], access, location, value)) {
      throw differs();
    }
    next++;
  }

  private Op op(int access, int location, long value) {
    return new Op(modes.of(access, sites), location, value, locates ? sites.get() : null);
  }

  private boolean same(Op op, int access, int location, long value) {
    int compared = modes == Modes.DECLARED ? ~0 : KIND;
    return ((op.access() ^ access) & compared) == 0 && op.same(location, value);
  }

  /** From now on each new event knows where in the source it is, which takes far longer to find. */
  public void locate() {
    locates = true;
  }

  /** Lets the environment decide: false is what normally happens. */
  public boolean choose() throws Stop {
    return read(-1, CHOICE) != 0;
  }

  private void count() throws Stop {
    if (++events > MAX_EVENTS) {
      throw cut("a thread was cut off after " + MAX_EVENTS + " events");
    }
  }

  /** How many events came so far: reads, writes, fences, choices. */
  public int events() {
    return events;
  }

  /** What the last read returned. */
  public long lastRead() {
    return at.value;
  }

  /** How many reads came so far. */
  public int reads() {
    return at.depth;
  }

  /** Stands for the thread and the values that it has read so far. */
  public Object position() {
    return at;
  }

  /**
   * The running iteration had no effect and waits for another thread: the thread is blocked.
   * Returns only in the end game, where it is tried whether the thread would go on in the final
   * memory.
   *
   * <p>What had no effect is taken back, see {@link Waits}.
   */
  public void await() throws Stop {
    if (at != end && at != verified && at.end == Node.End.BLOCKED) {
      at = path[at.depth + 1];
      next = 0;
      endGame = true;
      return;
    }
    if (at == end) {
      waits.takeBack(end);
    }
    throw stop(Node.End.BLOCKED);
  }

  /** Whether the thread goes on after a wait, alone, in memory that nobody else writes any more. */
  public boolean isEndGame() {
    return endGame;
  }

  /** What is taken back of waiting loops, and what must not be. */
  Waits waits() {
    return waits;
  }

  /** The thread went on for longer than it may; {@code why} becomes the reason of the result. */
  public Stop cut(String why) {
    if (at == end) {
      end.outcome = why;
    }
    return stop(Node.End.BOUNDED);
  }

  /**
   * The thread ends by throwing.
   *
   * @param description goes into the outcome of the execution, and is the epilogue's if that threw
   */
  public Stop fail(Object description) {
    if (at == end) {
      end.outcome = description;
    }
    return stop(Node.End.FAILED);
  }

  /** The thread does something that the explorer does not understand. */
  public Stop refuse(Refused reason) {
    if (refusal == null) {
      refusal = reason;
    }
    return Stop.INSTANCE;
  }

  private Stop stop(Node.End how) {
    finish(how);
    return Stop.INSTANCE;
  }

  private void finish(Node.End how) {
    if (at == verified) {
      if (at.end != how || !at.takenBack && next != at.count) {
        throw differs();
      }
      return;
    }
    if (at != end || end.end != Node.End.UNKNOWN && end.end != how) {
      throw differs();
    }
    end.end = how;
  }

  private NotDeterministic differs() {
    return new NotDeterministic(thread, sites.get());
  }
}
