// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vacate.explorer.execution.Frame;
import vacate.port.KernelNames;

/** The functions of the kernel in which it matters that an event is; a set of them is a long. */
enum KernelCall {
  VACATE("kmem_cache_vacate"),
  CORE_VACATE("__kmem_cache_vacate"),
  ISOLATE("kmem_cache_isolate_slab"),
  RECLAIM("kmem_cache_reclaim"),
  FREEZE_FROM_LIST("freeze_from_list"),
  GET_PAGE_UNLESS_ZERO("get_page_unless_zero"),
  PUT_PAGE("put_page"),
  ALLOC_PAGES("alloc_pages"),
  FREE_PAGES("__free_pages"),
  DRAIN_PAGES("drain_local_pages"),
  NEW_SLAB("new_slab"),
  DISCARD_SLAB("discard_slab"),
  FREE_SLAB("__free_slab"),
  ALLOC("kmem_cache_alloc"),
  SLAB_ALLOC("__slab_alloc"),
  FREE("slab_free"),
  GET_PARTIAL("get_partial"),
  ADD_PARTIAL("add_partial"),
  ADD_PARTIAL_TAIL("add_partial_tail"),
  REMOVE_PARTIAL("remove_partial"),
  ADD_FULL("add_full"),
  REMOVE_FULL("remove_full"),
  DEACTIVATE_SLAB("deactivate_slab"),
  SHRINK("kmem_cache_shrink"),
  SHRINK_NODE("__kmem_cache_shrink"),
  DESTROY("kmem_cache_destroy"),
  KFREE("kfree"),
  FREE_HOT_COLD_PAGE("free_hot_cold_page"),
  SLAB_LOCK("slab_lock"),
  SLAB_UNLOCK("slab_unlock"),
  SET_FROZEN("SetSlabFrozen"),
  CLEAR_FROZEN("ClearSlabFrozen"),
  IS_FROZEN("SlabFrozen"),
  IS_SLAB("is_slab"),
  /** Of the port, whose players have it: it handles the interrupt that comes in a scenario. */
  INTERRUPT("handle"),
  /** Likewise: what another process does that has taken the CPU. */
  PROCESS("switch_process"),
  /** One CPU has called another. */
  CALL_INTERRUPT("smp_call_function_interrupt"),
  GET("get"),
  KICK("kick");

  private static final Map<String, KernelCall> BY_NAME = byName();

  private final String name;

  KernelCall(String name) {
    this.name = name;
  }

  private static Map<String, KernelCall> byName() {
    Map<String, KernelCall> calls = new HashMap<>();
    for (KernelCall call : values()) {
      calls.put(call.name, call);
    }
    return Map.copyOf(calls);
  }

  long bit() {
    return 1L << ordinal();
  }

  /** What runs in a frame; empty if it is none of them. */
  static Optional<KernelCall> of(Frame frame) {
    return Optional.ofNullable(BY_NAME.get(KernelNames.function(frame.type(), frame.method())));
  }

  /** Whether it is nothing that its thread has come to by what it does, but interrupts that. */
  boolean interrupts() {
    return this == INTERRUPT || this == PROCESS || this == CALL_INTERRUPT;
  }

  /**
   * All that run in some frames; of what interrupts, not what it has interrupted.
   *
   * @param known says what {@link #of} does
   */
  static long in(List<Frame> stack, Function<Frame, Optional<KernelCall>> known) {
    long in = 0;
    for (Frame frame : stack) {
      KernelCall call = known.apply(frame).orElse(null);
      in |= call == null ? 0 : call.bit();
      if (call != null && call.interrupts()) {
        break;
      }
    }
    return in;
  }
}
