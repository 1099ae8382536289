// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import vacate.kernel.OneStep;
import vacate.mm.MemMap;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * Actor 0 allocates from a cache without slabs, which sets up all objects of a new one: one {@link
 * OneStep}, in a method that every revision inherits. Who looks sees how many there are so far.
 */
public final class SlabSetUp extends Primitive {
  private final Scene scene;

  SlabSetUp(Revision revision) {
    scene = new Scene(revision, 0, Shape.FRESH, 2);
  }

  @Override
  public void change(int actor) {
    if (actor == 0) {
      scene.alloc(0);
    }
  }

  /** Looks at the first object first: a step that is done between the two looks is not seen. */
  @Override
  public int look() {
    for (int i = 0; i < Scene.OBJECTS; i++) {
      if (!isSetUp(i)) {
        return i;
      }
    }
    return Scene.OBJECTS;
  }

  private boolean isSetUp(int object) {
    MemMap memory = scene.slub.machine.memMap;
    return memory.load(memory.address(scene.page) + (long) object * scene.cache.size) != 0;
  }
}
