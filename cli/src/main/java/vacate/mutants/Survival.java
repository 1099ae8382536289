// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why no scenario shows a mutant: it is as good as the protocol, or nobody looks there. Of those
 * that order less, what {@link vacate.barriers.Reason} says holds besides.
 */
enum Survival {
  UNCHANGING(
      Kind.EQUIVALENT,
      "one of the two reads what never changes while the page is this slab's, or makes what nobody"
          + " else has",
      "kmem_cache_close: flushAll; getNode",
      "free_list: of; next",
      "__kmem_cache_shrink: getNode; localIrqSave",
      "__kmem_cache_shrink: sortPartialList; head",
      "__kmem_cache_shrink: head; canKick[?]",
      "sort_partial_list: of; next",
      "sort_partial_list: of, slabTrylock.*; isWorthSorting[?]",
      "slab_free: virtToHeadPage; localIrqSave",
      "slab_free: locklessFreelist; LOCKLESS",
      "__slab_free: slabLock; slabDebug[?]",
      "__slab_free: TO_PARTIAL, PARTIAL; getNode, addPartial",
      "__slab_free: discardSlab; return DISCARDED",
      "unfreeze_slab: getNode; clearSlabFrozen",
      "kmem_cache_vacate: unpin; return told",
      "rcu_free_slab: localIrqRestore; of",
      "slab_pad_check: .*",
      "rcu_barrier: rcuGracePeriod; machine, cpus",
      "new_slab: address; has.*",
      "new_slab: has, fill; objects, size"),
  UNDER_ONE_LOCK(
      Kind.EQUIVALENT,
      "both are done with the slab lock, and who looks without it looks at one of the two only",
      "freeze_from_list: removePartial, has, removeFull; setSlabFrozen",
      "__slab_alloc: nextFree; inuse",
      "__slab_alloc: inuse; (freelist|nextFree)",
      "__slab_free: setNextFree; freelist",
      "__slab_free: freelist; inuse",
      "__slab_free: inuse; slabFrozen[?]",
      "discard_slab: resetMapcount; clearSlabDebug",
      "discard_slab: clearSlabDebug; clearPageSlab",
      "unfreeze_slab: clearSlabFrozen; inuse[?]",
      "deactivate_slab: freelist; inuse",
      "on_freelist: .*",
      "alloc_debug_processing: (inuse|freelist); .*",
      "alloc_debug_processing: setTrack; initObject",
      "free_debug_processing: (slabFrozen, removeFull; setTrack|setTrack; initObject)",
      "check_slab: irqsDisabled, bugOn; isSlab[?]"),
  NR_PARTIAL(
      Kind.EQUIVALENT,
      "nr_partial is changed with list_lock, and who reads it without takes it for a hint",
      "sort_partial_list: (del; nrPartial|nrPartial; slabUnlock)",
      "lock_and_freeze_slab: (del; nrPartial|nrPartial; setSlabFrozen)",
      "add_partial: nrPartial; add",
      "add_partial_tail: nrPartial; addTail",
      "remove_partial: del; nrPartial",
      "__kmem_cache_shrink: (moveToTail; nrPartial|nrPartial; setSlabFrozen)"),
  LIST_LOCKED(
      Kind.EQUIVALENT,
      "list_lock is held: no link of the list changes",
      "sort_partial_list: next; inuse",
      "free_list: next; inuse[?]"),
  COUNTS(
      Kind.EQUIVALENT,
      "nr_slabs and the CPU's account of pages only count; who closes a cache reads them when all"
          + " others are kept out, and defrag takes them for a hint",
      "new_slab: getNode, inc; setUpSlab",
      "discard_slab: getNode, dec; retireSlab",
      "__free_slab: modZonePageState; slab",
      "kmem_cache_close: nrPartial; read[?]"),
  OWN_PAGE(
      Kind.EQUIVALENT,
      "nobody else has the page: the stores stand before the barrier, in one order or another",
      "new_slab: inuse; locklessFreelist",
      "new_slab: locklessFreelist; offset",
      "new_slab: offset; slab",
      "new_slab: slab; buildFreelist",
      "new_slab: setupObject, setFreepointer; setupObject",
      "new_slab: setupObject; setFreepointer"),
  MET_ALL_THE_SAME(
      Kind.EQUIVALENT,
      "a slab that is set up is met by other CPUs whether this one's interrupts are on or off, and"
          + " its own handlers have no object of it",
      "new_slab: getNode, inc, setUpSlab; localIrqDisable"),
  BEHIND_INUSE(
      Kind.EQUIVALENT,
      "vacate reads freelist behind inuse > 0, which __slab_alloc sets later, under the slab lock",
      "new_slab: buildFreelist; publicationBarrier"),
  WORDS_OF_AN_OBJECT(
      Kind.EQUIVALENT,
      "different words of an object that nobody has",
      "setup_object: initObject; initTracking",
      "setup_object: slabDebugWanted, initObject, initTracking; (ctor[?]|construct)",
      "init_object: has, fill; .*",
      "init_tracking: setTrack; setTrack",
      "check_bytes_and_report: complain; fill"),
  OWN_CPU(
      Kind.EQUIVALENT,
      "cpu_slab is read by its own CPU alone, whose interrupts are off",
      "__slab_alloc: setSlabFrozen; element",
      "deactivate_slab: nextFree, setNextFree; element",
      "deactivate_slab: element; unfreezeSlab"),
  CALLED_MASKED(
      Kind.EQUIVALENT,
      "on_each_cpu calls it with interrupts off, on every CPU",
      "flush_cpu_slab: (localIrqSave; flushSlab|flushSlab; localIrqRestore)"),
  UNCALLED(
      Kind.EQUIVALENT,
      "only the lock of older versions calls it, which the corrected protocol has not",
      "cmpxchg: .*"),
  OWN_ZAPLIST(
      Kind.EQUIVALENT,
      "the zaplist is this CPU's own, and what is on it is frozen: nobody else moves it",
      "__kmem_cache_shrink: (of; localIrqSave|slabLock; del)"),
  CLOSING(
      Kind.EQUIVALENT,
      "slub_lock keeps vacate out, and a cache that goes has no other user, nor one in an interrupt",
      "kmem_cache_destroy: downWrite; refcount",
      "free_list: (localIrqSave; lock|lock; partial, next|of, del, discardSlab; unlock)",
      "free_list: unlock; localIrqRestore"),
  NOT_LISTED_YET(
      Kind.EQUIVALENT,
      "nobody knows the cache before it is on slab_caches",
      "kmem_cache_create: (objsize|order|flags|ctor|ops); .*",
      "kmem_cache_create: bugOn; enlist"),
  FREED(
      Kind.EQUIVALENT,
      "kfree only counts a cache: poison stands for what it does to it",
      "kmem_cache_destroy: poison; kfree"),
  OWN_MEMORY(
      Kind.EQUIVALENT,
      "kmalloc meets nobody, and what it gives is this CPU's own",
      "kmem_cache_shrink: flushAll; allocScratch",
      "kmem_cache_vacate: kfree; out2: put_page"),
  LAST_REFERENCE(
      Kind.EQUIVALENT,
      "put_page looks at no cache, and who destroys one at no page's count but its own slabs'",
      "kmem_cache_vacate: letCachesGo; unpin"),
  FAULTS_AS_WELL(
      Kind.EQUIVALENT,
      "what the BUG_ON asks for faults at the next access, too",
      "sort_partial_list: bugOn; moveTo",
      "rcu_free_slab: bugOn; __freeSlab"),
  NO_PREEMPTION(
      Kind.EQUIVALENT,
      "interrupts or preemption are off already wherever these locks are taken, so nobody preempts"
          + " the CPU, and the count is its own",
      "(lock|trylock|unlock): (preemptDisable; .*|setRelease; preemptEnable|bugOn; preemptEnable)"),
  CHECKS(
      Kind.EQUIVALENT,
      "a check of what nobody else changes may come before its neighbour or behind it",
      "new_slab: bugOn; localIrqEnable",
      "down_write: mightSleep; .*",
      "lock: bugOn; (bugOn|jiffies)",
      "up_read: bugOn; setRelease"),
  RELEASE_OF_ITS_OWN(
      Kind.EQUIVALENT,
      "the update is a release, for Java has none that orders less and cannot fail, and so what"
          + " stands before it is ordered as well",
      "unlock: smpMbBeforeClearBit; clearBit",
      "test_and_set_bit: smpMb; getAndBitwiseOrRelease",
      "inc_not_zero: smpMb; compareAndExchangeRelease",
      "dec_return: smpMb; getAndAddRelease"),
  IDLE_BEFORE_IT_WAITS(
      Kind.EQUIVALENT,
      "a CPU tells that it is idle before it waits for others, and slub_lock lets one destroy at a"
          + " time: nobody waits for this one's",
      "rcu_barrier: goIdle; rcuGracePeriod"),
  NEW_SLAB_LOCKED(
      Kind.EQUIVALENT,
      "of a new slab: who locked it before found inuse 0 and wrote nothing but the lock's word",
      "__slab_alloc: all order of slabLock"),
  SLAB_DEBUG(
      Kind.EQUIVALENT,
      "SlabDebug does not change while an object of the slab is in use, or its lock is held",
      "(slab_free|unfreeze_slab): opaque load of BitWord.word"),
  BUDDY(
      Kind.EQUIVALENT,
      "nobody else has the page, and a vacate that finds its count 0 writes nothing to its flags",
      "__free_one_page: all order of setBitNonAtomic"),
  CACHES_STAY(
      Kind.EQUIVALENT,
      "slub_lock is held for reading: the list of caches does not change",
      "kmem_cache_defrag: kick, kmalloc, __kmemCacheDefrag, kfree; next"),
  NOT_ITS_OWN(
      Kind.EQUIVALENT,
      "not of the corrected protocol, which does something else in its place",
      "kmem_cache_destroy: upWrite; closeAndFree",
      "new_slab: setPageSlab; .*",
      "__slab_alloc: discardSlab; slabLock",
      "lock_unordered: .*"),

