// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import vacate.kernel.BitWord;
import vacate.kernel.CrossCall;
import vacate.kernel.Kfreed;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.mm.Page;
import vacate.mm.PageOwner;
import vacate.slub.Constructor;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.KmemCacheOps;
import vacate.slub.Slub;

/**
 * One cell that holds a wrong value.
 *
 * @param cell which
 * @param value what it holds instead of what is right
 */
record Wreck(Cell cell, Object value) {
  /** Does it, looks, and undoes it. */
  List<Damage> damage(Damageable world) {
    Object right = cell.get();
    cell.set(value);
    try {
      return world.damage();
    } finally {
      cell.set(right);
    }
  }

  /** Every wreck of a cell that we try. */
  static List<Wreck> of(Cell cell, List<Cell> all, Damageable world) {
    Object right = cell.get();
    List<Wreck> wrecks = new ArrayList<>();
    for (Object wrong : new LinkedHashSet<>(wrongs(cell, right, all, world))) {
      if (!isSame(wrong, right)) {
        wrecks.add(new Wreck(cell, wrong));
      }
    }
    return wrecks;
  }

  private static boolean isSame(Object a, Object b) {
    return a instanceof Number || a instanceof Character ? Objects.equals(a, b) : a == b;
  }

  private static Collection<?> wrongs(Cell cell, Object right, List<Cell> all, Damageable world) {
    Class<?> type = cell.type();
    if (type == boolean.class) {
      return List.of(!(boolean) right);
    } else if (type == char.class) {
      char c = (char) right;
      return List.of((char) (c + 1), (char) (c - 1), (char) 0, (char) 1, Page.MAPCOUNT_RESET);
    } else if (type == int.class) {
      return ints((int) right, cell.owner() instanceof BitWord);
    } else if (type == long.class) {
      return longs((long) right, world);
    }
    return references(type, all);
  }

  private static List<Integer> ints(int right, boolean bits) {
    List<Integer> wrongs =
        new ArrayList<>(
            List.of(right + 1, right - 1, right ^ 2, 0, 1, -1, Integer.MAX_VALUE, Kmalloc.POISON));
    for (int bit = 0; bits && bit < 32; bit++) {
      wrongs.add(right ^ 1 << bit);
    }
    return wrongs;
  }

  /** Numbers, and where the objects of all slabs begin. */
  private static List<Long> longs(long right, Damageable world) {
    List<Long> wrongs =
        new ArrayList<>(List.of(right + 1, right - 1, ~right, -1L, 0L, 1L, 2L, 1L << 40));
    for (int pfn = 1; pfn < world.machine().memMap.frames(); pfn++) {
      Page page = world.machine().memMap.page(pfn);
      if (page.isSlab()) {
        KmemCache s = Slub.cacheOf(page);
        for (int i = 0; i < s.objects; i++) {
          wrongs.add(world.machine().memMap.address(page) + (long) i * s.size);
        }
      }
    }
    return wrongs;
  }

  /** Nothing, what else the machine has of the kind, and one that it does not have. */
  private static List<Object> references(Class<?> type, List<Cell> all) {
    List<Object> wrongs = new ArrayList<>();
    wrongs.add(null);
    if (type == ListHead.class) {
      wrongs.addAll(Cells.structures(all, ListHead.class));
      wrongs.addAll(List.of(ListHead.LIST_POISON1, ListHead.LIST_POISON2));
      wrongs.addAll(List.of(ListHead.head(), ListHead.entryOf("nobody")));
    } else if (type == Page.class) {
      wrongs.addAll(Cells.structures(all, Page.class));
      wrongs.add(new World("").machine.memMap.page(1));
    } else if (type == PageOwner.class) {
      wrongs.addAll(Cells.structures(all, KmemCache.class));
      wrongs.add(new PageOwner() {});
    } else if (type == KmemCacheNode.class) {
      wrongs.addAll(Cells.structures(all, KmemCacheNode.class));
    } else if (type == Kfreed.class) {
      wrongs.addAll(Cells.structures(all, Kfreed.class));
    } else if (type == Constructor.class) {
      wrongs.add((Constructor) (memory, object) -> {});
    } else if (type == CrossCall.Function.class) {
      wrongs.add((CrossCall.Function) cpu -> {});
    } else if (type == KmemCacheOps.class) {
      wrongs.add(KmemCacheOps.NONE);
    } else if (type == String.class) {
      wrongs.add("wrong");
    } else {
      throw new AssertionError("no wrong values are known for " + type);
    }
    return wrongs;
  }

  @Override
  public String toString() {
    return cell + " = " + value + " instead of " + cell.get();
  }
}
