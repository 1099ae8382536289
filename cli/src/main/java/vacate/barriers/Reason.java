// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a mutant that no test needs is redundant. */
public enum Reason {
  INTERRUPTS(
      "kmem_cache_vacate",
      "^interrupts",
      "blind spot: no judge interrupts a CPU; a handler that frees would want the lock for ever"),
  SLAB_EARLY(
      "new_slab", "^page->slab", "vacate finds no cache and gives up, which is always allowed"),
  OTHERS_EARLY(
      "new_slab",
      "^(page->offset|freelist|lockless_freelist) before",
      "vacate reads it behind inuse > 0, which __slab_alloc sets later, under the slab lock"),
  OWN_PAGE(
      "prep_new_page|__rmqueue|free_pages_check",
      ".",
      "nobody else has the page: put_page_testzero stands before, smp_wmb behind"),
  ZONE("rmqueue_bulk", ".", "blind spot: one CPU at a time wants the zone in these tests"),
  NR_SLABS(
      "new_slab|discard_slab|kmem_cache_close",
      "of AtomicT.counter",
      "nr_slabs only counts; kmem_cache_close reads it when slub_lock keeps all others out, and"
          + " defrag takes it for a hint"),
  PAGESLAB_STORE(
      "new_slab",
      "setPageSlab|setSlabDebug",
      "smp_wmb stands before it, and vacate looks again under the lock"),
  NEW_LOCKED(
      "__slab_alloc",
      "slabLock",
      "of a new slab: who locked it before found inuse 0 and wrote nothing but the lock's word; of"
          + " the CPU's own: blind spot, no test frees into it when it is on its second object"),
  FLAGS_WRITTEN(
      ".*",
      "setSlabFrozen|clearSlabFrozen|setPageSlab|clearPageSlab|setSlabDebug|clearSlabDebug",
      "a flag in the word of the lock, written under it: the update that takes the lock next"
          + " reads it"),
  FLAGS_READ(
      "__slab_alloc|__slab_free|kmem_cache_vacate|check_slab|free_debug_processing|vacate",
      "opaque load of (BitWord.word|LockingReader.flags)",
      "a flag in the word of the lock, read under it, or read again there: coherence does the rest"),
  COMPOUND(
      "put_page|virt_to_head_page",
      "opaque load of BitWord.word",
      "PG_compound does not change while anybody has the page"),
  REFERENCE(
      "get_page_unless_zero",
      ".",
      "the count needs to be atomic only: PageSlab is read again under the slab lock, and behind"
          + " slub_lock's barrier stands page->slab"),
  NOTHING_WRITTEN(
      "vacate|kmem_cache_vacate",
      "slabUnlock",
      "who gave up has written nothing; that a read stays before the unlock only load buffering"
          + " could break"),
  PUT_BACK(
      "unfreeze_slab",
      "slabUnlock",
      "blind spot: no test vacates a slab that its CPU has emptied and puts back"),
  LOCK_WORD_AND_LIST(
      "__kmem_cache_vacate|sort_partial_list",
      "slabUnlock",
      "all that was written by then is in the word of the lock, or under list_lock"),
  CACHES_LET_GO(
      "kmem_cache_vacate",
      "upRead",
      "slab_unlock's barrier orders its writes before; late reads would be load buffering"),
  FREED_INTO(
      "lock_and_freeze_slab",
      "slabTrylock",
      "blind spot: no test frees two of three objects into a slab that stays on the list"),
  LISTED_BY(
      "sort_partial_list",
      "slabTrylock",
      "list_lock is held: who put an empty slab on the list wrote all else before"),
  LISTED_LAST(
      "add_partial_tail",
      ".",
      "as add_partial's, needed where two slabs move; no test has an empty slab beside another"),
  LISTS_BY_SLAB(
      "get_partial", "unlock", "blind spot: no test has two CPUs that take slabs from the list"),
  DESTROYED(
      "free_list|kfree",
      ".",
      "slub_lock keeps vacate out, and a cache that goes has no other user"),
  LOCKED_BEFORE(
      "discard_slab",
      "slabLock",
      "this CPU had the lock last but for those who gave up and wrote nothing"),
  GONE(
      "discard_slab",
      "slabUnlock",
      "PageSlab is off in the same word; put_page_testzero orders the rest for the next owner"),
  TORN_DOWN(
      "kmem_cache_destroy",
      "upWrite",
      "the last page was freed before, behind put_page_testzero's barrier");

  /** What no test looks at. */
  private static final Set<Reason> BLIND =
      EnumSet.of(INTERRUPTS, ZONE, NEW_LOCKED, PUT_BACK, FREED_INTO, LISTED_LAST, LISTS_BY_SLAB);

  private final Pattern function;
  private final Pattern what;
  private final String sentence;

  Reason(String function, String what, String sentence) {
    this.function = Pattern.compile(function);
    this.what = Pattern.compile(what);
    this.sentence = sentence;
  }

  /** What is not needed to be right, and why; of what is only not looked at nothing. */
  public static Optional<String> why(String function, String what) {
    return Arrays.stream(values())
        .filter(reason -> !BLIND.contains(reason))
        .filter(reason -> reason.isOf(function, what))
        .findFirst()
        .map(reason -> reason.sentence);
  }

  private boolean isOf(String changed, String stands) {
    return function.matcher(changed).matches() && what.matcher(stands).find();
  }

  /** What stands there, as a pattern. */
  String what() {
    return what.pattern();
  }

  /** The functions that it is a reason in, as a pattern. */
  String function() {
    return function.pattern();
  }

  /** The line with its reason, if it needs one and there is one. */
  static MutantResult explain(MutantResult line) {
    if (line.isNeeded() || line.why() != null) {
      return line;
    }
    for (Reason reason : values()) {
      if (reason.isOf(line.function(), line.what())) {
        return line.because(reason.sentence);
      }
    }
    return line;
  }
}
