// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.List;
import java.util.stream.IntStream;
import vacate.mm.PageFlag;

/**
 * The contested page between two steps.
 *
 * @param flags all bits of the word
 * @param inuse 0xffff where {@code _mapcount} is -1
 * @param count {@code _count}: references
 * @param hasCache whether {@code page->slab} is not NULL
 * @param freelist first free object, its address; 0 is NULL
 * @param list partial or full, if the list leads to the page; else empty
 * @param cacheFreed whether the cache was destroyed
 */
public record PageState(
    int flags,
    int inuse,
    int count,
    boolean hasCache,
    long freelist,
    String list,
    boolean cacheFreed) {
  private static final int UNSET = 0xffff;

  /** Names of the flags that are set, the lowest bit first. */
  public List<String> flagNames() {
    return flagNames(flags);
  }

  /** Names of the bits that are set, the lowest first. */
  private static List<String> flagNames(int flags) {
    return bits(flags).mapToObj(PageState::flagName).toList();
  }

  /** The names, or that there are none. */
  public static String flagsText(int flags) {
    return flags == 0 ? "none" : String.join("|", flagNames(flags));
  }

  /** The bits that are set, the lowest first. */
  static IntStream bits(int flags) {
    return IntStream.range(0, Integer.SIZE).filter(bit -> (flags >>> bit & 1) != 0);
  }

  static String flagName(int bit) {
    return switch (bit) {
      case PageFlag.PG_LOCKED -> "locked";
      case PageFlag.PG_ERROR -> "debug";
      case PageFlag.PG_ACTIVE -> "frozen";
      case PageFlag.PG_SLAB -> "slab";
      case PageFlag.PG_COMPOUND -> "compound";
      case PageFlag.PG_RECLAIM -> "tail";
      case PageFlag.PG_BUDDY -> "buddy";
      default -> "bit " + bit;
    };
  }

  /** As the kernel would print it: 0xffff, else decimal. */
  public String inuseText() {
    return inuseText(inuse);
  }

  static String inuseText(int inuse) {
    return inuse == UNSET ? "0xffff" : Integer.toString(inuse);
  }

  /** As the kernel would print it. */
  public String freelistText() {
    return addressText(freelist);
  }

  static String addressText(long address) {
    return address == 0 ? "NULL" : "0x" + Long.toHexString(address);
  }

  /** Flags as letters: slab, locked, frozen, debug. */
  public String letters() {
    return letter(PageFlag.PG_SLAB, "S")
        + letter(PageFlag.PG_LOCKED, "L")
        + letter(PageFlag.PG_ACTIVE, "F")
        + letter(PageFlag.PG_ERROR, "D");
  }

  private String letter(int bit, String letter) {
    return (flags >>> bit & 1) != 0 ? letter : "-";
  }
}
