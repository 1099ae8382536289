// SPDX-License-Identifier: GPL-2.0-only
package vacate.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vacate.scene.CacheFlag;
import vacate.scene.Operation;
import vacate.scene.Scenario;
import vacate.scene.Scene;
import vacate.scene.Start;

/**
 * The sequential specification, written by hand: one page with room for two objects, and what each
 * operation may answer and leave behind if nothing else goes on. It knows nothing of locks, lists
 * or reference counts.
 *
 * <p>What it promises of {@code vacate}, the patch's "Return 1 if succesful" taken at its word:
 *
 * <ul>
 *   <li>It answers true if and only if it emptied the page and the page left the cache. Alone, it
 *       does so exactly if the page is a slab with objects in it, is no CPU's own, and none of them
 *       is pinned.
 *   <li>Alone, on anything else it answers false: no slab, a CPU's own slab, an empty one. If only
 *       pinned objects hold it up, the others are gone all the same.
 *   <li>While another operation overlaps it, it may give up at any point, so false is always right;
 *       the caller tries again. True is still right only if no object is left and the page is out
 *       of the cache. That an overlapping free took the last object away before it could does not
 *       make its answer wrong; nor do objects have to go at once: it kicks one after the other.
 * </ul>
 *
 * <p>An allocation succeeds, there being memory, from the page only if it has room and no other CPU
 * owns it. One that is interrupted while it makes a slab may find that its CPU has got the page
 * meanwhile; it takes its object from what it has made, and the page is no CPU's own any more. A
 * free answers true for exactly one of those who want the object gone: a vacate that kicked it, or
 * one free.
 *
 * @param slab whether the page belongs to the cache
 * @param held bit mask of the slots whose object is in use
 * @param extra objects in use that no slot has
 * @param slots bit mask of the slots: the objects that were in use at the start
 * @param pinned bit mask of the objects that cannot be kicked
 * @param owner the CPU whose own slab it is; {@link #NOBODY} if none
 */
public record SlabModel(boolean slab, int held, int extra, int slots, int pinned, int owner) {
  static final int NOBODY = -1;

  /** The page at the start of a scenario that is {@link #specifies(Scenario) specified}. */
  public static SlabModel start(Scenario scenario) {
    int pinned = 0;
    for (int slot : scenario.start().pinned()) {
      pinned |= 1 << slot;
    }
    return switch (scenario.start().shape()) {
      case FRESH -> new SlabModel(false, 0, 0, 0, pinned, NOBODY);
      case KEPT -> new SlabModel(true, 0, 0, 0, pinned, NOBODY);
      case CPU_SLAB -> new SlabModel(true, 0b01, 0, 0b01, pinned, 0);
      case PARTIAL -> new SlabModel(true, 0b01, 0, 0b01, pinned, NOBODY);
      case FULL -> new SlabModel(true, 0b11, 0, 0b11, pinned, NOBODY);
    };
  }

  /**
   * Whether it says what all of a scenario may do: of a cache whose pages are free at once, with
   * nothing unusual about its start, and nothing but operations that it knows.
   */
  public static boolean specifies(Scenario scenario) {
    Start start = scenario.start();
    return start.isUsual()
        && !start.cache().contains(CacheFlag.RCU)
        && Arrays.stream(Operation.Kind.values())
            .filter(scenario::has)
            .allMatch(SlabModel::specifies);
  }

  /** Whether it says what an operation may do. */
  public static boolean specifies(Operation.Kind kind) {
    return switch (kind) {
      case ALLOC, FREE, VACATE, SHRINK, DESTROY -> true;
      default -> false;
    };
  }

  /** Objects in use. */
  public int inuse() {
    return Integer.bitCount(held) + extra;
  }

  /**
   * All states that the operation may leave if it gives this answer; none if it may not.
   *
   * @param cpu which does it
   * @param overlap what was under way at the same time
   */
  public List<SlabModel> after(Operation operation, int cpu, Answer answer, Overlap overlap) {
    boolean overlapped = overlap != Overlap.NONE;
    return switch (operation.kind()) {
      case ALLOC -> alloc(cpu, answer, overlap);
      case FREE -> free(operation.slot(), answer.truth());
      case VACATE -> vacate(answer.truth(), overlapped);
      case SHRINK -> shrink(answer.truth(), overlapped);
      case DESTROY -> answer.truth() ? List.of(gone()) : List.of();
      case FLUSH,
          DEFRAG,
          MOVE,
          MOVE_SLABS,
          DRAIN,
          IDLE,
          NOMEM,
          FREE_OWN,
          PUT,
          READ,
          CREATE,
          PEEK,
          MIGRATE ->
          throw new IllegalArgumentException(operation + " has no model");
    };
  }

