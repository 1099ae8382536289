// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import java.util.Arrays;
import java.util.List;

/** What of the contested page is watched. */
enum PageCell {
  FLAGS("flags.word"),
  COUNT("count.counter"),
  INUSE("inuse"),
  OFFSET("offset"),
  LOCKLESS_FREELIST("locklessFreelist"),
  SLAB("slab"),
  FREELIST("freelist"),
  LRU_NEXT("lru.next"),
  LRU_PREV("lru.prev");

  /** From the state object of a scenario that is played. */
  private final String path;

  PageCell(String path) {
    this.path = "scene.page." + path;
  }

  String path() {
    return path;
  }

  static List<String> paths() {
    return Arrays.stream(values()).map(PageCell::path).toList();
  }
}
