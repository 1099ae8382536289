// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.List;
import vacate.explorer.Interrupts;
import vacate.kernel.Cpu;
import vacate.scene.Intrusion;
import vacate.scene.Operation;
import vacate.scene.Operation.Kind;
import vacate.scene.Scene;

/**
 * Does what one CPU does in a scenario, and what comes between: the handler of an interrupt, or
 * another process. Woven like a test.
 */
public final class Player {
  private static final String INTERRUPT = "[irq ";
  private static final String PROCESS = "[proc ";
  private static final String CALL = "[ipi ";
  private static final String HANDLED = "]";
  private static final String MASK = "masked";
  private static final String COUNT = "preemptDepth";

  private final Scene scene;
  private final int cpu;
  private final Operation[] does;

  /** When all is done and no other process comes any more; null if it does not become idle. */
  private final Operation idles;

  /** What is done between; null if nothing is. */
  private final Operation between;

  private final boolean byProcess;
  private final String interruption;

  /** Whether another CPU calls this one. */
  private final boolean isCalled;

  private String told;

  /** What interrupts the CPU, from when it does. */
  private String comes;

  private String handled;

  /** Where it died when it was called; null if it did not. */
  private String fell;

  /** What came between has died, and with it whom it interrupted. */
  private static final class DiedInInterruptException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Player(Scene scene, int cpu, List<Operation> operations, Intrusion comes, boolean isCalled) {
    this.scene = scene;
    this.cpu = cpu;
    between = comes == null ? null : comes.does();
    byProcess = comes != null && comes.by() == Intrusion.By.PROCESS;
    this.isCalled = isCalled;
    if (isCalled) {
      scene.cpu(cpu).startWork();
    }
    interruption = String.valueOf(between);
    int last = operations.size() - 1;
    boolean apart = byProcess && last >= 0 && operations.get(last).kind() == Kind.IDLE;
    idles = apart ? operations.get(last) : null;
    does = operations.subList(0, apart ? last : last + 1).toArray(new Operation[0]);
  }

  /** What it has come to, in words. */
  String play() {
    if (isCalled) {
      Cpu own = scene.cpu(cpu);
      try {
        Interrupts.onRequest(this::work, own, MASK, own::isCalled, this::answer);
      } catch (DiedInInterruptException died) {
        // as what it fell in says
      }
      falls(scene.rest(cpu));
    } else {
      work();
    }
    String said = told;
    if (handled != null) {
      said = behind(said, (byProcess ? PROCESS : INTERRUPT) + handled + HANDLED);
    }
    return fell == null ? said : behind(said, CALL + fell + HANDLED);
  }

  private static String behind(String said, String more) {
    return said == null ? more : said + " " + more;
  }

  private void work() {
    if (between == null) {
      perform();
      return;
    }
    try {
      if (byProcess) {
        Interrupts.whilePreemptible(
            this::perform, scene.cpu(cpu), MASK, COUNT, this::switchProcess);
      } else {
        Interrupts.during(this::perform, scene.cpu(cpu), MASK, this::handle);
      }
      if (idles != null && !isDead(told)) {
        tell(done(idles));
      }
    } catch (DiedInInterruptException died) {
      // as what was handled says
    }
  }

  /** Another CPU calls, and this one has its interrupts on. */
  private void answer() {
    if (falls(scene.answer(cpu))) {
      throw new DiedInInterruptException();
    }
  }

  private boolean falls(String where) {
    if (where.isEmpty() || fell != null) {
      return false;
    }
    fell = where;
    return true;
  }

  /** What the CPU has come to itself, of all that it tells; empty if nothing. */
  public static String withoutInterrupt(String told) {
    int interrupt = told.indexOf('[');
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
    handled(between.kind() == Kind.ALLOC ? scene.allocAtomic(cpu) : done(between));
    scene.cpu(cpu).localIrqRestore(flags);
  }

  /** Another process has the CPU meanwhile. */
  private void switchProcess() {
    comes = interruption;
    handled(done(between));
  }

  private void handled(String word) {
    handled = word;
    if (isDead(word)) {
      throw new DiedInInterruptException();
    }
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
    } else if (kind == Kind.MOVE) {
      return scene.move(cpu);
    } else if (kind == Kind.MOVE_SLABS) {
      return scene.moveSlabs(cpu);
    } else if (kind == Kind.DRAIN) {
      return scene.drain(cpu);
    } else if (kind == Kind.NOMEM) {
      scene.cpu(cpu).failKmalloc(1);
      return "OK";
    } else if (kind == Kind.FREE_OWN) {
      return scene.freeOwn(cpu);
    } else if (kind == Kind.PUT) {
      return scene.put(cpu);
    } else if (kind == Kind.READ) {
      return scene.readPage(cpu);
    } else if (kind == Kind.CREATE) {
      return scene.create(cpu);
    } else if (kind == Kind.PEEK) {
      return scene.peek(cpu, operation.slot());
    } else if (kind == Kind.MIGRATE) {
      return scene.migrate(cpu, operation.slot());
    }
    String wrong = scene.gracePeriod(cpu);
    return wrong.isEmpty() ? "OK" : wrong.substring(1);
  }
}
