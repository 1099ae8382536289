// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.graph.Access;
import vacate.explorer.loop.Loops;
import vacate.explorer.search.Memory;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;

/**
 * The interrupts that may come while the running thread does something: before any access, fence or
 * lock of it, while a flag of the program's does not mask them. Their handlers run in the thread
 * itself, one at a time; but what preempts it may be interrupted by who is asked for.
 */
public final class InterruptLine {
  /** What may run at any time, and throw what woven code does. */
  @FunctionalInterface
  public interface Code {
    void run() throws Stop;
  }

  /** Whether an interrupt is asked for, which the program knows. */
  @FunctionalInterface
  public interface Request {
    boolean isMade() throws Stop;
  }

  /** Of one kind of interrupts; what it calls does not belong to what it interrupts. */
  static final class Source {
    /** Null if it comes once, unasked, wherever it may. */
    final Request request;

    final Code handler;
    final Object masking;
    final Slot mask;

    /** Masks where it is not 0; null if there is none. */
    final Slot count;

    boolean masked;
    boolean over;

    Source(Request request, Code handler, Object masking, Slot mask, Slot count) {
      this.request = request;
      this.handler = handler;
      this.masking = masking;
      this.mask = mask;
      this.count = count;
      look();
    }

    boolean isMask(Object o, Slot slot) {
      return o == masking && (slot == mask || slot == count);
    }

    boolean isAskedFor() throws Stop {
      return request.isMade();
    }

    void run() throws Stop {
      handler.run();
    }

    /** Whether what comes may be interrupted itself, by who is asked for. */
    boolean isPreemption() {
      return count != null;
    }

    void look() {
      masked = (boolean) mask.get(masking) || count != null && (int) count.get(masking) != 0;
    }
  }

  private final Run run;
  private final Loops loops;
  private final List<Source> open = new ArrayList<>();

  /** What has come and is not at its end; null for none. */
  private Source running;

  /** While the program is asked whether one is asked for, none comes. */
  private boolean asking;

  public InterruptLine(Run run, Loops loops) {
    this.run = run;
    this.loops = loops;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    open.clear();
    running = null;
    asking = false;
  }

  /**
   * Does something, during which, and before and after it, an interrupt may come, once.
   *
   * @param of whose flag masks it
   * @param flag of a boolean field, whose value for the running thread is in the heap
   */
  public void during(Code code, Object of, Slot flag, Code comes) throws Stop {
    open(code, new Source(null, comes, of, flag, null));
  }

  /**
   * Likewise, where a count is 0, too.
   *
   * @param count of an int field, whose value for the running thread is in the heap
   */
  public void whilePreemptible(Code code, Object of, Slot flag, Slot count, Code comes)
      throws Stop {
    open(code, new Source(null, comes, of, flag, count));
  }

  /** Likewise, wherever one is asked for, and as often. */
  public void onRequest(Code code, Object of, Slot flag, Request request, Code comes) throws Stop {
    open(code, new Source(request, comes, of, flag, null));
  }

  private void open(Code code, Source source) throws Stop {
    if (asking
        || running != null
        || open.stream().anyMatch(s -> (s.request == null) == (source.request == null))) {
      throw new Refused("an interrupt of that kind may come already");
    }
    open.add(source);
    try {
      code.run();
      point();
    } finally {
      open.remove(source);
    }
  }

  /** The thread is about to access a location. */
  void before(int location, int access) throws Stop {
    if (open.isEmpty() || asking || running != null && !running.isPreemption()) {
      return;
    }
    boolean asks = false;
    for (int i = 0; i < open.size(); i++) {
      Source source = open.get(i);
      if (source.masked || source.over) {
        continue;
      }
      if (!asks && !run.memory().mayInterrupt(location, access, active(i))) {
        return;
      }
      asks = true;
      if (comes(source)) {
        handle(source);
        i = -1; // each of them may come behind it
      }
    }
  }

  /** How many kinds may come now, from the first of which that is known on. */
  private int active(int first) {
    int active = 0;
    for (int i = first; i < open.size(); i++) {
      active += open.get(i).masked || open.get(i).over ? 0 : 1;
    }
    return active;
  }

  /** Asks of a kind whether one comes, which is one step of the thread. */
  private boolean comes(Source source) throws Stop {
    if (source.request == null) {
      return run.memory().interrupts();
    }
    asking = true;
    try {
      int before = run.memory().events();
      boolean made = source.isAskedFor();
      if (run.memory().events() != before + 1) {
        throw new Refused("an interrupt is asked for by other than one read");
      }
      return made;
    } finally {
      asking = false;
    }
  }

  private void handle(Source source) throws Stop {
    source.over = source.request == null;
    loops.effect();
    Source interrupted = running;
    running = source;
    run.memory().handles(true);
    try {
      source.run();
    } finally {
      run.memory().handles(false);
      running = interrupted;
    }
  }

  /** The thread is about to store in a field. */
  void beforeStore(Object o, Slot slot, int location) throws Stop {
    boolean isMask = false;
    for (int i = 0; i < open.size(); i++) {
      isMask |= open.get(i).isMask(o, slot);
    }
    if (isMask) {
      point();
    } else {
      before(location, slot.writeAccess);
    }
  }

  /** The thread is about to do what others can tell. */
  public void point() throws Stop {
    before(Memory.ANYWHERE, Access.CHOICE);
  }

  /** The thread has stored in a field; the heap has what. */
  void stored(Object o, Slot slot) {
    for (int i = 0; i < open.size(); i++) {
      Source source = open.get(i);
      if (source.isMask(o, slot)) {
        source.look();
      }
    }
  }
}
