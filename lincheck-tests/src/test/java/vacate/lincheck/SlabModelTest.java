// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.revision.Revision;
import vacate.scene.Scene;

/** The specification and the corrected revision, one operation after the other. */
class SlabModelTest {
  private static final List<Operation> OPERATIONS =
      List.of(
          Operation.alloc(0),
          Operation.alloc(1),
          Operation.free(0, 0),
          Operation.free(1, 1),
          Operation.vacate(0),
          Operation.vacate(1),
          Operation.shrink(0));

  static Stream<Arguments> everyStart() {
    return Stream.of(CacheFlavour.values())
        .flatMap(cache -> Stream.of(Pair.values()).map(pair -> Arguments.of(cache, pair)));
  }

  @ParameterizedTest
  @MethodSource("everyStart")
  void isKeptByTheCorrectedRevisionInEverySequenceOfThree(CacheFlavour cache, Pair pair) {
    for (List<Operation> sequence : sequences(pair)) {
      Scene scene = new Scene(Revision.CORRECTED, cache.flags, pair.shape, 2);
      pair.pinned().forEach(scene::pin);
      Set<SlabModel> states = Set.of(SlabModel.start(pair));
      for (Operation operation : sequence) {
        Answer answer = new Answer(call(scene, operation));
        states = next(states, operation, answer);
        assertThat(states).as("%s: %s said %s", sequence, operation, answer).isNotEmpty();
      }
      Ending ending = Ending.of(scene);
      assertThat(ending.findings()).as("%s", sequence).isEmpty();
      assertThat(states)
          .as("%s ended in %s", sequence, ending)
          .anyMatch(s -> s.slab() == ending.slab() && s.inuse() == ending.objects());
    }
  }

  @ParameterizedTest
  @MethodSource("everyStart")
  void refusesTheOppositeOfEachTrueAnswer(CacheFlavour cache, Pair pair) {
    for (List<Operation> sequence : sequences(pair)) {
      Scene scene = new Scene(Revision.CORRECTED, cache.flags, pair.shape, 2);
      pair.pinned().forEach(scene::pin);
      Set<SlabModel> states = Set.of(SlabModel.start(pair));
      for (Operation operation : sequence) {
        Answer answer = new Answer(call(scene, operation));
        if (operation.kind() == Operation.Kind.FREE && mayHaveReusedASlot(sequence)) {
          break;
        }
        Answer opposite = new Answer(answer.truth() ? "NOT=0" : "NOT=1");
        assertThat(next(states, operation, opposite))
            .as("%s: %s said %s, might it say %s?", sequence, operation, answer, opposite)
            .isEmpty();
        states = next(states, operation, answer);
      }
    }
  }

  private static Set<SlabModel> next(Set<SlabModel> states, Operation operation, Answer answer) {
    Set<SlabModel> next = new LinkedHashSet<>();
    for (SlabModel state : states) {
      next.addAll(state.after(operation, answer, false));
    }
    return next;
  }

  /** An object that was allocated since may be the very one that a free is about. */
  private static boolean mayHaveReusedASlot(List<Operation> sequence) {
    return sequence.stream().anyMatch(operation -> operation.kind() == Operation.Kind.ALLOC);
  }

  /** Frees of objects that are there at the start, and no more allocations than memory is for. */
  private static List<List<Operation>> sequences(Pair pair) {
    int slots = Integer.bitCount(SlabModel.start(pair).held());
    List<Operation> possible = OPERATIONS.stream().filter(o -> o.slot() < slots).toList();
    List<List<Operation>> sequences = new ArrayList<>();
    for (Operation first : possible) {
      for (Operation second : possible) {
        for (Operation third : possible) {
          List<Operation> sequence = List.of(first, second, third);
          if (!sequence.stream().allMatch(o -> o.kind() == Operation.Kind.ALLOC)) {
            sequences.add(sequence);
          }
        }
      }
    }
    return sequences;
  }

  private static String call(Scene scene, Operation operation) {
    return switch (operation.kind()) {
      case ALLOC -> scene.alloc(operation.cpu());
      case FREE -> scene.free(operation.cpu(), operation.slot());
      case VACATE -> scene.vacate(operation.cpu());
      case SHRINK -> scene.shrink(operation.cpu());
      case DESTROY -> scene.destroy(operation.cpu(), operation.slot());
    };
  }
}