  private List<SlabModel> alloc(int cpu, Answer answer, Overlap overlap) {
    if (!answer.truth()) {
      return List.of();
    }
    if (answer.word().equals("PAGE")) {
      boolean mine = owner == cpu || owner == NOBODY;
      return mine && inuse() < Scene.OBJECTS ? withOneMore(cpu) : List.of();
    }
    if (owner != cpu) {
      return List.of(this);
    }
    // The CPU turns to another slab only when its own has no room, or came while it had one made.
    return inuse() < Scene.OBJECTS && overlap != Overlap.SAME_CPU ? List.of() : List.of(flushed());
  }

  /** The new object is one that was in a slot before, and is there again, or another. */
  private List<SlabModel> withOneMore(int cpu) {
    List<SlabModel> states = new ArrayList<>();
    states.add(new SlabModel(true, held, extra + 1, slots, pinned, cpu));
    for (int bit = 1; bit <= slots; bit <<= 1) {
      if ((slots & ~held & bit) != 0) {
        states.add(new SlabModel(true, held | bit, extra, slots, pinned, cpu));
      }
    }
    return states;
  }

  private List<SlabModel> free(int slot, boolean freed) {
    boolean there = (held & ~pinned & 1 << slot) != 0;
    if (there != freed) {
      return List.of();
    }
    if (!freed) {
      return List.of(this);
    }
    SlabModel next = new SlabModel(slab, held & ~(1 << slot), extra, slots, pinned, owner);
    return List.of(next.emptied() ? gone() : next);
  }

  private List<SlabModel> vacate(boolean success, boolean overlapped) {
    boolean canBegin = slab && owner == NOBODY && inuse() > 0;
    SlabModel kicked = new SlabModel(slab, held & pinned, 0, slots, pinned, owner);
    boolean canSucceed = canBegin && kicked.inuse() == 0;
    if (success) {
      return canSucceed || overlapped && !slab ? List.of(gone()) : List.of();
    }
    if (overlapped) {
      return partlyKicked();
    }
    if (canSucceed) {
      return List.of();
    }
    return List.of(canBegin ? kicked : this);
  }

  /** All states, others than this, that an operation may leave when it has done a part. */
  List<SlabModel> partlyAfter(Operation.Kind kind) {
    return switch (kind) {
      case VACATE -> partlyKicked().stream().filter(s -> s.inuse() < inuse()).toList();
      case SHRINK -> owner == NOBODY ? List.of() : List.of(flushed());
      default -> List.of();
    };
  }

  private SlabModel flushed() {
    return new SlabModel(slab, held, extra, slots, pinned, NOBODY);
  }

  /** Every state that a vacate which fails may leave: it kicked none, some or all that it could. */
  List<SlabModel> partlyKicked() {
    List<SlabModel> states = new ArrayList<>();
    for (int left = 0; left <= held; left++) {
      if ((left & ~held) == 0 && (held & pinned & ~left) == 0) {
        for (int more = 0; more <= extra; more++) {
          SlabModel next = new SlabModel(slab, left, more, slots, pinned, owner);
          states.add(next.inuse() < inuse() && next.emptied() ? gone() : next);
        }
      }
    }
    return states;
  }

  /** All states that any vacate may leave, whatever it answers; an emptied slab may also stay. */
  List<SlabModel> afterVacate() {
    List<SlabModel> states = new ArrayList<>(partlyKicked());
    states.add(new SlabModel(slab, held & pinned, 0, slots, pinned, owner));
    return states;
  }

  private List<SlabModel> shrink(boolean done, boolean overlapped) {
    if (!done) {
      return List.of();
    }
    SlabModel flushed = flushed();
    if (!flushed.emptied()) {
      return List.of(flushed);
    }
    // A slab that somebody has locked is passed over.
    return overlapped ? List.of(gone(), flushed) : List.of(gone());
  }

  private boolean emptied() {
    return slab && inuse() == 0 && owner == NOBODY;
  }

  private SlabModel gone() {
    return new SlabModel(false, 0, 0, slots, pinned, NOBODY);
  }
}
