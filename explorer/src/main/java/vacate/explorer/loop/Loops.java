// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loop;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vacate.explorer.search.Memory;
import vacate.explorer.search.Stop;

/**
 * Decides, while a thread runs, whether a turn of a loop was a wait, and bounds those that were
 * not.
 *
 * <p>A turn was a wait if the thread has read something, and is where it was: at the same head, in
 * the same activation, with the same local variables, holding the same locks, and nothing was done
 * since that another thread or a later turn could see. Then each execution in which it goes round
 * again has the outcome of the one without this turn, for taking reads out of a consistent
 * execution leaves it consistent; so the thread waits there, and the executions in which one of
 * those reads sees something else are explored instead. Nothing that the code says of itself, such
 * as a spin hint, has a part in this.
 */
public final class Loops {
  /** Turns without an event: nothing that another thread does can end such a loop. */
  private static final long QUIET_LIMIT = 10_000_000;

  /** The epilogue reads no choice, so that its loops cost little and may be longer. */
  private static final int EPILOGUE_FACTOR = 100;

  /** Nor does a turn that only writes, or reads its own, which goes one way whatever others do. */
  private static final int DETERMINED_FACTOR = 100;

  private int declared;
  private Memory memory;
  private final Supplier<Map<?, Integer>> locks;
  private final Supplier<String> place;

  /** When the thread was about to leave each lock last. */
  private final Map<Object, Left> left = new HashMap<>();

  /** The last turn in which it has left just that lock, once, and has done nothing else. */
  private final Map<Object, Round> rounds = new HashMap<>();

  /**
   * @param readsBefore as many as there were when it left the lock the time before
   */
  private record Left(int reads, Object position, int readsBefore) {}

  private record Round(Object first, Object left, Object second) {}

  private int bound;
  private int effects;

  /** How many reads were a buffer's own. */
  private int bookkeeping;

  /** Elements that the thread has read. */
  private final BitSet elements = new BitSet();

  /** How many reads were the first of an element. */
  private int firsts;

  /** How many others were of what only the thread uses. */
  private int own;

  /** How often code has looked at the time that passes while it waits in vain. */
  private int looks;

  /** How long it has waited so. */
  private long passed;

  /**
   * @param locks what the running thread holds, and how often; what it returns never changes
   * @param place where the running thread is, in words to put behind others
   */
  public Loops(int bound, Supplier<Map<?, Integer>> locks, Supplier<String> place) {
    this.declared = bound;
    this.locks = locks;
    this.place = place;
  }

  public void declare(int turns) {
    declared = turns;
  }

  /** A thread starts from its beginning. */
  public void startRun(Memory seen, boolean epilogue) {
    memory = seen;
    bound = epilogue ? declared * EPILOGUE_FACTOR : declared;
    effects = 0;
    bookkeeping = 0;
    elements.clear();
    firsts = 0;
    own = 0;
    looks = 0;
    passed = 0;
    left.clear();
    rounds.clear();
  }

  /**
   * The running thread is about to leave a lock, to wait without it, and may come back in vain.
   *
   * @return whether it has done so before, from just where it is, and has done nothing in between:
   *     to come back in vain once more is then to have been away for longer the first time
   */
  public boolean leaves(Object lock) {
    Object here = memory.position();
    Round round = rounds.get(lock);
    boolean again =
        round != null && memory.readsTheSame(round.first, round.left, round.second, here);
    Left before = left.get(lock);
    left.put(lock, new Left(reads(), here, before == null ? -1 : before.reads));
    return again;
  }

  /**
   * Whether a thread that is where it was after so many reads has left a lock since, and holds it
   * again: then it has let others in, and was not waiting in this turn as a whole.
   *
   * @param at where the turn began
   */
  boolean hasLetOthersIn(int since, Object at) {
    List<Map.Entry<Object, Left>> away =
        left.entrySet().stream()
            .filter(e -> e.getValue().reads > since && locks.get().containsKey(e.getKey()))
            .toList();
    if (away.size() == 1 && away.get(0).getValue().readsBefore <= since) {
      Left once = away.get(0).getValue();
      rounds.put(away.get(0).getKey(), new Round(at, once.position, memory.position()));
    }
    return !away.isEmpty();
  }

  /** Something happened that others, or a later turn, could see. */
  public void effect() {
    effects++;
  }

  /** A turn that does so when time has passed may go another way. */
  public void looksAtTime() {
    looks++;
  }

  /** A thread has waited for so long in vain. */
  public void timePasses(long nanos) {
    passed += nanos;
  }

  int looks() {
    return looks;
  }

  long passed() {
    return passed;
  }

  int effects() {
    return effects;
  }

  public int reads() {
    return memory.reads();
  }

  /** Reads that may have seen something else. */
  int choices() {
    return reads() - bookkeeping;
  }

  /** The last read was one by which a buffer looks where its bytes are. */
  public void keepsBooks() {
    bookkeeping++;
  }

  /**
   * The thread has read a field or an element.
   *
   * @param element the location of an element; -1 if it is none
   * @param isEvent whether others use it, too
   */
  public void hasRead(int element, boolean isEvent) {
    if (element >= 0 && !elements.get(element)) {
      elements.set(element);
      firsts++;
    } else if (!isEvent) {
      own++;
    }
  }

  int firsts() {
    return firsts;
  }

  int own() {
    return own;
  }

  public int events() {
    return memory.events();
  }

  /** The locks that the running thread holds, and how often; never changed afterwards. */
  public Object locks() {
    return locks.get();
  }

  /** Stands for what the thread has read so far. */
  Object position() {
    return memory.position();
  }

  public void await() throws Stop {
    memory.await();
  }

  /** An activation of a method with {@code count} loops. */
  public LoopFrame frame(int count) {
    return new LoopFrame(this, count);
  }

  /** Gives a loop up that goes round for too long. */
  void bound(LoopFrame.Turns turns) throws Stop {
    if (turns.choosing() > bound * (memory.letsLoopsGoOn() ? DETERMINED_FACTOR + 1 : 1)) {
      throw cut("a loop was cut off after " + bound + " iterations");
    }
    if (turns.determined() > bound * DETERMINED_FACTOR) {
      throw cut("a loop was cut off after " + bound * DETERMINED_FACTOR + " iterations");
    }
    if (turns.quiet() >= QUIET_LIMIT) {
      throw memory.cut(
          "a loop was cut off after " + QUIET_LIMIT + " iterations without an event" + place.get());
    }
  }

  /** Gives up, for a reason that a higher bound may do away with. */
  Stop cut(String why) {
    return memory.cut(why + place.get() + " (--loop-bound)");
  }

  /** How often code may come back to where it is by calls. */
  int bound() {
    return bound;
  }
}
