// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vacate.explorer.search.Memory;
import vacate.explorer.search.Stop;
import vacate.explorer.search.Tape;

/**
 * Bounds the ways to go round without a jump: recursion, and code of the JDK that calls back
 * without end, as a stream over a generator does. Only entries between which the thread did or read
 * something count; a recursion without any ends by itself or with the stack.
 */
public final class Calls {
  /**
   * Callbacks call methods of their own, perhaps several times; so a call gets more than a loop.
   */
  private static final int CALLBACK_FACTOR = 4;

  /** Room for as many methods as a run of some size enters. */
  private static final int USUAL = 128;

  private static final long QUIET_LIMIT = 10_000_000;

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** How often a method was entered. */
  private static final class Entries {
    int count;
    long quiet;
    int events = -1;
  }

  private final Loops loops;
  private final Set<String> ever = new HashSet<>();
  private Memory memory;
  private Map<String, Entries> entries = new HashMap<>();
  private boolean inForeignCall;

  public Calls(Loops loops) {
    this.loops = loops;
  }

  public void startRun(Memory seen) {
    memory = seen;
    entries = new HashMap<>(USUAL);
    inForeignCall = false;
  }

  /** What was counted outside a call of the JDK that begins. */
  public record Outside(Map<String, Entries> entries, boolean inForeignCall) {}

  /** Whether the JDK runs that was called, or what it calls back. */
  public boolean isInForeignCall() {
    return inForeignCall;
  }

  /** The JDK is called, and whatever it calls back is counted from here. */
  public Outside leaveWoven() {
    Outside outside = new Outside(entries, inForeignCall);
    entries = new HashMap<>(4);
    inForeignCall = true;
    return outside;
  }

  public void backInWoven(Outside outside) {
    entries = outside.entries;
    inForeignCall = outside.inForeignCall;
  }

  /** A woven method begins; {@code method} is its class, name and descriptor. */
  public void entered(String method) throws Stop {
    Entries e = entries.computeIfAbsent(method, this::first);
    int events = memory.events();
    if (e.events == events) {
      if (++e.quiet >= QUIET_LIMIT) {
        throw memory.cut("calls were cut off after " + QUIET_LIMIT + " without an event");
      }
      if ((e.quiet & SetupLoops.FEW_CALLS - 1) == 0 && SetupLoops.isDeep()) {
        throw memory.cut("calls were cut off that go more than " + SetupLoops.DEPTH + " deep");
      }
      return;
    }
    e.events = events;
    e.quiet = 0;
    e.count++;
    int bound = loops.bound();
    if (inForeignCall && e.count >= CALLBACK_FACTOR * bound) {
      throw loops.cut("calls by the JDK were cut off after " + e.count);
    }
    if (e.count % bound == 0 && depth(method) >= bound) {
      throw loops.cut("a recursion was cut off at depth " + bound);
    }
  }

  private Entries first(String method) {
    ever.add(method);
    return new Entries();
  }

  /** All methods that were entered in some run, as far as they may come to be entered again. */
  public Set<String> ever() {
    return Set.copyOf(ever);
  }

  private static long depth(String method) {
    return WALKER.walk(frames -> on(frames, method));
  }

  /** Below the tape the search runs, many times as deep, and none of it is a woven method. */
  private static long on(Stream<StackWalker.StackFrame> frames, String method) {
    return frames
        .takeWhile(f -> f.getDeclaringClass() != Tape.class)
        .filter(f -> isOf(f, method))
        .count();
  }

  /** Most are of another class, which is seen at once; what their methods are called takes long. */
  private static boolean isOf(StackWalker.StackFrame f, String method) {
    String owner = f.getClassName();
    return method.length() > owner.length()
        && method.charAt(owner.length()) == '.'
        && method.startsWith(owner.replace('.', '/'))
        && method.substring(owner.length() + 1).equals(f.getMethodName() + f.getDescriptor());
  }
}
