// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.Locale;

/** Who judges tests. */
public enum Judge {
  /** Visits every execution that a memory model allows. */
  EXPLORER,
  /** Visits interleavings. */
  LINCHECK,
  /** Samples this machine. */
  JCSTRESS;

  /** As reports and options spell it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
