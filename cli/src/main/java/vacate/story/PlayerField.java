// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import vacate.explorer.execution.Event;
import vacate.explorer.execution.Location;
import vacate.universe.Player;

/** What the CPU of a scenario writes down of its interrupt, by the names of its fields. */
enum PlayerField {
  /** The interrupt comes; what its handler does. */
  COMES("comes"),
  /** What the handler came to. */
  HANDLED("handled");

  private final String field;

  PlayerField(String field) {
    this.field = field;
  }

  /** Whether an event writes it. */
  boolean isWrittenBy(Event e) {
    return e.writes() && e.location() instanceof Location.Field f && f.is(Player.class, field);
  }
}
