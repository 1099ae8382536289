// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.model;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * The memory models that an exploration can assume, from strong to weak: every execution of one is
 * an execution of those after it.
 */
public enum MemoryModel {
  /** Sequential consistency: interleavings. */
  SC(SequentialConsistency::new),
  /** Total store order, as x86. */
  TSO(TotalStoreOrder::new),
  /** Partial store order, as SPARC in that mode. */
  PSO(PartialStoreOrder::new),
  /** The Java memory model with the access modes of {@code VarHandle}. */
  JMM(JavaMemory::new);

  private final Supplier<Axioms> axioms;

  MemoryModel(Supplier<Axioms> axioms) {
    this.axioms = axioms;
  }

  /** A fresh checker of this model's axioms, for one search. */
  public Axioms axioms() {
    return axioms.get();
  }

  /**
   * Whether the model is that of a language, whose compiler may do a plain read once that the code
   * does in each turn of a loop (JLS 17.3).
   */
  public boolean letsReadsBeHoisted() {
    return this == JMM;
  }

  /** The name on a command line: {@code sc}, {@code tso}, {@code pso}, {@code jmm}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The model with that {@link #id}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MemoryModel of(String id) {
    for (MemoryModel model : values()) {
      if (model.id().equals(id)) {
        return model;
      }
    }
    throw new IllegalArgumentException("no memory model named " + id);
  }
}
