// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The memory models that an exploration can assume, and which of them is weaker than which: each
 * names the models of which it has every execution. Whoever concludes from one model to another
 * does so by {@link #includes}; tests hold random programs against it.
 */
public enum MemoryModel {
  /** Sequential consistency: interleavings. */
  SC(SequentialConsistency::new),
  /** Total store order, as x86. */
  TSO(TotalStoreOrder::new, SC),
  /** Partial store order, as SPARC in that mode. */
  PSO(PartialStoreOrder::new, TSO),
  /** The Java memory model with the access modes of {@code VarHandle}. */
  JMM(JavaMemory::new, PSO);

  private final Supplier<Axioms> axioms;
  private final List<MemoryModel> weakens;

  MemoryModel(Supplier<Axioms> axioms, MemoryModel... weakens) {
    this.axioms = axioms;
    this.weakens = List.of(weakens);
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

  /** Whether a write may take effect before a read that precedes it in its thread. */
  public boolean allowsLoadBuffering() {
    return this == JMM;
  }

  /** Whether every execution of {@code other} is one of this model: it is the same, or weaker. */
  public boolean includes(MemoryModel other) {
    return this == other || weakens.stream().anyMatch(m -> m.includes(other));
  }

  /** Whether it has every execution of {@code other}, and is another. */
  public boolean isWeakerThan(MemoryModel other) {
    return this != other && includes(other);
  }

  /** The model that includes all others: what holds under it holds under each. */
  public static MemoryModel weakest() {
    return weakestFirst(List.of(values())).get(0);
  }

  /** Each before all that it includes. */
  public static List<MemoryModel> weakestFirst(Collection<MemoryModel> models) {
    return models.stream().sorted(Comparator.comparingLong(m -> -m.size())).toList();
  }

  /** Whether each of these includes the next. */
  public static boolean areOneInTheOther(List<MemoryModel> weakestFirst) {
    return IntStream.range(1, weakestFirst.size())
        .allMatch(i -> weakestFirst.get(i - 1).includes(weakestFirst.get(i)));
  }

  /** Each before all that include it. */
  public static List<MemoryModel> strongestFirst(Collection<MemoryModel> models) {
    return models.stream().sorted(Comparator.comparingLong(MemoryModel::size)).toList();
  }

  /** How many models it includes. */
  private long size() {
    return List.of(values()).stream().filter(this::includes).count();
  }

  /**
   * The name in reports and on a command line: {@code sc}, {@code tso}, {@code pso}, {@code jmm}.
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its {@link #id}. */
  @Override
  public String toString() {
    return id();
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
