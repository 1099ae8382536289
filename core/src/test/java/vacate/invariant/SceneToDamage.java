// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.util.ArrayList;
import java.util.List;
import vacate.mm.Machine;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;

/** The scene of the stress tests, in one of its shapes. */
record SceneToDamage(String name, Scene scene, List<Blueprint> caches) implements Damageable {
  static List<SceneToDamage> all() {
    List<SceneToDamage> scenes = new ArrayList<>();
    for (Revision revision : new Revision[] {Revision.POSTED, Revision.CORRECTED}) {
      for (Shape shape : Shape.values()) {
        for (int flags :
            new int[] {
              0,
              SlabFlag.SLAB_STORE_USER,
              SlabFlag.SLAB_DESTROY_BY_RCU,
              SlabFlag.SLAB_RED_ZONE,
              SlabFlag.SLAB_POISON
            }) {
          Scene scene = new Scene(revision, flags, shape, 2);
          scenes.add(of(scene, "scene " + revision + ' ' + flags + ' ' + shape));
        }
      }
      Scene vacated = new Scene(revision, 0, Shape.FULL, 2);
      vacated.vacate(1); // and so something was freed with kfree
      scenes.add(of(vacated, "scene " + revision + " vacated"));
    }
    return scenes;
  }

  private static SceneToDamage of(Scene scene, String name) {
    return new SceneToDamage(name, scene, List.of(Blueprint.of(scene.cache)));
  }

  @Override
  public Machine machine() {
    return scene.slub.machine;
  }

  @Override
  public List<Damage> damage() {
    return scene.damage();
  }

  @Override
  public List<Cell> cells() {
    return Cells.of(scene.slub, scene.cache);
  }

  @Override
  public String toString() {
    return name;
  }
}
