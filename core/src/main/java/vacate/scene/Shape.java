// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Locale;

/** The state in which the contested page is when the actors start. */
public enum Shape {
  /** Free, and the next page that CPU 0 will make a slab of. */
  FRESH(0),
  /** CPU 0's own slab with one object in use. */
  CPU_SLAB(1),
  /** On the partial list with one object in use. */
  PARTIAL(1),
  /** All objects in use, no CPU's own. */
  FULL(Scene.OBJECTS),
  /** Empty, kept on the partial list. */
  KEPT(0);

  /** How many objects on it are in use. */
  public final int objects;

  Shape(int objects) {
    this.objects = objects;
  }

  /** As a {@link Scenario} spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
