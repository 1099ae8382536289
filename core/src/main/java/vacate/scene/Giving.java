// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

/** How a cache's owner gives up objects that are not pinned: what get and kick do. */
public enum Giving {
  /** All are kicked. */
  ALL(""),
  /** The cache has no callbacks. */
  NO_OPS("noops"),
  /** {@code get} pins none. */
  GET_NONE("get(none)"),
  /** {@code kick} frees none of those that {@code get} has pinned, and lets them go. */
  KICK_NONE("kick(none)"),
  /** {@code kick} frees the first that {@code get} has pinned, and lets the others go. */
  KICK_ONE("kick(one)"),
  /** All are kicked, and then {@code kick} returns with interrupts off, which it must not. */
  KICK_IRQS_OFF("kick(irqs_off)");

  private final String text;

  Giving(String text) {
    this.text = text;
  }

  /** As a {@link Scenario} spells it; empty for what needs no word. */
  @Override
  public String toString() {
    return text;
  }
}
