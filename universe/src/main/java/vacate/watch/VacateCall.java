// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.CORE_VACATE;
import static vacate.watch.KernelCall.DISCARD_SLAB;
import static vacate.watch.KernelCall.FREEZE_FROM_LIST;
import static vacate.watch.KernelCall.GET;
import static vacate.watch.KernelCall.GET_PAGE_UNLESS_ZERO;
import static vacate.watch.KernelCall.IS_FROZEN;
import static vacate.watch.KernelCall.IS_SLAB;
import static vacate.watch.KernelCall.KICK;
import static vacate.watch.KernelCall.PUT_PAGE;
import static vacate.watch.KernelCall.VACATE;
import static vacate.watch.Trace.NONE;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.graph.Access;

/**
 * A slab is vacated, or refused: where what is done, {@link Trace#NONE} for what it does not come
 * to. What get and kick do is none of it. Here a call of {@code kmem_cache_vacate} is read that is
 * given a page; {@link Collected} reads the others.
 *
 * @param first its first event
 * @param reference takes the page reference
 * @param lock takes the slab lock
 * @param pageSlab looks at PageSlab under the lock
 * @param frozen looks at FROZEN
 * @param inuse looks at inuse
 * @param freeze sets FROZEN, in freeze_from_list
 * @param unlock drops the lock before it kicks
 * @param relock takes it again
 * @param unfreeze clears FROZEN
 * @param put drops the reference
 * @param end of a slab that was vacated, is behind all that becomes of it
 * @param last its last event
 */
record VacateCall(
    int first,
    int reference,
    int lock,
    int pageSlab,
    int frozen,
    int inuse,
    int freeze,
    int unlock,
    int relock,
    int unfreeze,
    int put,
    int end,
    int last) {

  static List<VacateCall> all(Trace trace) {
    List<VacateCall> all = new ArrayList<>();
    for (int[] strand : trace.strands()) {
      Reader reader = null;
      boolean getting = false;
      for (int event : strand) {
        boolean gets = trace.in(event, GET_PAGE_UNLESS_ZERO) && trace.in(event, VACATE);
        if (gets && !getting) {
          if (reader != null) {
            all.add(reader.call());
          }
          reader = new Reader(trace, event);
        }
        getting = gets;
        if (reader != null && trace.in(event, VACATE)) {
          reader.read(event);
        }
      }
      if (reader != null) {
        all.add(reader.call());
      }
    }
    return all;
  }

  /** Whether it has found a slab that it may vacate. */
  boolean passes() {
    return freeze != NONE;
  }

  /** Reads one call, event by event. */
  private static final class Reader {
    private final Trace trace;
    private final int first;
    private int reference = NONE;
    private int lock = NONE;
    private int pageSlab = NONE;
    private int frozen = NONE;
    private int inuse = NONE;
    private int freeze = NONE;
    private int unlock = NONE;
    private int relock = NONE;
    private int unfreeze = NONE;
    private int put = NONE;
    private int last;

    Reader(Trace trace, int first) {
      this.trace = trace;
      this.first = first;
    }

    VacateCall call() {
      return new VacateCall(
          first, reference, lock, pageSlab, frozen, inuse, freeze, unlock, relock, unfreeze, put,
          put, last);
    }

    void read(int event) {
      last = event;
      if (trace.in(event, KICK) || trace.in(event, GET) || trace.in(event, DISCARD_SLAB)) {
        return;
      }
      if (trace.in(event, CORE_VACATE)) {
        core(event);
      } else if (trace.writes(event, PageCell.COUNT)) {
        if (trace.in(event, GET_PAGE_UNLESS_ZERO)) {
          reference = event;
        } else if (trace.in(event, PUT_PAGE) && put == NONE) {
          put = event; // what comes behind it makes the page a free one
        }
      } else if (trace.in(event, FREEZE_FROM_LIST)) {
        if (trace.freezes(event)) {
          freeze = event;
        }
      } else if (trace.takesLock(event)) {
        lock = event;
      } else if (lock != NONE && freeze == NONE && trace.g.is(event, Access.READ)) {
        look(event);
      }
    }

    /** The three looks under the lock; what put_page checks of a page that is free is none. */
    private void look(int event) {
      if (trace.in(event, PUT_PAGE)) {
        return;
      }
      if (trace.at(event, PageCell.INUSE)) {
        inuse = event;
      } else if (trace.at(event, PageCell.FLAGS) && trace.in(event, IS_SLAB)) {
        pageSlab = event;
      } else if (trace.at(event, PageCell.FLAGS) && trace.in(event, IS_FROZEN)) {
        frozen = event;
      }
    }

    private void core(int event) {
      if (trace.dropsLock(event) && unlock == NONE) {
        unlock = event;
      } else if (trace.takesLock(event) && relock == NONE) {
        relock = event;
      } else if (trace.thaws(event)) {
        unfreeze = event;
      }
    }
  }
}
