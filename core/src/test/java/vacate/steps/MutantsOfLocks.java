// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.List;

/** Barriers, bit operations, locks and counters out of order. */
final class MutantsOfLocks {
  private MutantsOfLocks() {}

  static final List<OrderMutant> ALL =
      List.of(
          OrderMutant.of(
              "test_and_set_bit: no barrier before",
              "kernel.BitWord",
              "testAndSetBit",
              lines -> lines.drop("smpMb", 1),
              "test_and_set_bit",
              "test_and_set_bit",
              "smp_mb()",
              "atomic page->flags |= PG_locked"),
          OrderMutant.of(
              "test_and_set_bit: no barrier behind",
              "kernel.BitWord",
              "testAndSetBit",
              lines -> lines.drop("smpMb", 2),
              "test_and_set_bit",
              "test_and_set_bit",
              "smp_mb()",
              ""),
          OrderMutant.of(
              "bit_spin_trylock: preemption stays enabled",
              "kernel.BitSpinLock",
              "trylock",
              lines -> lines.drop("preemptDisable", 1),
              "bit_spin_trylock",
              "bit_spin_trylock",
              "preempt_disable()",
              "smp_mb()"),
          OrderMutant.of(
              "bit_spin_unlock: no barrier",
              "kernel.BitSpinLock",
              "unlock",
              lines -> lines.drop("smpMbBeforeClearBit", 1),
              "bit_spin_unlock",
              "bit_spin_unlock",
              "smp_mb()",
              "atomic page->flags &= ~PG_locked"),
          OrderMutant.of(
              "bit_spin_unlock: barrier behind the clear_bit",
              "kernel.BitSpinLock",
              "unlock",
              lines -> lines.shift("smpMbBeforeClearBit", 1, 1),
              "bit_spin_unlock",
              "bit_spin_unlock",
              "smp_mb()",
              "atomic page->flags &= ~PG_locked"),
          OrderMutant.of(
              "bit_spin_unlock: preemption enabled before the clear_bit",
              "kernel.BitSpinLock",
              "unlock",
              lines -> lines.shift("preemptEnable", 1, -2),
              "bit_spin_unlock",
              "bit_spin_unlock",
              "atomic page->flags &= ~PG_locked",
              "preempt_enable()"),
          OrderMutant.of(
              "spin_lock: preemption stays enabled",
              "kernel.SpinLock",
              "lock",
              lines -> lines.drop("preemptDisable", 1),
              "spin_lock",
              "spin_lock",
              "preempt_disable()",
              "acquire n->list_lock"),
          OrderMutant.of(
              "spin_unlock: preemption enabled before the release",
              "kernel.SpinLock",
              "unlock",
              lines -> lines.shift("preemptEnable", 1, -1),
              "spin_unlock",
              "spin_unlock",
              "release n->list_lock",
              "preempt_enable()"),
          OrderMutant.of(
              "atomic_inc_not_zero: no barrier before",
              "kernel.AtomicT",
              "incNotZero",
              lines -> lines.drop("smpMb", 1),
              "atomic_inc_not_zero",
              "atomic_inc_not_zero",
              "smp_mb()",
              "cmpxchg page->_count 1 to 2"),
          OrderMutant.of(
              "atomic_inc_not_zero: no barrier behind",
              "kernel.AtomicT",
              "incNotZero",
              lines -> lines.drop("smpMb", 2),
              "atomic_inc_not_zero",
              "atomic_inc_not_zero",
              "smp_mb()",
              ""),
          OrderMutant.of(
              "atomic_dec_and_test: no barrier before",
              "kernel.AtomicT",
              "decReturn",
              lines -> lines.drop("smpMb", 1),
              "atomic_dec_and_test",
              "atomic_dec_and_test",
              "smp_mb()",
              "atomic page->_count -= 1"),
          OrderMutant.of(
              "atomic_dec_and_test: no barrier behind",
              "kernel.AtomicT",
              "decReturn",
              lines -> lines.drop("smpMb", 2),
              "atomic_dec_and_test",
              "atomic_dec_and_test",
              "smp_mb()",
              ""));
}
