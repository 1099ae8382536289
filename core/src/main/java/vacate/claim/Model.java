// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.Locale;

/** Memory models under which a claim may hold or not, from strong to weak. */
public enum Model {
  /** Sequential consistency: interleavings. */
  SC,
  /** Total store order: a load may pass an earlier store. */
  TSO,
  /** Partial store order: a store may pass an earlier store, too. */
  PSO,
  /** Java's, with the access modes of {@code VarHandle}. */
  JMM;

  /** As reports and options spell it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
