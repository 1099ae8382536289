// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import java.util.Arrays;
import java.util.List;
import vacate.history.Approach;

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
  LRU_PREV("lru.prev"),
  /** Of a version that has freelist and counters as one word. */
  COUNTERS("both") {
    @Override
    String path() {
      return "scene.counters.both";
    }

    @Override
    boolean isOf(Approach approach) {
      return approach == Approach.BY_COUNTERS;
    }
  };

  private final String field;

  PageCell(String field) {
    this.field = field;
  }

  /** From the state object of a scenario that is played. */
  String path() {
    return "scene.page." + field;
  }

  /** Whether versions of that kind have it. */
  boolean isOf(Approach approach) {
    return true;
  }

  static List<String> paths(Approach approach) {
    return Arrays.stream(values()).filter(c -> c.isOf(approach)).map(PageCell::path).toList();
  }
}
