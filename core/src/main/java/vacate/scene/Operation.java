// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that a CPU does to the contested page or its cache: {@code vacate}, {@code free(0)}.
 *
 * @param slot which of the objects that were on the page at the start it is about; {@link #NONE} if
 *     about none
 */
public record Operation(Kind kind, int slot) {
  /** The slot of an operation that is about no object of the page. */
  public static final int NONE = -1;

  private static final Pattern TEXT = Pattern.compile("([a-z]+)(?:\\((\\d{1,6})\\))?");

  /** What can be done. */
  public enum Kind {
    /** {@link Scene#alloc}. */
    ALLOC(false),
    /** {@link Scene#free}. */
    FREE(true),
    /** {@link Scene#vacate}. */
    VACATE(false),
    /** {@link Scene#shrink}. */
    SHRINK(false),
    /** {@link Scene#destroy}. */
    DESTROY(true),
    /** {@link Scene#drain}. */
    DRAIN(false),
    /** {@link Scene#gracePeriod}. */
    IDLE(false);

    /** Whether it is about an object. */
    public final boolean hasSlot;

    Kind(boolean hasSlot) {
      this.hasSlot = hasSlot;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
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
    if (kind.hasSlot && (slot < 0 || slot >= Scene.OBJECTS)) {
      throw new IllegalArgumentException(
          kind + " wants an object from 0 to " + (Scene.OBJECTS - 1) + ", as " + kind + "(0)");
    }
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is no operation
   */
  public static Operation parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(k -> matcher.matches() && k.toString().equals(matcher.group(1)))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "\"" + text + "\" is none of " + Arrays.toString(Kind.values())));
    String slot = matcher.group(2);
    return new Operation(kind, slot == null ? NONE : Integer.parseInt(slot));
  }

  @Override
  public String toString() {
    return slot == NONE ? kind.toString() : kind + "(" + slot + ")";
  }
}
