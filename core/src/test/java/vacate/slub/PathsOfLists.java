// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.steps.woven.Recording;

/** The partial and the full list. */
final class PathsOfLists {
  private PathsOfLists() {}

  static void addTo(Paths paths) {
    paths.add(
        "add_partial",
        a -> {
          a.unlisted(1);
          return a.record(() -> SlabLists.addPartial(a.cpu, a.n, a.page));
        });
    paths.add(
        "add_partial_tail",
        a -> {
          a.unlisted(1);
          return a.record(() -> SlabLists.addPartialTail(a.cpu, a.n, a.page));
        });
    paths.add(
        "remove_partial",
        a -> {
          a.slab(1);
          return a.record(() -> SlabLists.removePartial(a.cpu, a.s, a.page));
        });
    paths.add(
        "add_full",
        a -> {
          a.unlisted(Stage.OBJECTS);
          return a.record(() -> SlabLists.addFull(a.cpu, a.n, a.page));
        });
    paths.add(
        "remove_full",
        SlabFlag.SLAB_STORE_USER,
        a -> {
          a.unlisted(Stage.OBJECTS);
          SlabLists.addFull(a.cpu, a.n, a.page);
          return a.record(() -> SlabLists.removeFull(a.cpu, a.s, a.page));
        });
    paths.add(
        "remove_full/untracked", a -> a.record(() -> SlabLists.removeFull(a.cpu, a.s, a.page)));
    paths.add(
        "lock_and_freeze_slab",
        a -> {
          a.slab(1);
          a.n.listLock.lock(a.cpu);
          return a.record(() -> a.slub.lockAndFreezeSlab(a.cpu, a.n, a.page));
        });
    paths.add(
        "lock_and_freeze_slab/busy",
        a -> {
          a.slab(1);
          a.slub.slabLock(a.other, a.page);
          a.n.listLock.lock(a.cpu);
          return a.record(() -> a.slub.lockAndFreezeSlab(a.cpu, a.n, a.page));
        });
    paths.add("get_partial/none", a -> a.record(() -> a.slub.getPartial(a.cpu, a.s)));
    paths.add(
        "get_partial",
        a -> {
          a.slab(1);
          return a.record(() -> a.slub.getPartial(a.cpu, a.s));
        });
    paths.add(
        "get_partial/second",
        a -> {
          a.slabs(1, 1);
          a.slub.slabLock(a.other, a.page(2));
          return a.record(() -> a.slub.getPartial(a.cpu, a.s));
        });
    paths.add(
        "get_partial/emptied",
        a -> {
          a.slab(1);
          Recording.after("preempt_disable()", () -> SlabLists.removePartial(a.other, a.s, a.page));
          return a.record(() -> a.slub.getPartial(a.cpu, a.s));
        });
  }
}
