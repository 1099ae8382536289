// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.HashMap;
import java.util.Map;
import vacate.explorer.ExecutionGraph.Event;
import vacate.explorer.Inspection;
import vacate.explorer.Inspection.Cell;

/** The memory in which the contested page and its lists are, as the events change it. */
final class PageMemory {
  /** More than any scene has pages. */
  private static final int LONGEST_LIST = 16;

  private static final String NONE = "";

  final String flags;
  final String inuse;
  final String slab;
  final String count;
  private final String freelist;
  final String cacheSize;

  private final Map<String, String> now = new HashMap<>();
  private final String cacheSizeAtFirst;
  private final String lru;
  private final String partial;
  private final String full;

  /**
   * Looks where the page of a test is.
   *
   * @param look nothing has run yet
   */
  PageMemory(Inspection look) {
    boolean whole = has(look, "scene");
    String page = whole ? "scene.page" : "page";
    flags = watch(look, page + ".flags.word");
    inuse = watch(look, page + ".inuse");
    slab = watch(look, page + ".slab");
    count = watch(look, page + ".count.counter");
    freelist = watch(look, page + ".freelist");
    watch(look, page + ".lru.next");
    lru = look.cell(page + ".lru").value();
    cacheSize = whole ? watch(look, "scene.cache.objects") : NONE;
    cacheSizeAtFirst = now.get(cacheSize);
    partial = whole ? list(look, "scene.cache.localNode.partial") : NONE;
    full = whole ? list(look, "scene.cache.localNode.full") : NONE;
  }

  /** Whether the test has a scene, so that its machine can be checked. */
  static boolean has(Inspection look, String field) {
    try {
      look.cell(field);
      return true;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private String watch(Inspection look, String path) {
    Cell cell = look.cell(path);
    now.put(cell.location(), cell.value());
    return cell.location();
  }

  /** Watches what is on a list, and returns the name of its head. */
  private String list(Inspection look, String path) {
    String head = look.cell(path).value();
    String at = path;
    do {
      at += ".next";
      watch(look, at);
    } while (!look.cell(at).value().equals(head));
    return head;
  }

  /** An event takes effect. */
  void apply(Event e) {
    if (e.written() != null && (now.containsKey(e.location()) || isLink(e.location()))) {
      now.put(e.location(), e.written());
    }
  }

  private static boolean isLink(String location) {
    return location.startsWith("ListHead#") && location.endsWith(".next");
  }

  /** What is in a location now. */
  String at(String location) {
    return now.get(location);
  }

  PageState state() {
    return new PageState(
        Integer.parseInt(now.get(flags)),
        number(now.get(inuse)),
        Integer.parseInt(now.get(count)),
        !now.get(slab).equals("null"),
        now.get(freelist),
        leadsToPage(partial) ? "partial" : leadsToPage(full) ? "full" : NONE,
        cacheSize.isEmpty() ? false : !now.get(cacheSize).equals(cacheSizeAtFirst));
  }

  private boolean leadsToPage(String head) {
    String at = now.get(head + ".next");
    for (int i = 0; i < LONGEST_LIST && at != null && !at.equals(head); i++) {
      if (at.equals(lru)) {
        return true;
      }
      at = now.get(at + ".next");
    }
    return false;
  }

  /** A {@code u16} as an event shows it. */
  static int number(String character) {
    return character.startsWith("\\u") && character.length() > 2
        ? Integer.parseInt(character.substring(2), 16)
        : character.charAt(0);
  }
}
