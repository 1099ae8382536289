// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

/** A search ends here for now, which says nothing of the test. */
final class Break extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A loop was cut off, and how far it goes depends on the order, so one worker does it. */
  static final Break ALONE = new Break();

  /** A loop was cut off, and it goes on and on. */
  static final Break HOPELESS = new Break();

  /** Time to say how far it is. */
  static final Break PAUSE = new Break();

  private Break() {
    super(null, null, false, false);
  }
}
