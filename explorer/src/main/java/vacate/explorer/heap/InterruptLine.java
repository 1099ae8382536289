// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.graph.Access;
import vacate.explorer.loop.Loops;
import vacate.explorer.search.Memory;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;

/**
 * The interrupt that may come while the running thread does something: once, before any access,
 * fence or lock of it, while a flag of the program's does not mask it. Its handler runs in the
 * thread itself.
 */
public final class InterruptLine {
  /** What may run at any time, and throw what woven code does. */
  @FunctionalInterface
  public interface Code {
    void run() throws Stop;
  }

  private final Run run;
  private final Loops loops;
  private Code handler;
  private boolean open;
  private Object masking;
  private Slot mask;
  private boolean masked;

  public InterruptLine(Run run, Loops loops) {
    this.run = run;
    this.loops = loops;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    open = false;
    close();
  }

  /**
   * Does something, during which, and before and after it, the interrupt may come.
   *
   * @param of whose flag masks it
   * @param flag of a boolean field, whose value for the running thread is in the heap
   */
  public void during(Code code, Object of, Slot flag, Code comes) throws Stop {
    if (open) {
      throw new Refused("an interrupt may come already, and there is only one");
    }
    open = true;
    handler = comes;
    masking = of;
    mask = flag;
    masked = (boolean) flag.get(of);
    code.run();
    point();
    close();
    open = false;
  }

  private void close() {
    handler = null;
    masking = null;
    mask = null;
  }

  /** The thread is about to access a location. */
  void before(int location, int access) throws Stop {
    if (handler != null && !masked) {
      ask(location, access);
    }
  }

  /** The thread is about to store in a field. */
  void beforeStore(Object o, Slot slot, int location) throws Stop {
    if (isMask(o, slot)) {
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
    if (isMask(o, slot)) {
      masked = (boolean) slot.get(o);
    }
  }

  private boolean isMask(Object o, Slot slot) {
    return slot == mask && o == masking;
  }

  private void ask(int location, int access) throws Stop {
    Memory memory = run.memory();
    if (memory.interrupts(location, access)) {
      Code comes = handler;
      close();
      loops.effect();
      memory.handles(true);
      comes.run();
      memory.handles(false);
    }
  }
}
