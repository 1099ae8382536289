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
import vacate.scene.CacheFlag;
import vacate.scene.Operation;
import vacate.scene.Scene;
import vacate.spec.Answer;
import vacate.spec.Overlap;
import vacate.spec.SlabModel;

/** The specification and the corrected revision, one operation after the other. */
class SlabModelTest {
  /** An operation of one of two CPUs. */
  private record Call(int cpu, Operation operation) {
    static Call of(int cpu, String operation) {
      return new Call(cpu, Operation.parse(operation));
    }

    boolean isAlloc() {
      return operation.kind() == Operation.Kind.ALLOC;
    }

    String on(Scene scene) {
      return switch (operation.kind()) {
        case ALLOC -> scene.alloc(cpu);
        case FREE -> scene.free(cpu, operation.slot());
        case VACATE -> scene.vacate(cpu);
        case SHRINK -> scene.shrink(cpu);
        default -> throw new IllegalArgumentException(operation.toString());
      };
    }
  }

  private static final List<Call> CALLS =
      List.of(
          Call.of(0, "alloc"),
          Call.of(1, "alloc"),
          Call.of(0, "free(0)"),
          Call.of(1, "free(1)"),
          Call.of(0, "vacate"),
          Call.of(1, "vacate"),
          Call.of(0, "shrink"));

  static Stream<Arguments> everyStart() {
    return Stream.of(CacheFlavour.values())
        .flatMap(cache -> Stream.of(Pair.values()).map(pair -> Arguments.of(cache, pair)));
  }

  @ParameterizedTest
  @MethodSource("everyStart")
  void isKeptByTheCorrectedRevisionInEverySequenceOfThree(CacheFlavour cache, Pair pair) {
    for (List<Call> sequence : sequences(pair)) {
      Scene scene = scene(cache, pair);
      Set<SlabModel> states = Set.of(SlabModel.start(pair.scenario));
      for (Call call : sequence) {
        Answer answer = new Answer(call.on(scene));
        states = next(states, call, answer);
        assertThat(states).as("%s: %s said %s", sequence, call, answer).isNotEmpty();
      }
      FinalState ending = FinalState.of(scene);
      assertThat(ending.findings()).as("%s", sequence).isEmpty();
      assertThat(states)
          .as("%s ended in %s", sequence, ending)
          .anyMatch(s -> s.slab() == ending.slab() && s.inuse() == ending.objects());
    }
  }

  @ParameterizedTest
  @MethodSource("everyStart")
  void refusesTheOppositeOfEachTrueAnswer(CacheFlavour cache, Pair pair) {
    for (List<Call> sequence : sequences(pair)) {
      Scene scene = scene(cache, pair);
      Set<SlabModel> states = Set.of(SlabModel.start(pair.scenario));
      for (Call call : sequence) {
        Answer answer = new Answer(call.on(scene));
        if (call.operation().kind() == Operation.Kind.FREE && mayHaveReusedASlot(sequence)) {
          break;
        }
        Answer opposite = new Answer(answer.truth() ? "NOT=0" : "NOT=1");
        assertThat(next(states, call, opposite))
            .as("%s: %s said %s, might it say %s?", sequence, call, answer, opposite)
            .isEmpty();
        states = next(states, call, answer);
      }
    }
  }

  /** With two CPUs, however many the pair has. */
  private static Scene scene(CacheFlavour cache, Pair pair) {
    Scene scene =
        new Scene(
            Revision.CORRECTED, CacheFlag.bits(cache.flags), pair.scenario.start().shape(), 2);
    pair.scenario.start().pinned().forEach(scene::pin);
    return scene;
  }

  private static Set<SlabModel> next(Set<SlabModel> states, Call call, Answer answer) {
    Set<SlabModel> next = new LinkedHashSet<>();
    for (SlabModel state : states) {
      next.addAll(state.after(call.operation(), call.cpu(), answer, Overlap.NONE));
    }
    return next;
  }

  /** An object that was allocated since may be the very one that a free is about. */
  private static boolean mayHaveReusedASlot(List<Call> sequence) {
    return sequence.stream().anyMatch(Call::isAlloc);
  }

  /** Frees of objects that are there at the start, and no more allocations than memory is for. */
  private static List<List<Call>> sequences(Pair pair) {
    int slots = pair.scenario.start().inUse();
    List<Call> possible = CALLS.stream().filter(c -> c.operation().slot() < slots).toList();
    List<List<Call>> sequences = new ArrayList<>();
    for (Call first : possible) {
      for (Call second : possible) {
        for (Call third : possible) {
          List<Call> sequence = List.of(first, second, third);
          if (!sequence.stream().allMatch(Call::isAlloc)) {
            sequences.add(sequence);
          }
        }
      }
    }
    return sequences;
  }
}
