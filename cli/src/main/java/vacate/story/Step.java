// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.List;
import vacate.explorer.execution.Event;

/**
 * What one actor does in one kernel function before another function, or another actor, has its
 * turn.
 *
 * @param actor index in the execution's actors
 * @param function the kernel's name
 * @param effects what it does, or sees, of the page and the cache
 * @param events those that have these effects
 * @param after the page when it is done
 */
public record Step(
    int actor, String function, List<Effect> effects, List<Event> events, PageState after) {
  public Step {
    effects = List.copyOf(effects);
    events = List.copyOf(events);
  }

  /** As a line: {@code slab_lock: +locked}. */
  public String text() {
    return function + ": " + EffectText.of(effects);
  }
}
