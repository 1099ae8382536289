// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.HashMap;
import java.util.Map;
import vacate.explorer.Inspection;
import vacate.explorer.Inspection.Cell;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Location.Field;
import vacate.explorer.execution.Value;
import vacate.kernel.ListHead;

/** The memory in which the contested page and its lists are, as the events change it. */
final class PageMemory {
  /** More than any scene has pages. */
  private static final int LONGEST_LIST = 16;

  private static final String NONE = "";

  final Location flags;
  final Location inuse;
  final Location slab;
  final Location count;
  final Location freelist;

  /** Null if the test has no cache. */
  final Location cacheSize;

  private final Value result;
  private final Map<Location, Value> now = new HashMap<>();
  private final Value cacheSizeAtFirst;
  private final Value lru;
  private final Value partial;
  private final Value full;

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
    cacheSize = whole ? watch(look, "scene.cache.objects") : null;
    cacheSizeAtFirst = now.get(cacheSize);
    partial = whole ? list(look, "scene.cache.localNode.partial") : null;
    full = whole ? list(look, "scene.cache.localNode.full") : null;
    result = look.result();
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

  private Location watch(Inspection look, String path) {
    Cell cell = look.cell(path);
    now.put(cell.location(), cell.value());
    return cell.location();
  }

  /** Watches what is on a list, and returns its head. */
  private Value list(Inspection look, String path) {
    Value head = look.cell(path).value();
    String at = path;
    do {
      at += ".next";
      watch(look, at);
    } while (!look.cell(at).value().equals(head));
    return head;
  }

  /** An event takes effect. */
  void apply(Event e) {
    if (e.writes() && (now.containsKey(e.location()) || isLink(e.location()))) {
      now.put(e.location(), e.written());
    }
  }

  private static boolean isLink(Location location) {
    return location instanceof Field f && f.is(ListHead.class, "next");
  }

  /** What is in a location now. */
  Value at(Location location) {
    return now.get(location);
  }

  /** Whether an actor puts down what it came to. */
  boolean isResult(Event e) {
    return e.writes() && e.location() instanceof Field f && f.owner().equals(result);
  }

  PageState state() {
    return new PageState(
        (int) number(now.get(flags)),
        (int) number(now.get(inuse)),
        (int) number(now.get(count)),
        !now.get(slab).equals(Value.NULL),
        number(now.get(freelist)),
        leadsToPage(partial) ? "partial" : leadsToPage(full) ? "full" : NONE,
        cacheSize != null && !now.get(cacheSize).equals(cacheSizeAtFirst));
  }

  private boolean leadsToPage(Value head) {
    Value at = next(head);
    for (int i = 0; i < LONGEST_LIST && at != null && !at.equals(head); i++) {
      if (at.equals(lru)) {
        return true;
      }
      at = next(at);
    }
    return false;
  }

  private Value next(Value list) {
    return now.get(new Field(list, "next"));
  }

  /** A text as it is, and not as a literal. */
  static String text(Value value) {
    return value instanceof Value.Text t ? t.text() : value.toString();
  }

  /** What a location of a primitive type holds. */
  static long number(Value value) {
    return ((Value.Primitive) value).number();
  }
}
