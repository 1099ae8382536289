// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Canaries: Lincheck sees every intermediate value of every atomic primitive, and the lost update
 * of every one that is not atomic. If its instrumentation stopped applying to one of them, all else
 * would pass.
 */
class PrimitiveTest {
  /** A few times what seeing everything takes. */
  private static final int RUNS = 2_000;

  private static final List<Integer> LOCKED_OR_NOT = List.of(0, 1, 2, 10, 11, 12);

  static Stream<Arguments> all() {
    return Stream.of(
        // primitive, what is seen meanwhile, what is there at the end
        with(Primitive.PlainIncrement::new, List.of(0, 1, 2), List.of(1, 2)),
        with(Primitive.TestAndSetBit::new, List.of(0, 1, 2, 3), List.of(3)),
        with(Primitive.ClearBit::new, List.of(0, 1, 2, 3), List.of(0)),
        with(Primitive.SetBitNonAtomic::new, List.of(0, 1, 2, 3), List.of(1, 2, 3)),
        with(Primitive.ClearBitNonAtomic::new, List.of(0, 1, 2, 3), List.of(0, 1, 2)),
        with(Primitive.ClearMaskNonAtomic::new, List.of(0, 1, 2, 3), List.of(0, 1, 2)),
        with(Primitive.ClearBitAgainstNonAtomic::new, List.of(0, 1, 2, 3), List.of(0, 1)),
        with(Primitive.AtomicInc::new, List.of(0, 1, 2), List.of(2)),
        with(Primitive.AtomicDec::new, List.of(0, 1, 2), List.of(0)),
        with(Primitive.IncNotZeroAgainstLastDec::new, List.of(0, 1, 2), List.of(0, 1)),
        with(Primitive.AtomicSet::new, List.of(0, 1, 2), List.of(1, 2)));
  }

  static Stream<Arguments> locks() {
    return Stream.of(
        with(Primitive.SpinLocked::new, LOCKED_OR_NOT, List.of(2)),
        with(Primitive.BitSpinLocked::new, LOCKED_OR_NOT, List.of(2)),
        with(Primitive.BitSpinTried::new, LOCKED_OR_NOT, List.of(1, 2)),
        with(Primitive.RwLocked::new, List.of(0, 1, 2, 3, 10, 11, 12, 13), List.of(1, 3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void showsAllItsValuesAndNoOthers(
      Primitive name, Canary canary, Set<Integer> seen, Set<Integer> ended) {
    canary.explore(RUNS);

    assertThat(canary.seen).isEqualTo(seen);
    assertThat(canary.ended).isEqualTo(ended);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("locks")
  void excludesAndIsSeenToBeHeld(
      Primitive name, Canary canary, Set<Integer> seen, Set<Integer> ended) {
    canary.explore(RUNS);

    assertThat(canary.seen).isEqualTo(seen);
    assertThat(canary.ended).isEqualTo(ended);
  }

  private static Arguments with(
      Supplier<Primitive> maker, List<Integer> seen, List<Integer> ended) {
    return Arguments.of(
        maker.get(), new Canary(maker, Grain.FINE), Set.copyOf(seen), Set.copyOf(ended));
  }
}
