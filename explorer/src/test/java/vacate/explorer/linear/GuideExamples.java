// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The kinds of structures that Lincheck's guide begins with, written for both tools. */
public final class GuideExamples {
  private GuideExamples() {}

  /** Increments are lost. */
  public static class PlainCounter {
    private int value;

    @Operation
    public int inc() {
      return ++value;
    }

    @Operation
    public int get() {
      return value;
    }
  }

  /** None is lost. */
  public static class LockedCounter {
    private int value;

    @Operation
    public synchronized int inc() {
      return ++value;
    }

    @Operation
    public synchronized int get() {
      return value;
    }
  }

  /** Looks, and then puts: what another has put meanwhile is overwritten. */
  public static class LookThenPut {
    private final ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();

    @Operation
    public int add(@Param(gen = IntGen.class, conf = "1:1") int key) {
      Integer before = map.get(key);
      int after = before == null ? 1 : before + 1;
      map.put(key, after);
      return after;
    }
  }

  /** The same in one step of the map. */
  public static class Merge {
    private final ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();

    @Operation
    public int add(@Param(gen = IntGen.class, conf = "1:1") int key) {
      return map.merge(key, 1, Integer::sum);
    }
  }

  /** A deque of the JDK, whose first element may be taken while one is put before it. */
  public static class Deque {
    private final ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>();

    @Operation
    public void addFirst(@Param(gen = IntGen.class, conf = "1:1") int element) {
      deque.addFirst(element);
    }

    @Operation
    public void addLast(@Param(gen = IntGen.class, conf = "2:2") int element) {
      deque.addLast(element);
    }

    @Operation
    public Integer pollFirst() {
      return deque.pollFirst();
    }

    @Operation
    public Integer peekLast() {
      return deque.peekLast();
    }
  }

  /** Holds one letter: right if threads interleave, and without a promise of Java's. */
  public static class PlainBox {
    private int letter;
    private boolean full;

    @Operation(nonParallelGroup = "sender")
    public boolean put(@Param(gen = IntGen.class, conf = "1:1") int value) {
      if (full) {
        return false;
      }
      letter = value;
      full = true;
      return true;
    }

    @Operation(nonParallelGroup = "receiver")
    public int take() {
      if (!full) {
        return -1;
      }
      int taken = letter;
      full = false;
      return taken;
    }
  }
}
