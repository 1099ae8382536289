// SPDX-License-Identifier: GPL-2.0-only
package vacate.spec;

import java.util.List;
import java.util.OptionalInt;
import vacate.scene.Operation;

/**
 * One run: which operation answered what, who was over before who began, and how it ended.
 *
 * @param events the operations, those of one actor in their order
 * @param ending the machine afterwards
 */
public record History(List<Event> events, Ending ending) {
  /**
   * One operation of one run.
   *
   * @param actor whose it is: who does one thing after the other
   * @param nth how many the actor did before
   * @param cpu on which
   * @param doneBefore how many operations of each actor were over when it began
   */
  public record Event(
      int actor, int nth, int cpu, Operation operation, Answer answer, List<Integer> doneBefore) {
    public Event {
      doneBefore = List.copyOf(doneBefore);
    }

    /** As the actor called it: {@code free(1, 0)}, the CPU first. */
    public String call() {
      String slot = operation.slot() == Operation.NONE ? "" : ", " + operation.slot();
      return operation.kind() + "(" + cpu + slot + ")";
    }

    /** Whether this one was over before the other began. */
    boolean precedes(Event other) {
      return actor == other.actor ? nth < other.nth : other.doneBefore.get(actor) > nth;
    }
  }

  /**
   * The contested page, when nobody is at work.
   *
   * @param slab whether it is a slab
   * @param objects how many of its objects somebody has; empty if not known
   */
  public record Ending(boolean slab, OptionalInt objects) {
    boolean is(SlabModel state) {
      return state.slab() == slab && (objects.isEmpty() || objects.getAsInt() == state.inuse());
    }
  }

  public History {
    events = List.copyOf(events);
  }

  /** What was under way at the same time. */
  Overlap overlap(Event event) {
    Overlap overlap = Overlap.NONE;
    for (Event other : events) {
      if (other != event && !other.precedes(event) && !event.precedes(other)) {
        if (other.cpu == event.cpu) {
          return Overlap.SAME_CPU;
        }
        overlap = Overlap.ANOTHER_CPU;
      }
    }
    return overlap;
  }
}
