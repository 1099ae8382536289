// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

/**
 * One call that an actor makes. An actor is one CPU.
 *
 * @param kind what is called
 * @param cpu the CPU that calls
 * @param slot which of the contested page's objects it is about; -1 if about none
 */
public record Operation(Kind kind, int cpu, int slot) {
  /** What can be called; the constants' small letters are {@link TestedScene}'s methods. */
  public enum Kind {
    ALLOC,
    FREE,
    VACATE,
    SHRINK,
    DESTROY
  }

  public static Operation alloc(int cpu) {
    return new Operation(Kind.ALLOC, cpu, -1);
  }

  public static Operation free(int cpu, int slot) {
    return new Operation(Kind.FREE, cpu, slot);
  }

  public static Operation vacate(int cpu) {
    return new Operation(Kind.VACATE, cpu, -1);
  }

  public static Operation shrink(int cpu) {
    return new Operation(Kind.SHRINK, cpu, -1);
  }

  public static Operation destroy(int cpu, int slot) {
    return new Operation(Kind.DESTROY, cpu, slot);
  }

  /** Name of the method of {@link TestedScene}. */
  String method() {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return method() + "(" + cpu + (slot < 0 ? "" : ", " + slot) + ")";
  }
}
