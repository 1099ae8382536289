// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loop;

import vacate.explorer.search.Stop;

/**
 * One activation of a woven method that has loops: what the thread was like when it last came to
 * the head of each. Woven code keeps it in a local variable, for the hooks.
 */
public class LoopFrame {
  /** What the thread was like at the head of a loop. */
  private static final class Arrival {
    int effects;
    int reads;
    int choices;
    int firsts;
    int own;
    int looks;
    long passed;
    int events;
    Object locks;
    Object position;
    int size;
    Object[] variables = new Object[8];

    Turns turns;

    void variable(Object value) {
      if (size == variables.length) {
        variables = java.util.Arrays.copyOf(variables, 2 * size);
      }
      variables[size++] = value;
    }
  }

  /**
   * How often a loop went round.
   *
   * @param choosing turns that read what others use and write, but for a buffer's own reads, and
   *     but for those that go through elements, of which there is an end
   * @param determined other turns with events
   * @param quiet turns without an event since the last one with
   */
  record Turns(int choosing, int determined, long quiet) {
    Turns next(boolean chose, boolean event) {
      return chose
          ? new Turns(choosing + 1, determined, 0)
          : event
              ? new Turns(choosing, determined + 1, 0)
              : new Turns(choosing, determined, quiet + 1);
    }
  }

  private final Loops loops;
  private final Arrival[] last;
  private Arrival now = new Arrival();
  private int loop;

  LoopFrame(Loops loops, int count) {
    this.loops = loops;
    last = new Arrival[count];
  }

  /** The thread is at the head of a loop; its variables follow. */
  public void arrive(int loop) {
    this.loop = loop;
    now.size = 0;
  }

  /** Whether its variables matter. */
  public boolean isLookedAt() {
    return true;
  }

  public void variable(Object value) {
    now.variable(value);
  }

  /** Into the loop, from before it. */
  public void entered() {
    keep(new Turns(0, 0, 0));
  }

  /** Round the loop once more. */
  public void turned() throws Stop {
    Arrival before = last[loop];
    if (before == null) {
      keep(new Turns(0, 0, 0));
      return;
    }
    if (loops.reads() > before.reads
        && isWhereItWas(before)
        && !loops.hasLetOthersIn(before.reads, before.position)) {
      loops.await();
    }
    round(before);
  }

  /** At a handler that lies before what it handles: counted, and never taken for a wait. */
  public void handled(int loop) throws Stop {
    arrive(loop);
    Arrival before = last[loop];
    if (before == null) {
      keep(new Turns(0, 0, 0));
    } else {
      round(before);
    }
  }

  private void round(Arrival before) throws Stop {
    Turns turns = before.turns.next(chose(before), loops.events() > before.events);
    loops.bound(turns);
    keep(turns);
  }

  /**
   * Whether a turn has read what may send the loop another way: something else than elements that
   * the thread had not read yet, and what nobody else uses, or nobody writes.
   */
  private boolean chose(Arrival before) {
    int choices = loops.choices() - before.choices;
    int firsts = loops.firsts() - before.firsts;
    return choices > firsts + loops.own() - before.own;
  }

  private void keep(Turns turns) {
    Arrival replaced = last[loop];
    now.effects = loops.effects();
    now.reads = loops.reads();
    now.choices = loops.choices();
    now.firsts = loops.firsts();
    now.own = loops.own();
    now.looks = loops.looks();
    now.passed = loops.passed();
    now.events = loops.events();
    now.locks = loops.locks();
    now.position = loops.position();
    now.turns = turns;
    last[loop] = now;
    now = replaced == null ? new Arrival() : replaced;
  }

  /** Same place, same activation, same variables, same locks held, and nothing done in between. */
  private boolean isWhereItWas(Arrival before) {
    if (before.effects != loops.effects()
        || before.size != now.size
        || !before.locks.equals(loops.locks())
        || loops.looks() > before.looks && loops.passed() > before.passed) {
      return false;
    }
    for (int i = 0; i < now.size; i++) {
      if (!same(now.variables[i], before.variables[i])) {
        return false;
      }
    }
    return true;
  }

  /** Primitive variables arrive as boxed, references as they are. */
  static boolean same(Object a, Object b) {
    return a == b || a instanceof Primitive p && p.equals(b);
  }

  /** The bits of a primitive local variable. */
  public record Primitive(long bits) {}
}
