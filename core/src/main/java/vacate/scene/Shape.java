// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

/** The state in which the contested page is when the actors start. */
public enum Shape {
  /** Free, and the next page that CPU 0 will make a slab of. */
  FRESH,
  /** CPU 0's own slab with one object in use. */
  CPU_SLAB,
  /** On the partial list with one object in use. */
  PARTIAL,
  /** All objects in use, no CPU's own. */
  FULL,
  /** Empty, kept on the partial list. */
  KEPT
}
