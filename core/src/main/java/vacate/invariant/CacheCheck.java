// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.kernel.ListHead;
import vacate.mm.Page;
import vacate.slub.KmemCache;

/** What a cache has besides slabs: its fields, its CPUs' slabs, its place among the caches. */
final class CacheCheck {
  private final Findings report;
  private final Lists lists;
  private final Blueprint[] caches;

  CacheCheck(Findings report, Lists lists, Blueprint[] caches) {
    this.report = report;
    this.lists = lists;
    this.caches = caches;
  }

  /** A CPU's own slab is a slab of that cache, and no other CPU's. */
  void checkCpuSlabs(Blueprint s) {
    Page[] own = s.cache().cpuSlab;
    for (int cpu = 0; cpu < own.length; cpu++) {
      if (own[cpu] == null) {
        continue;
      }
      if (!lists.isFrame(own[cpu]) || !own[cpu].isSlab() || own[cpu].slab != s.cache()) {
        report.found(
            Violation.CPU_SLAB_NO_SLAB,
            s + ": the slab of CPU " + cpu + " is " + own[cpu] + ", which is no slab of it");
      }
      for (int other = 0; other < cpu; other++) {
        if (own[other] == own[cpu]) {
          report.found(
              Violation.SLAB_OF_TWO_CPUS,
              s + ": " + own[cpu] + " is the slab of CPU " + other + " and of CPU " + cpu);
        }
      }
    }
  }

  void checkFields(Blueprint s) {
    String field = s.lives() ? s.changedField() : null;
    if (field != null) {
      report.found(Violation.CACHE_CHANGED, s + ": " + field + " is not what it was at creation");
    }
    if (!s.lives() && !(s.cache().isPoisoned() && s.node().isPoisoned())) {
      report.found(Violation.FREED_CACHE_WRITTEN, s + " was written to after it was freed");
    }
  }

  /** {@code slab_caches} has each living cache once and nothing else. */
  void checkSlabCaches(ListHead slabCaches) {
    int left = 0;
    for (Blueprint s : caches) {
      left += s.lives() ? 1 : 0;
    }
    boolean sound = slabCaches.isSound();
    for (ListHead at = slabCaches.next; at != slabCaches; at = at.next) {
      if (at == null || left == 0 || !isLiving(at)) {
        report.found(Violation.LIST_CORRUPT, "slab_caches leads to what is no cache");
        return;
      }
      sound &= at.isSound();
      left--;
    }
    if (!sound) {
      report.found(Violation.LIST_CORRUPT, "slab_caches does not lead round backwards");
    }
    if (left != 0) {
      report.found(Violation.CACHE_LOST, left + " caches are not on slab_caches");
    }
  }

  private boolean isLiving(ListHead link) {
    for (Blueprint s : caches) {
      KmemCache cache = s.cache();
      if (cache.list == link && s.lives()) {
        return true;
      }
    }
    return false;
  }
}