  BEHIND_A_WAIT(
      Kind.EQUIVALENT,
      "who waits only writes behind it, which no machine does before it knows that the wait ends;"
          + " what those for whom he waits have written comes to him by put_page_testzero, too",
      "synchronize_rcu: all order of awaitIdle",
      "rcu_barrier: all order of awaitCallbacks"),

  // ---- what is wrong, and not seen

  LOAD_BUFFERING(
      Kind.UNSEEN,
      "a model with load buffering: what a reader still reads when it has told that it is idle may"
          + " be what was written for those who waited for it",
      "rcu_barrier: all order of goIdle",
      "synchronize_rcu: release store to Cpu.calledBack");

  /** What a survivor is. */
  enum Kind {
    /** As good as the protocol. */
    EQUIVALENT,
    /** Wrong, and what would show it is not there: the reason says what that is. */
    UNSEEN
  }

  /** What kind of reason it is. */
  final Kind kind;

  /** Why it is equivalent, or what would show it. */
  final String sentence;

  private final List<Pattern> changes;

  /**
   * @param sentence why it is equivalent, or what would show it
   * @param changes patterns of kernel functions and what stands there, as {@code add_partial:
   *     nrPartial; add}, or {@code rcu_barrier: all order of goIdle}
   */
  Survival(Kind kind, String sentence, String... changes) {
    this.kind = kind;
    this.sentence = sentence;
    this.changes = Arrays.stream(changes).map(Pattern::compile).toList();
  }

  /** The reason for a mutant; empty if there is none. */
  static Optional<Survival> of(Variant mutant) {
    return Arrays.stream(values()).filter(reason -> reason.isOf(mutant)).findFirst();
  }

  private boolean isOf(Variant mutant) {
    String change = mutant.function() + ": " + mutant.what();
    return changes.stream().anyMatch(pattern -> pattern.matcher(change).matches());
  }

  /** What it is a reason for, as patterns. */
  List<Pattern> changes() {
    return changes;
  }
}
