// SPDX-License-Identifier: GPL-2.0-only
package vacate.spec;

import java.util.List;
import vacate.scene.Operation;
import vacate.scene.Scenario;

/**
 * Looks for an order of a run's operations that the sequential specification explains, that keeps
 * who was over before who began, and that ends in the state in which the machine is.
 */
public final class SequentialOrder {
  private final History history;
  private final boolean believing;

  private SequentialOrder(History history, boolean believing) {
    this.history = history;
    this.believing = believing;
  }

  /** Whether the run is explained. */
  public static boolean explains(Scenario scenario, History history) {
    return new SequentialOrder(history, true).fromStart(scenario);
  }

  /** Whether it would be if no vacate had claimed success. */
  public static boolean explainsWithoutSuccess(Scenario scenario, History history) {
    return new SequentialOrder(history, false).fromStart(scenario);
  }

  private boolean fromStart(Scenario scenario) {
    return isExplained(SlabModel.start(scenario), 0);
  }

  /**
   * @param done bit mask of the events that are in the order already
   */
  private boolean isExplained(SlabModel state, int done) {
    List<History.Event> events = history.events();
    if (done == (1 << events.size()) - 1) {
      return history.ending().is(state);
    }
    for (int i = 0; i < events.size(); i++) {
      if ((done & 1 << i) == 0 && mayBeNext(events.get(i), done)) {
        if (history.overlap(events.get(i)) != Overlap.NONE
            && isExplainedAfterPart(state, done, i)) {
          return true;
        }
        for (SlabModel next : after(state, events.get(i))) {
          if (isExplained(next, done | 1 << i)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Before it is over, a part of what an operation does may be done: a vacate takes one object
   * after the other, so that who asks for one that it has taken may be over before another frees
   * one that it has not come to; and a shrink takes their slabs from one CPU after the other.
   */
  private boolean isExplainedAfterPart(SlabModel state, int done, int event) {
    return state.partlyAfter(history.events().get(event).operation().kind()).stream()
        .anyMatch(part -> isExplained(part, done));
  }

  private boolean mayBeNext(History.Event event, int done) {
    List<History.Event> events = history.events();
    for (int i = 0; i < events.size(); i++) {
      if ((done & 1 << i) == 0 && events.get(i).precedes(event)) {
        return false;
      }
    }
    return true;
  }

  private List<SlabModel> after(SlabModel state, History.Event event) {
    Overlap overlap = history.overlap(event);
    if (believing || event.operation().kind() != Operation.Kind.VACATE || !event.answer().truth()) {
      return state.after(event.operation(), event.cpu(), event.answer(), overlap);
    }
    // Whatever a vacate may do: the answer alone is in doubt.
    return state.afterVacate();
  }
}
