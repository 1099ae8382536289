// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.Unshared;

/**
 * All memory: {@code mem_map} and the words behind it. Page frame 0 is never handed out, so that
 * address 0 can be {@code NULL}.
 */
public final class MemMap {
  /** {@code PAGE_SIZE}, in words. */
  public final int pageWords;

  /** No page: where a pointer leads that was read from freed memory. */
  public final Page nowhere = Page.nowhere();

  private final Page[] pages;
  private final long[] words;

  MemMap(int pages, int pageWords) {
    this.pageWords = pageWords;
    this.pages = new Page[pages + 1];
    this.words = new long[(pages + 1) * pageWords];
    for (int pfn = 0; pfn <= pages; pfn++) {
      this.pages[pfn] = new Page(pfn);
    }
  }

  /** Number of page frames, the reserved frame 0 among them. */
  public int frames() {
    return pages.length;
  }

  /** {@code pfn_to_page}. */
  public Page page(int pfn) {
    return pages[pfn];
  }

  /** {@code page_address}. */
  public long address(Page page) {
    return (long) page.pfn * pageWords;
  }

  /**
   * {@code virt_to_page}.
   *
   * @throws KernelBug if there is no memory: the kernel would fault
   */
  @Unshared(because = "Which page an address lies in never changes, unless the page is compound.")
  @Kernel(value = "virt_to_page", inlined = true)
  public Page virtToPage(long address) {
    KernelBug.bugOn(
        address < 0 || address >= words.length,
        "page_fault",
        "unable to handle kernel paging request");
    return pages[(int) address / pageWords];
  }

  /** {@code virt_to_head_page}; see {@link #virtToPage}. */
  @Unshared(because = "Which page an address lies in never changes, unless the page is compound.")
  @Kernel(value = "virt_to_head_page", inlined = true)
  public Page virtToHeadPage(long address) {
    Page page = virtToPage(address);
    return page.isTail() ? pages[(int) page.locklessFreelist] : page;
  }

  /**
   * Loads the word at an address.
   *
   * @throws KernelBug if there is no memory: the kernel would fault
   */
  public long load(long address) {
    return words[check(address)];
  }

  /**
   * Stores a word at an address.
   *
   * @throws KernelBug if there is no memory: the kernel would fault
   */
  public void store(long address, long value) {
    words[check(address)] = value;
  }

  private int check(long address) {
    if (address < pageWords || address >= words.length) {
      throw new KernelBug("page_fault", "unable to handle kernel paging request");
    }
    return (int) address;
  }
}
