// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps.woven;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import vacate.kernel.ListHead;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.Slub;

/** What the steps call the objects and the words of memory. */
final class Names {
  private final Map<Object, String> objects = new IdentityHashMap<>();
  private final Map<Long, String> addresses = new HashMap<>();
  private final Map<Long, String> words = new HashMap<>();
  private int lists;

  void put(Object object, String name) {
    objects.put(object, name);
  }

  /** The machine, its SLUB and the cache. */
  void putAll(Slub slub, KmemCache s) {
    put(ListHead.LIST_POISON1, "LIST_POISON1");
    put(ListHead.LIST_POISON2, "LIST_POISON2");
    put(slub.machine.pages.zone.lock, "zone->lock");
    put(slub.machine.pages.zone.free, "zone->free");
    put(slub.slubLock, "slub_lock");
    put(slub.slabCaches, "slab_caches");
    for (int cpu = 0; cpu < slub.machine.cpus.length; cpu++) {
      String of = "cpu" + cpu;
      put(slub.machine.cpus[cpu], of);
      put(slub.machine.pages.pcp[cpu], "pcp" + (cpu == 0 ? "" : cpu));
      put(slub.machine.pages.pcp[cpu].list, "pcp" + (cpu == 0 ? "" : cpu) + "->list");
    }
    put(s, "s");
    put(s.list, "s->list");
    put(s.ops, "s");
    put(s.cpuSlab, "s->cpu_slab");
    put(s.localNode, "n");
    put(s.localNode.listLock, "n->list_lock");
    put(s.localNode.nrSlabs, "n->nr_slabs");
    put(s.localNode.partial, "n->partial");
    put(s.localNode.full, "n->full");
  }

  /** A page, and as {@code name.0}, {@code name.1} its objects if it is a slab of the cache. */
  void putPage(Page page, String name, KmemCache s, long address) {
    put(page, name);
    put(page.flags, name + "->flags");
    put(page.count, name + "->_count");
    put(page.lru, name + "->lru");
    for (int i = 0; i < s.objects; i++) {
      long object = address + (long) i * s.size;
      addresses.put(object, name + "." + i);
      for (int word = 0; word < s.size; word++) {
        words.put(object + word, name + "." + i + (word == s.offset ? "->next" : "+" + word));
      }
    }
  }

  /** The name, or null if the object has none: what is done to it is no step. */
  String of(Object object) {
    return objects.get(object);
  }

  /** A new list's head, on the stack of whoever makes it. */
  String putList(Object head) {
    put(head, "list" + ++lists);
    return of(head);
  }

  String pointer(long address) {
    return address == 0
        ? "NULL"
        : addresses.getOrDefault(address, "0x" + Long.toHexString(address));
  }

  static String number(long number) {
    return number >= 0xff00 ? "0x" + Long.toHexString(number) : Long.toString(number);
  }

  /** The word at an address, or null if it is in no page that has a name. */
  String word(long address) {
    return words.get(address);
  }

  String value(Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Long address) {
      return pointer(address);
    }
    return value instanceof Integer number ? number(number) : String.valueOf(of(value));
  }
}
