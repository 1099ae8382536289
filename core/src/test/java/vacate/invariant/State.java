// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.util.function.BiConsumer;
import vacate.mm.Gfp;
import vacate.slub.KmemCache;

/** What a machine is in when it is damaged: the states in which a cache's slab can be. */
enum State {
  NO_SLAB((world, s) -> {}),
  CPU_SLAB((world, s) -> world.alloc(world.cpu0, s)),
  /** Some other CPU has freed into the slab meanwhile. */
  CPU_SLAB_AND_REMOTE_FREE(
      (world, s) -> {
        long first = world.alloc(world.cpu0, s);
        world.alloc(world.cpu0, s);
        world.free(world.cpu1, s, first);
      }),
  SLABS_OF_BOTH_CPUS(
      (world, s) -> {
        world.alloc(world.cpu0, s);
        world.alloc(world.cpu1, s);
      }),
  PARTIAL(
      (world, s) -> {
        world.alloc(world.cpu0, s);
        world.slub.flushAll(world.cpu0, s);
      }),
  FULL(State::fill),
  /** Empty and kept on the partial list, behind one in use. */
  KEPT(
      (world, s) -> {
        long first = world.alloc(world.cpu0, s);
        world.alloc(world.cpu1, s);
        world.free(world.cpu0, s, first);
        world.slub.flushAll(world.cpu0, s);
      }),
  /** Free, or waiting for a grace period. */
  DISCARDED(
      (world, s) -> {
        fill(world, s);
        for (long object : world.live.clone()) {
          world.free(world.cpu1, s, object);
        }
      }),
  DESTROYED(
      (world, s) -> {
        DISCARDED.make.accept(world, s);
        world.slub.rcuGracePeriodEnds(world.cpu1);
        world.slub.kmemCacheDestroy(world.cpu0, s);
      }),
  /** Beside a slab of another cache, with pages in both CPUs' free lists. */
  TWO_CACHES(
      (world, s) -> {
        PARTIAL.make.accept(world, s);
        KmemCache other = world.cache(0, 0, null);
        world.alloc(world.cpu1, other);
        world.slub.flushAll(world.cpu1, other);
        world.machine.pages.freePages(
            world.cpu1, world.machine.pages.allocPages(world.cpu1, Gfp.KERNEL, 0), 0);
      });

  private final BiConsumer<World, KmemCache> make;

  State(BiConsumer<World, KmemCache> make) {
    this.make = make;
  }

  World of(Flavour flavour) {
    World world = new World(flavour + " " + this);
    make.accept(world, flavour.cache(world));
    return world;
  }

  private static void fill(World world, KmemCache s) {
    for (int i = 0; i < s.objects; i++) {
      world.alloc(world.cpu0, s);
    }
    world.slub.flushAll(world.cpu0, s);
  }
}
