// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

/** What there is around the contested page at the start of a {@link Scenario}. */
public enum Circumstance {
  /** Another slab on the partial list, with one object in use that no CPU knows. */
  SECOND("second"),
  /**
   * As many other slabs on the partial list as may be kept there, {@link
   * vacate.slub.Slub#MAX_PARTIAL}, half of each in use and known to no CPU. Behind them the
   * contested page, if it is on the list, is one too many.
   */
  CROWDED("crowded"),
  /** Who is no user of the cache has a reference to the page, and puts it. */
  REFERENCED("referenced"),
  /** A slab is two pages. */
  COMPOUND("compound");

  private final String text;

  Circumstance(String text) {
    this.text = text;
  }

  /** As a {@link Scenario} spells it. */
  @Override
  public String toString() {
    return text;
  }
}
