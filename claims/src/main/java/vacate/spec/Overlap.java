// SPDX-License-Identifier: GPL-2.0-only
package vacate.spec;

/** What else was under way while an operation was. */
public enum Overlap {
  /** Nothing: it was alone. */
  NONE,
  /** Operations of other CPUs. */
  ANOTHER_CPU,
  /** Also one of its own CPU: it was interrupted, or interrupts. */
  SAME_CPU
}
