// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Frame;
import vacate.port.KernelNames;

/**
 * In which kernel function an event is. Beside the {@link KernelNames}, which are those of
 * functions with a barrier, lock or check, all others that a witness may lead through are listed
 * here.
 */
public final class KernelFunction {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("nextCpuSlab", "__slab_alloc"),
          Map.entry("vacate", "kmem_cache_vacate"),
          Map.entry("hasNoCache", "kmem_cache_vacate"),
          Map.entry("irqSave", "kmem_cache_vacate"),
          Map.entry("irqRestore", "kmem_cache_vacate"),
          Map.entry("canKick", "kmem_cache_vacate"),
          Map.entry("unpin", "kmem_cache_vacate"),
          Map.entry("collectObjects", "__kmem_cache_vacate"),
          Map.entry("buildFreelist", "new_slab"),
          Map.entry("freeSlabNow", "__free_slab"),
          Map.entry("setPageSlab", "__SetPageSlab"),
          Map.entry("clearPageSlab", "__ClearPageSlab"),
          Map.entry("setSlabFrozen", "SetSlabFrozen"),
          Map.entry("clearSlabFrozen", "ClearSlabFrozen"),
          Map.entry("setSlabDebug", "SetSlabDebug"),
          Map.entry("clearSlabDebug", "ClearSlabDebug"),
          Map.entry("zapSparse", "__kmem_cache_shrink"),
          Map.entry("defragNode", "__kmem_cache_defrag"),
          Map.entry("countPartial", "__kmem_cache_defrag"),
          Map.entry("closeAndFree", "kmem_cache_destroy"),
          Map.entry("takeRun", "buffered_rmqueue"),
          Map.entry("freePages", "__free_pages"),
          Map.entry("freeCompound", "free_compound_page"));

  /** Macros, and what is no function of its own: they are told as part of who uses them. */
  private static final Set<String> INLINE =
      Set.of(
          "isSlab",
          "slabFrozen",
          "slabDebug",
          "cacheOf",
          "has",
          "slabDebugWanted",
          "putPageTestzero",
          "isBad",
          "isFree",
          "said",
          "returnValue",
          "poison");

  private KernelFunction() {}

  /** The innermost function of slab, page allocator or callback; null if there is none. */
  public static String innermost(Event e) {
    for (Frame f : e.stack()) {
      if (isFunction(f)) {
        return name(f.method());
      }
    }
    return null;
  }

  /** The outermost: what the actor called; null if there is none. */
  static String outermost(Event e) {
    List<Frame> stack = e.stack();
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (isFunction(stack.get(i))) {
        return name(stack.get(i).method());
      }
    }
    return null;
  }

  /** Whether a method is among those that run. */
  static boolean isIn(Event e, String method) {
    return e.stack().stream().anyMatch(f -> f.method().equals(method));
  }

  private static boolean isFunction(Frame f) {
    boolean callback = f.method().equals("get") || f.method().equals("kick");
    return (f.type().startsWith("vacate.slub.")
            || f.type().startsWith("vacate.revision.")
            || f.type().startsWith("vacate.mm.PageAllocator")
            || callback && !f.type().startsWith("vacate.kernel."))
        && !f.method().startsWith("lambda$")
        && !f.method().startsWith("<")
        && !INLINE.contains(f.method());
  }

  /** {@code newSlab} is {@code new_slab}. */
  static String name(String method) {
    String listed = NAMES.get(method);
    return listed != null ? listed : KernelNames.function(method);
  }
}
