// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.BitSpinLock;
import vacate.mm.PageFlag;
import vacate.steps.woven.Recording;

/** {@code include/linux}: barriers, bit operations, locks, lists. */
final class PathsOfTheKernel {
  private PathsOfTheKernel() {}

  static void addTo(Paths paths) {
    paths.add(
        "test_and_set_bit", a -> a.record(() -> a.page.flags.testAndSetBit(PageFlag.PG_LOCKED)));
    paths.add(
        "bit_spin_lock",
        a -> a.record(() -> BitSpinLock.lock(a.cpu, PageFlag.PG_LOCKED, a.page.flags)));
    paths.add(
        "bit_spin_lock/waits",
        a -> {
          BitSpinLock.lock(a.other, PageFlag.PG_LOCKED, a.page.flags);
          Recording.after(
              "cpu_relax()", () -> BitSpinLock.unlock(a.other, PageFlag.PG_LOCKED, a.page.flags));
          return a.record(() -> BitSpinLock.lock(a.cpu, PageFlag.PG_LOCKED, a.page.flags));
        });
    paths.add(
        "bit_spin_trylock",
        a -> a.record(() -> BitSpinLock.trylock(a.cpu, PageFlag.PG_LOCKED, a.page.flags)));
    paths.add(
        "bit_spin_trylock/fails",
        a -> {
          a.lock(a.page);
          return a.record(() -> BitSpinLock.trylock(a.cpu, PageFlag.PG_LOCKED, a.page.flags));
        });
    paths.add(
        "bit_spin_unlock",
        a -> {
          a.lock(a.page);
          return a.record(() -> BitSpinLock.unlock(a.cpu, PageFlag.PG_LOCKED, a.page.flags));
        });
    paths.add("spin_lock", a -> a.record(() -> a.n.listLock.lock(a.cpu)));
    paths.add(
        "spin_lock/waits",
        a -> {
          a.n.listLock.lock(a.other);
          Recording.after("cpu_relax()", () -> a.n.listLock.unlock(a.other));
          return a.record(() -> a.n.listLock.lock(a.cpu));
        });
    paths.add(
        "spin_unlock",
        a -> {
          a.n.listLock.lock(a.cpu);
          return a.record(() -> a.n.listLock.unlock(a.cpu));
        });
    paths.add(
        "atomic_inc_not_zero",
        a -> {
          a.page.count.set(1);
          return a.record(() -> a.page.count.incNotZero());
        });
    paths.add(
        "atomic_inc_not_zero/again",
        a -> {
          a.page.count.set(1);
          Recording.after("read page->_count", a.page.count::inc);
          return a.record(() -> a.page.count.incNotZero());
        });
    paths.add("atomic_inc_not_zero/zero", a -> a.record(() -> a.page.count.incNotZero()));
    paths.add(
        "atomic_dec_and_test",
        a -> {
          a.page.count.set(1);
          return a.record(() -> a.page.count.decAndTest());
        });
    paths.add("atomic_inc", a -> a.record(() -> a.n.nrSlabs.inc()));
    paths.add("atomic_dec", a -> a.record(() -> a.n.nrSlabs.dec()));
    paths.add(
        "list_add",
        a -> {
          a.page.lru.poison();
          Recording.withLinks();
          return a.record(() -> a.n.partial.addOverwriting(a.page.lru));
        });
    paths.add(
        "list_del",
        a -> {
          a.n.partial.addOverwriting(a.page.lru);
          Recording.withLinks();
          return a.record(() -> a.page.lru.del());
        });
  }
}
