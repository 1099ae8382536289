// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import vacate.kernel.AtomicT;
import vacate.kernel.BitSpinLock;
import vacate.kernel.BitWord;
import vacate.kernel.Cpu;
import vacate.kernel.RwSemaphore;
import vacate.kernel.SpinLock;

/**
 * Something of {@code vacate.kernel} that two actors change while a third looks.
 *
 * <p>Public, with public constructors, as Lincheck's own loader calls it.
 */
public abstract class Primitive {
  /** What actor 0 or 1 does. */
  public abstract void change(int actor);

  /** What somebody who looks sees. */
  public abstract int look();

  @Override
  public String toString() {
    return getClass().getSimpleName();
  }

  /** No primitive at all: the race that must be found. */
  public static final class PlainIncrement extends Primitive {
    private int counter;

    @Override
    public void change(int actor) {
      counter++;
    }

    @Override
    public int look() {
      return counter;
    }
  }

  /** Both set a bit of one word. */
  public static final class TestAndSetBit extends Primitive {
    private final BitWord word = new BitWord();

    @Override
    public void change(int actor) {
      word.testAndSetBit(actor);
    }

    @Override
    public int look() {
      return word.read();
    }
  }

  /** Both clear a bit of one word. */
  public static final class ClearBit extends Primitive {
    private final BitWord word = new BitWord();

    public ClearBit() {
      word.testAndSetBit(0);
      word.testAndSetBit(1);
    }

    @Override
    public void change(int actor) {
      word.clearBit(actor);
    }

    @Override
    public int look() {
      return word.read();
    }
  }

  /** Both set a bit of one word, in two accesses. */
  public static final class SetBitNonAtomic extends Primitive {
    private final BitWord word = new BitWord();

    @Override
    public void change(int actor) {
      word.setBitNonAtomic(actor);
    }

    @Override
    public int look() {
      return word.read();
    }
  }

  /** Both clear a bit of one word, in two accesses. */
  public static final class ClearBitNonAtomic extends Primitive {
    private final BitWord word = new BitWord();

    public ClearBitNonAtomic() {
      word.testAndSetBit(0);
      word.testAndSetBit(1);
    }

    @Override
    public void change(int actor) {
      word.clearBitNonAtomic(actor);
    }

    @Override
    public int look() {
      return word.read();
    }
  }

  /** Both clear a mask of one word, in two accesses. */
  public static final class ClearMaskNonAtomic extends Primitive {
    private final BitWord word = new BitWord();

    public ClearMaskNonAtomic() {
      word.testAndSetBit(0);
      word.testAndSetBit(1);
    }

    @Override
    public void change(int actor) {
      word.clearMaskNonAtomic(1 << actor);
    }

    @Override
    public int look() {
      return word.read();
    }
  }

  /** One sets, the other clears the other bit, atomically and not: the lock bit may come back. */
  public static final class ClearBitAgainstNonAtomic extends Primitive {
    private final BitWord word = new BitWord();

    public ClearBitAgainstNonAtomic() {
      word.testAndSetBit(0);
      word.testAndSetBit(1);
    }

    @Override
    public void change(int actor) {
      if (actor == 0) {
        word.clearBit(0);
      } else {
        word.clearBitNonAtomic(1);
      }
    }

    @Override
    public int look() {
      return word.read();
    }
  }

  /** atomic_inc, twice. */
  public static final class AtomicInc extends Primitive {
    private final AtomicT counter = new AtomicT();

    @Override
    public void change(int actor) {
      counter.inc();
    }

    @Override
    public int look() {
      return counter.read();
    }
  }

  /** atomic_dec, twice. */
  public static final class AtomicDec extends Primitive {
    private final AtomicT counter = new AtomicT();

    public AtomicDec() {
      counter.set(2);
    }

    @Override
    public void change(int actor) {
      counter.dec();
    }

    @Override
    public int look() {
      return counter.read();
    }
  }

  /** atomic_inc_not_zero against atomic_dec_and_test of the last reference. */
  public static final class IncNotZeroAgainstLastDec extends Primitive {
    private final AtomicT counter = new AtomicT();

    public IncNotZeroAgainstLastDec() {
      counter.set(1);
    }

    @Override
    public void change(int actor) {
      if (actor == 0) {
        counter.incNotZero();
      } else {
        counter.decAndTest();
      }
    }

    @Override
    public int look() {
      return counter.read();
    }
  }

  /** atomic_set by both. */
  public static final class AtomicSet extends Primitive {
    private final AtomicT counter = new AtomicT();

    @Override
    public void change(int actor) {
      counter.set(actor + 1);
    }

    @Override
    public int look() {
      return counter.read();
    }
  }

  /** A counter under a spin lock; whoever looks sees the count, plus 10 while it is locked. */
  public static final class SpinLocked extends Primitive {
    private final SpinLock lock = new SpinLock();
    private final Cpu[] cpus = {new Cpu(0), new Cpu(1)};
    private int counter;

    @Override
    public void change(int actor) {
      lock.lock(cpus[actor]);
      counter++;
      lock.unlock(cpus[actor]);
    }

    @Override
    public int look() {
      return (lock.isLocked() ? 10 : 0) + counter;
    }
  }

  /** A counter under a bit spin lock; whoever looks sees the count, plus 10 while it is locked. */
  public static final class BitSpinLocked extends Primitive {
    private final BitWord word = new BitWord();
    private final Cpu[] cpus = {new Cpu(0), new Cpu(1)};
    private int counter;

    @Override
    public void change(int actor) {
      BitSpinLock.lock(cpus[actor], 0, word);
      counter++;
      BitSpinLock.unlock(cpus[actor], 0, word);
    }

    @Override
    public int look() {
      return (word.testBit(0) ? 10 : 0) + counter;
    }
  }

  /** A counter that both raise if they get the bit spin lock at the first try. */
  public static final class BitSpinTried extends Primitive {
    private final BitWord word = new BitWord();
    private final Cpu[] cpus = {new Cpu(0), new Cpu(1)};
    private int counter;

    @Override
    public void change(int actor) {
      if (BitSpinLock.trylock(cpus[actor], 0, word)) {
        counter++;
        BitSpinLock.unlock(cpus[actor], 0, word);
      }
    }

    @Override
    public int look() {
      return (word.testBit(0) ? 10 : 0) + counter;
    }
  }

  /** Actor 0 writes under the semaphore, actor 1 raises the count if it can read. */
  public static final class RwLocked extends Primitive {
    private final RwSemaphore semaphore = new RwSemaphore(2);
    private final Cpu[] cpus = {new Cpu(0), new Cpu(1)};
    private int counter;

    @Override
    public void change(int actor) {
      if (actor == 0) {
        semaphore.downWrite(cpus[actor]);
        counter++;
        semaphore.upWrite();
      } else if (semaphore.downReadTrylock(cpus[actor])) {
        counter += 2;
        semaphore.upRead(cpus[actor]);
      }
    }

    @Override
    public int look() {
      return (semaphore.isHeld() ? 10 : 0) + counter;
    }
  }
}
