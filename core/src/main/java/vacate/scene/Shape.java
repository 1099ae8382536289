// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

/** The state in which the contested page is when the actors start. */
public enum Shape {
  /** Free, and the next page that CPU 0 will make a slab of. */
  FRESH("fresh", 0),
  /** CPU 0's own slab with one object in use. */
  CPU_SLAB("cpu_slab", 1),
  /** On the partial list with one object in use. */
  PARTIAL("partial", 1),
  /** All objects in use, no CPU's own. */
  FULL("full", Start.MOST),
  /** Empty, kept on the partial list. */
  KEPT("kept", 0);

  private final int objects;

  private final String text;

  Shape(String text, int objects) {
    this.text = text;
    this.objects = objects;
  }

  /** How many objects on it are in use, if it has room for so many. */
  public int objects(int perSlab) {
    return Math.min(objects, perSlab);
  }

  /** As a {@link Scenario} spells it. */
  @Override
  public String toString() {
    return text;
  }
}
