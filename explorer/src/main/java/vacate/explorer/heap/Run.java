// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayDeque;
import java.util.Deque;
import vacate.explorer.search.Memory;
import vacate.explorer.search.Stop;

/**
 * What runs: setup, an actor, or the epilogue; and inside of an actor a class initialiser, which is
 * setup that comes late.
 */
public final class Run {
  /** Code of an actor, or of the epilogue. */
  @FunctionalInterface
  public interface Code {
    Object run() throws Stop;
  }

  private Memory memory;
  private boolean running;
  private boolean alone;
  private boolean company;
  private boolean beforehand;
  private long changes;

  /** Class initialisers that an actor has set off, or would have, the innermost first. */
  private final Deque<Class<?>> initializers = new ArrayDeque<>();

  /** Runs an actor, or the epilogue. */
  public Object run(Memory seen, boolean epilogue, Code code) throws Stop {
    memory = seen;
    alone = epilogue;
    initializers.clear();
    running = true;
    try {
      return code.run();
    } finally {
      running = false;
    }
  }

  void enterInitializer(Class<?> type) {
    initializers.push(type);
    running = false;
  }

  /** The innermost class initialiser ends. */
  void leaveInitializer() {
    initializers.pop();
    running = initializers.isEmpty() && memory != null;
  }

  /** Whether the running code is an actor's, or the epilogue's. */
  public boolean isRunning() {
    return running;
  }

  /**
   * Whether accesses matter: an actor runs, or a class initialiser that an actor has set off, or
   * setup that has started a thread.
   */
  public boolean isWatching() {
    return running || company || isInitializing();
  }

  /** Setup has started a thread. */
  void keepsCompany() {
    company = true;
  }

  /** Whether setup has started a thread. */
  boolean hasCompany() {
    return company;
  }

  /** Setup, or a class initialiser, may change something. */
  void changes() {
    changes++;
  }

  /** How often it may have done so. */
  public long changed() {
    return changes;
  }

  /** Setup is over. */
  public void endSetup() {
    company = false;
  }

  /** Whether a class initialiser runs that an actor has set off, or would have. */
  public boolean isInitializing() {
    return !initializers.isEmpty();
  }

  /** Whether one runs that an actor has set off. */
  boolean isInitializingLate() {
    return isInitializing() && !beforehand;
  }

  /** Whether what runs are those that an actor would set off. */
  boolean isBeforehand() {
    return beforehand;
  }

  /** They run, or no longer do. */
  void initializesBeforehand(boolean now) {
    beforehand = now;
  }

  /** The classes of these initialisers, the innermost first. */
  Iterable<Class<?>> initializing() {
    return initializers;
  }

  /** Whether the initialiser of that class is among them. */
  boolean isInitializing(Class<?> type) {
    return initializers.contains(type);
  }

  /** The class of the outermost of them; null if there is none. */
  Class<?> outermost() {
    return initializers.peekLast();
  }

  /** The class of the innermost of them; null if there is none. */
  Class<?> initializer() {
    return initializers.peek();
  }

  /** Whether the epilogue runs, which has nobody to share with. */
  public boolean isAlone() {
    return alone;
  }

  /** What the running thread sees; null before the first. */
  public Memory memory() {
    return memory;
  }
}
