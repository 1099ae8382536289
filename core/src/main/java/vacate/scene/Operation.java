// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Arrays;

/**
 * One thing that a CPU does to the contested page or its cache: {@code vacate}, {@code free(0)}.
 *
 * @param slot which of the objects that were on the page at the start it is about, or which CPU;
 *     {@link #NONE} if about none
 */
public record Operation(Kind kind, int slot) {
  /** The slot of an operation that is about no object of the page. */
  public static final int NONE = -1;

  /** More digits than any slab has objects. */
  private static final int DIGITS = 6;

  /** What can be done. */
  public enum Kind {
    /** {@link Scene#alloc}. */
    ALLOC("alloc", false, true, true),
    /** {@link Scene#free}. */
    FREE("free", true, true, true),
    /** {@link Scene#vacate}. */
    VACATE("vacate", false, false, true),
    /** {@link Scene#shrink}. */
    SHRINK("shrink", false, false, true),
    /** {@link Scene#destroy}. */
    DESTROY("destroy", true, false, false),
    /** {@link Scene#flush}. */
    FLUSH("flush", false, false, true),
    /** {@link Scene#defrag}. */
    DEFRAG("defrag", false, false, false),
    /** {@link Scene#move}. */
    MOVE("move", false, false, false),
    /** {@link Scene#moveSlabs}. */
    MOVE_SLABS("move_slabs", false, false, false),
    /** {@link Scene#drain}. */
    DRAIN("drain", false, false, false),
    /** The next {@code kmalloc} of the CPU fails, {@link vacate.kernel.Cpu#failKmalloc}. */
    NOMEM("nomem", false, false, false),
    /** {@link Scene#freeOwn}. */
    FREE_OWN("free(own)", false, false, false),
    /** {@link Scene#put}. */
    PUT("put", false, false, false),
    /** {@link Scene#readPage}. */
    READ("read", false, false, false),
    /** {@link Scene#create}. */
    CREATE("create", false, false, false),
    /** {@link Scene#peek}. */
    PEEK("peek", true, false, false),
    /** {@link Scene#migrate}; the slot is a CPU. */
    MIGRATE("cpu", true, false, true),
    /** {@link Scene#gracePeriod}. */
    IDLE("idle", false, false, false);

    /** Whether it is about an object, or a CPU. */
    public final boolean hasSlot;

    /** Whether the handler of an interrupt may do it: it must not sleep. */
    public final boolean inInterrupt;

    /** Whether a process may do it that has taken the CPU from another. */
    public final boolean inProcess;

    private final String text;

    Kind(String text, boolean hasSlot, boolean inInterrupt, boolean inProcess) {
      this.text = text;
      this.hasSlot = hasSlot;
      this.inInterrupt = inInterrupt;
      this.inProcess = inProcess;
    }

    /** Whether all CPUs are interrupted for it, by {@code flush_all}. */
    public boolean interruptsAll() {
      return this == SHRINK || this == DESTROY || this == FLUSH;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * @throws IllegalArgumentException if it lacks a slot, has one that it has no use for, or one
   *     that no slab has
   */
  public Operation {
    if (!kind.hasSlot && slot != NONE) {
      throw new IllegalArgumentException(kind + " is about no object");
    }
    if (kind.hasSlot && (slot < 0 || slot >= Start.MOST)) {
      throw new IllegalArgumentException(
          kind
              + (kind == Kind.MIGRATE ? " wants a CPU" : " wants an object")
              + " from 0 to "
              + (Start.MOST - 1)
              + ", as "
              + kind
              + "(0)");
    }
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is no operation
   */
  public static Operation parse(String text) {
    if (text.equals(Kind.FREE_OWN.toString())) {
      return new Operation(Kind.FREE_OWN, NONE);
    }
    int open = text.indexOf('(');
    String name = open < 0 ? text : text.substring(0, open);
    boolean closed = text.endsWith(")");
    String slot = open < 0 ? null : closed ? text.substring(open + 1, text.length() - 1) : "";
    for (Kind kind : Kind.values()) {
      if (kind.toString().equals(name) && (slot == null || isNumber(slot))) {
        return new Operation(kind, slot == null ? NONE : Integer.parseInt(slot));
      }
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is none of " + Arrays.toString(Kind.values()));
  }

  private static boolean isNumber(String slot) {
    for (int i = 0; i < slot.length(); i++) {
      if (slot.charAt(i) < '0' || slot.charAt(i) > '9') {
        return false;
      }
    }
    return !slot.isEmpty() && slot.length() <= DIGITS;
  }

  @Override
  public String toString() {
    return slot == NONE ? kind.toString() : kind + "(" + slot + ")";
  }
}
