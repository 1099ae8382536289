// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.mm.Gfp;
import vacate.mm.Page;
import vacate.mm.PerCpuPages;

/** The page allocator and references to pages. */
final class PathsOfPages {
  private PathsOfPages() {}

  static void addTo(Paths paths) {
    paths.add(
        "alloc_pages",
        a -> {
          a.warm(1);
          return a.record(() -> a.machine.pages.allocPages(a.cpu, Gfp.KERNEL, 0));
        });
    paths.add(
        "alloc_pages/from_zone",
        a -> a.record(() -> a.machine.pages.allocPages(a.cpu, Gfp.KERNEL, 0)));
    paths.add(
        "alloc_pages/fails",
        a -> {
          a.useUpMemory();
          return a.record(() -> a.machine.pages.allocPages(a.cpu, Gfp.KERNEL, 0));
        });
    paths.add(
        "__free_pages",
        a -> {
          Page page = a.machine.pages.allocPages(a.cpu, Gfp.KERNEL, 0);
          return a.record(() -> a.machine.pages.freePages(a.cpu, page, 0));
        });
    paths.add(
        "__free_pages/others",
        a -> {
          Page page = a.machine.pages.allocPages(a.cpu, Gfp.KERNEL, 0);
          a.machine.pages.getPageUnlessZero(page);
          return a.record(() -> a.machine.pages.freePages(a.cpu, page, 0));
        });
    paths.add(
        "__free_pages/high",
        a -> {
          Page page = a.machine.pages.allocPages(a.cpu, Gfp.KERNEL, 0);
          a.warm(PerCpuPages.HIGH - 1);
          return a.record(() -> a.machine.pages.freePages(a.cpu, page, 0));
        });
    paths.add(
        "put_page",
        a -> {
          Page page = a.machine.pages.allocPages(a.cpu, Gfp.KERNEL, 0);
          return a.record(() -> a.machine.pages.putPage(a.cpu, page));
        });
    paths.add(
        "put_page/others",
        a -> {
          Page page = a.machine.pages.allocPages(a.cpu, Gfp.KERNEL, 0);
          a.machine.pages.getPageUnlessZero(page);
          return a.record(() -> a.machine.pages.putPage(a.cpu, page));
        });
    paths.add(
        "get_page_unless_zero",
        a -> {
          a.page.count.set(1);
          return a.record(() -> a.slub.getPageUnlessZero(a.page));
        });
    paths.add("get_page_unless_zero/free", a -> a.record(() -> a.slub.getPageUnlessZero(a.page)));
  }
}
