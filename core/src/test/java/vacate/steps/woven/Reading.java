// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps.woven;

import java.lang.reflect.Field;
import vacate.kernel.Cpu;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.mm.PerCpuPages;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;

/** What the record needs to know of the port without a trace of having looked. */
final class Reading {
  private static Object words;

  private Reading() {}

  /** This class is not woven: its reads are no steps. */
  static long counter(Object of, String field) {
    if (of instanceof Page page) {
      return page.inuse;
    }
    if (of instanceof KmemCacheNode n) {
      return n.nrPartial;
    }
    if (of instanceof KmemCache s) {
      return s.refcount;
    }
    return of instanceof PerCpuPages pcp ? pcp.count : ((Cpu) of).nrSlab;
  }

  static void memory(MemMap memory) {
    try {
      Field field = MemMap.class.getDeclaredField("words");
      field.setAccessible(true);
      words = field.get(memory);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static boolean isMemory(Object array) {
    return array == words;
  }
}
