// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.explorer.weaken.Edit;
import vacate.revision.Precaution;
import vacate.revision.Revision;

/** Without a precaution the corrected protocol differs in the step that is named after it. */
class MutantStepsTest {
  private static final World.Factory WORLDS = new World.Factory();

  /**
   * Where a mutant is seen.
   *
   * @param path the path that it is sent down
   * @param table whose step it does not make
   * @param protocol that step
   * @param mutant what it does instead; empty if nothing more
   */
  private record Seen(
      Precaution precaution, String path, String table, String protocol, String mutant) {
    @Override
    public String toString() {
      return precaution.name();
    }
  }

  private static final List<Seen> ALL =
      List.of(
          new Seen(
              Precaution.INTERRUPTS_OFF,
              "kmem_cache_vacate/leftover",
              "pinned/lock",
              "local_irq_save()",
              "preempt_disable()"),
          new Seen(
              Precaution.CACHE_TEST,
              "kmem_cache_vacate/no_cache",
              "pinned/no_cache",
              "kfree(NULL)",
              "oops"),
          new Seen(
              Precaution.CACHES_KEPT,
              "kmem_cache_vacate/busy",
              "kmem_cache_vacate/busy",
              "down_read_trylock(slub_lock)",
              "page->flags & PG_slab"),
          new Seen(
              Precaution.DISCARD_EMPTIED,
              "kmem_cache_vacate/emptied",
              "put_back/discarded",
              "read page->inuse",
              "page->flags &= ~PG_active"),
          new Seen(
              Precaution.FIRST_PAGESLAB,
              "kmem_cache_vacate/not_slab",
              "pinned/not_slab",
              "page->flags & PG_slab",
              "read page->slab"),
          new Seen(
              Precaution.FREEZE,
              "freeze_from_list/partial",
              "freeze_from_list/partial",
              "page->flags |= PG_active",
              ""),
          new Seen(
              Precaution.FROZEN_TEST,
              "kmem_cache_vacate/frozen",
              "pinned/frozen",
              "page->flags & PG_active",
              "read page->inuse"),
          new Seen(
              Precaution.INUSE_TEST,
              "kmem_cache_vacate/empty",
              "pinned/look_again",
              "read page->inuse",
              "read s->ops->get"),
          new Seen(
              Precaution.REFERENCE, "get_page_unless_zero", "atomic_inc_not_zero", "smp_mb()", ""),
          new Seen(
              Precaution.REMOVAL,
              "freeze_from_list/partial",
              "freeze_from_list/partial",
              "read page->inuse",
              "page->flags |= PG_active"),
          new Seen(
              Precaution.SECOND_PAGESLAB,
              "kmem_cache_vacate/gone",
              "pinned/gone",
              "page->flags & PG_slab",
              "page->flags & PG_active"),
          new Seen(
              Precaution.SUCCESS,
              "kmem_cache_vacate/empty",
              "kmem_cache_vacate/empty",
              "return 0",
              "return 1"),
          new Seen(
              Precaution.REFERENCE_OF_THE_LIVING,
              "kmem_cache_vacate/no_page",
              "atomic_inc_not_zero/zero",
              "read page->_count",
              "atomic page->_count += 1"),
          new Seen(
              Precaution.DEBUG_EARLY,
              "new_slab/debug",
              "new_slab/debug",
              "page->flags |= PG_error",
              "page->flags |= PG_slab"),
          new Seen(
              Precaution.FREELIST_EARLY,
              "new_slab",
              "new_slab/set_up",
              "s->ctor(page.0)",
              "smp_wmb()"),
          new Seen(
              Precaution.INUSE_EARLY,
              "new_slab",
              "new_slab/set_up",
              "page->inuse = 0",
              "page->lockless_freelist = NULL"),
          new Seen(
              Precaution.LOCKLESS_EARLY,
              "new_slab",
              "new_slab/set_up",
              "page->lockless_freelist = NULL",
              "page->offset = 1"),
          new Seen(
              Precaution.OFFSET_EARLY,
              "new_slab",
              "new_slab/set_up",
              "page->offset = 1",
              "page->slab = s"),
          new Seen(
              Precaution.SLAB_EARLY,
              "new_slab",
              "new_slab/set_up",
              "page->slab = s",
              "s->ctor(page.0)"),
          new Seen(
              Precaution.WRITE_BARRIER,
              "new_slab",
              "new_slab/set_up",
              "smp_wmb()",
              "page->flags |= PG_slab"),
          new Seen(
              Precaution.LOCK_AFTER_KICK,
              "__kmem_cache_vacate/leftover",
              "bit_spin_lock",
              "preempt_disable()",
              "read page->inuse"),
          new Seen(
              Precaution.LOCK_FOR_NEW_SLAB,
              "__slab_alloc/new",
              "bit_spin_lock",
              "preempt_disable()",
              "page->flags |= PG_active"),
          new Seen(
              Precaution.LOCK_FOR_PARTIAL_SLAB,
              "lock_and_freeze_slab",
              "bit_spin_trylock",
              "preempt_disable()",
              "list_del(page->lru)"),
          new Seen(
              Precaution.LOCK_IN_DISCARD,
              "discard_slab",
              "bit_spin_lock",
              "preempt_disable()",
              "page->inuse = 0xffff"),
          new Seen(
              Precaution.LOCK_IN_FLUSH,
              "flush_slab",
              "bit_spin_lock",
              "preempt_disable()",
              "read page->lockless_freelist"),
          new Seen(
              Precaution.LOCK_IN_FREE,
              "__slab_free/stays",
              "bit_spin_lock",
              "preempt_disable()",
              "page->flags & PG_error"),
          new Seen(
              Precaution.LOCK_IN_VACATE,
              "kmem_cache_vacate/leftover",
              "bit_spin_lock",
              "preempt_disable()",
              "page->flags & PG_slab"),
          new Seen(
              Precaution.LIST_LOCK_IN_ADD,
              "add_partial",
              "spin_lock",
              "preempt_disable()",
              "n->nr_partial++"),
          new Seen(
              Precaution.CACHES_HELD,
              "kmem_cache_destroy",
              "flush_all/none",
              "preempt_disable()",
              "up_write(slub_lock)"),
          new Seen(
              Precaution.FROZEN_TEST_IN_FREE,
              "__slab_free/frozen",
              "__slab_free/put",
              "page->flags & PG_active",
              "read page->inuse"),
          new Seen(
              Precaution.LIST_LOCK_IN_GET,
              "get_partial",
              "spin_lock",
              "preempt_disable()",
              "read n->partial->next"),
          new Seen(
              Precaution.MAPCOUNT_RESET,
              "discard_slab",
              "discard_slab/unmade",
              "page->inuse = 0xffff",
              "page->flags &= ~PG_error"),
          new Seen(
              Precaution.NEW_SLAB_FROZEN,
              "__slab_alloc/new",
              "__slab_alloc/adopt",
              "page->flags |= PG_active",
              "s->cpu_slab[0] = page"),
          new Seen(
              Precaution.PAGESLAB_CLEARED,
              "discard_slab",
              "discard_slab/unmade",
              "page->flags &= ~PG_slab",
              "smp_mb()"),
          new Seen(
              Precaution.PARTIAL_SLAB_FROZEN,
              "lock_and_freeze_slab",
              "lock_and_freeze_slab",
              "page->flags |= PG_active",
              ""),
          new Seen(
              Precaution.LIST_LOCK_IN_REMOVE,
              "remove_partial",
              "spin_lock",
              "preempt_disable()",
              "list_del(page->lru)"),
          new Seen(
              Precaution.UNFREEZE,
              "unfreeze_slab/partial",
              "unfreeze_slab/partial",
              "page->flags &= ~PG_active",
              "read page->inuse"));

  static List<Seen> all() {
    return ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void itDiffersFirstInTheStepThatItIsNamedFor(Seen seen) {
    List<Step> protocol = KernelTables.of(Revision.CORRECTED).steps(seen.path);
    World world =
        WORLDS.create(
            World.Changes.of(Arrays.stream(seen.precaution.edits()).map(Edit::of).toList()));
    List<Step> mutant = world.run(seen.precaution.type(), seen.path);
    Difference difference = Difference.first(protocol, mutant);
    assertThat(difference).as("a difference").isNotNull();
    String told = difference.told(seen.path, protocol, mutant);
    assertThat(difference.expected()).as(told).isNotNull();
    assertThat(difference.expected().place()).as(told).startsWith(seen.table + ", ");
    assertThat(difference.expected().access()).as(told).isEqualTo(seen.protocol);
    assertThat(difference.made() == null ? "" : difference.made().access())
        .as(told)
        .isEqualTo(seen.mutant);
  }

  @Test
  void noPrecautionIsWithoutOne() {
    assertThat(ALL).extracting(Seen::precaution).containsExactlyInAnyOrder(Precaution.values());
  }
}
