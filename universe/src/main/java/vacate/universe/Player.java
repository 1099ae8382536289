// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.List;
import vacate.explorer.Interrupts;
import vacate.scene.Operation;
import vacate.scene.Operation.Kind;
import vacate.scene.Scene;

/** Does what one CPU does in a scenario, and handles its interrupt. Woven like a test. */
public final class Player {
  private static final String INTERRUPT = "[irq ";

  private static final String HANDLED = "]";
  private static final String MASK = "masked";

  private final Scene scene;
  private final int cpu;
  private final Operation[] does;

  /** When all is done and no interrupt comes any more; null if it does not become idle. */
  private final Operation idles;

  /** What the handler of an interrupt does; null if none comes. */
  private final Operation interrupt;

  private final String interruption;
  private String told;

  /** What interrupts the CPU, from when it does. */
  private String comes;

  private String handled;

  /** The handler of an interrupt has died, and with it whom it interrupted. */
  private static final class DiedInInterruptException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Player(Scene scene, int cpu, List<Operation> operations, Operation interrupt) {
    this.scene = scene;
    this.cpu = cpu;
    this.interrupt = interrupt;
    interruption = String.valueOf(interrupt);
    int last = operations.size() - 1;
    boolean apart = interrupt != null && last >= 0 && operations.get(last).kind() == Kind.IDLE;
    idles = apart ? operations.get(last) : null;
    does = operations.subList(0, apart ? last : last + 1).toArray(new Operation[0]);
  }

  /** What it has come to, in words. */
  String play() {
    if (interrupt == null) {
      perform();
      return told;
    }
    try {
      Interrupts.during(this::perform, scene.cpu(cpu), MASK, this::handle);
      if (idles != null && !isDead(told)) {
        tell(done(idles));
      }
    } catch (DiedInInterruptException died) {
      // as what was handled says
    }
    if (handled == null) {
      return told;
    }
    String interrupted = INTERRUPT + handled + HANDLED;
    return told == null ? interrupted : told + " " + interrupted;
  }

  /** What the CPU has come to itself, of all that it tells; empty if nothing. */
  public static String withoutInterrupt(String told) {
    int interrupt = told.indexOf(INTERRUPT);
    return interrupt < 0 ? told : told.substring(0, interrupt).strip();
  }

  /** A CPU that has died does no more. */
  private void perform() {
    for (Operation operation : does) {
      String word = done(operation);
      tell(word);
      if (isDead(word)) {
        break;
      }
    }
  }

  private void tell(String word) {
    told = told == null ? word : told + Told.NEXT + word;
  }

  private static boolean isDead(String word) {
    return word != null && Character.isLowerCase(word.charAt(word.lastIndexOf(' ') + 1));
  }

  /** Interrupts are off meanwhile. */
  private void handle() {
    comes = interruption;
    boolean flags = scene.cpu(cpu).localIrqSave();
    String word = interrupt.kind() == Kind.ALLOC ? scene.allocAtomic(cpu) : done(interrupt);
    handled = word;
    if (isDead(word)) {
      throw new DiedInInterruptException();
    }
    scene.cpu(cpu).localIrqRestore(flags);
  }

  /** Does what an operation says, and tells how that ended; OK if there is no more to tell. */
  private String done(Operation operation) {
    Kind kind = operation.kind();
    if (kind == Kind.ALLOC) {
      return scene.alloc(cpu);
    } else if (kind == Kind.FREE) {
      return scene.free(cpu, operation.slot());
    } else if (kind == Kind.VACATE) {
      return scene.vacate(cpu);
    } else if (kind == Kind.SHRINK) {
      return scene.shrink(cpu);
    } else if (kind == Kind.DESTROY) {
      return scene.destroy(cpu, operation.slot());
    } else if (kind == Kind.FLUSH) {
      return scene.flush(cpu);
    } else if (kind == Kind.DEFRAG) {
      return scene.defrag(cpu);
    } else if (kind == Kind.DRAIN) {
      return scene.drain(cpu);
    } else if (kind == Kind.NOMEM) {
      scene.cpu(cpu).failKmalloc(1);
      return "OK";
    }
    String wrong = scene.gracePeriod(cpu);
    return wrong.isEmpty() ? "OK" : wrong.substring(1);
  }
}
