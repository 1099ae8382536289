// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.revision.Revision;
import vacate.revision.mutant.Lists;
import vacate.revision.mutant.Publishing;
import vacate.revision.mutant.SlabLocking;
import vacate.revision.mutant.Vacating;
import vacate.slub.Slub;

/** Each mutant differs from the corrected protocol in the step that it is named for. */
class MutantStepsTest {
  private static final World WORLD = new World.Factory().create();

  /**
   * Where a mutant is seen.
   *
   * @param path the path that it is sent down
   * @param table whose step it does not make
   * @param protocol that step
   * @param mutant what it does instead; empty if nothing more
   */
  private record Seen(
      Class<? extends Slub> type, String path, String table, String protocol, String mutant) {
    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  private static final List<Seen> ALL =
      List.of(
          new Seen(
              Vacating.WithInterrupts.class,
              "kmem_cache_vacate/leftover",
              "pinned/lock",
              "local_irq_save()",
              "preempt_disable()"),
          new Seen(
              Vacating.WithoutCacheTest.class,
              "kmem_cache_vacate/no_cache",
              "kmem_cache_vacate/no_cache",
              "up_read(slub_lock)",
              "oops"),
          new Seen(
              Vacating.WithoutCachesKept.class,
              "kmem_cache_vacate/busy",
              "kmem_cache_vacate/busy",
              "down_read_trylock(slub_lock)",
              "page->flags & PG_slab"),
          new Seen(
              Vacating.WithoutDiscard.class,
              "kmem_cache_vacate/emptied",
              "put_back/discarded",
              "read page->inuse",
              "page->flags &= ~PG_active"),
          new Seen(
              Vacating.WithoutFirstPageSlab.class,
              "kmem_cache_vacate/not_slab",
              "pinned/not_slab",
              "page->flags & PG_slab",
              "read page->slab"),
          new Seen(
              Vacating.WithoutFreeze.class,
              "freeze_from_list/partial",
              "freeze_from_list/partial",
              "page->flags |= PG_active",
              ""),
          new Seen(
              Vacating.WithoutFrozenTest.class,
              "kmem_cache_vacate/frozen",
              "pinned/frozen",
              "page->flags & PG_active",
              "read page->inuse"),
          new Seen(
              Vacating.WithoutInuseTest.class,
              "kmem_cache_vacate/empty",
              "pinned/look_again",
              "read page->inuse",
              "read s->ops->get"),
          new Seen(
              Vacating.WithoutReference.class,
              "get_page_unless_zero",
              "atomic_inc_not_zero",
              "smp_mb()",
              ""),
          new Seen(
              Vacating.WithoutRemoval.class,
              "freeze_from_list/partial",
              "freeze_from_list/partial",
              "read page->inuse",
              "page->flags |= PG_active"),
          new Seen(
              Vacating.WithoutSecondPageSlab.class,
              "kmem_cache_vacate/gone",
              "pinned/gone",
              "page->flags & PG_slab",
              "page->flags & PG_active"),
          new Seen(
              Vacating.WithoutSuccessTest.class,
              "kmem_cache_vacate/empty",
              "kmem_cache_vacate/empty",
              "return 0",
              "return 1"),
          new Seen(
              Vacating.WithoutZeroTest.class,
              "kmem_cache_vacate/no_page",
              "atomic_inc_not_zero/zero",
              "read page->_count",
              "atomic page->_count += 1"),
          new Seen(
              Publishing.DebugLate.class,
              "new_slab/debug",
              "new_slab/debug",
              "page->flags |= PG_error",
              "page->flags |= PG_slab"),
          new Seen(
              Publishing.FreelistLate.class,
              "new_slab",
              "new_slab/set_up",
              "s->ctor(page.0)",
              "smp_wmb()"),
          new Seen(
              Publishing.InuseLate.class,
              "new_slab",
              "new_slab/set_up",
              "page->inuse = 0",
              "page->lockless_freelist = NULL"),
          new Seen(
              Publishing.LocklessFreelistLate.class,
              "new_slab",
              "new_slab/set_up",
              "page->lockless_freelist = NULL",
              "page->offset = 1"),
          new Seen(
              Publishing.OffsetLate.class,
              "new_slab",
              "new_slab/set_up",
              "page->offset = 1",
              "page->slab = s"),
          new Seen(
              Publishing.SlabLate.class,
              "new_slab",
              "new_slab/set_up",
              "page->slab = s",
              "s->ctor(page.0)"),
          new Seen(
              Publishing.WithoutWriteBarrier.class,
              "new_slab",
              "new_slab/set_up",
              "smp_wmb()",
              "page->flags |= PG_slab"),
          new Seen(
              SlabLocking.AfterKick.class,
              "__kmem_cache_vacate/leftover",
              "bit_spin_lock",
              "preempt_disable()",
              "read page->inuse"),
          new Seen(
              SlabLocking.ForNewSlab.class,
              "__slab_alloc/new",
              "bit_spin_lock",
              "preempt_disable()",
              "page->flags |= PG_active"),
          new Seen(
              SlabLocking.ForPartialSlab.class,
              "lock_and_freeze_slab",
              "bit_spin_trylock",
              "preempt_disable()",
              "list_del(page->lru)"),
          new Seen(
              SlabLocking.InDiscard.class,
              "discard_slab",
              "bit_spin_lock",
              "preempt_disable()",
              "page->inuse = 0xffff"),
          new Seen(
              SlabLocking.InFlush.class,
              "flush_slab",
              "bit_spin_lock",
              "preempt_disable()",
              "read page->lockless_freelist"),
          new Seen(
              SlabLocking.InFree.class,
              "__slab_free/stays",
              "bit_spin_lock",
              "preempt_disable()",
              "page->flags & PG_error"),
          new Seen(
              SlabLocking.InVacate.class,
              "kmem_cache_vacate/leftover",
              "bit_spin_lock",
              "preempt_disable()",
              "page->flags & PG_slab"),
          new Seen(
              Lists.AddUnlocked.class,
              "add_partial",
              "spin_lock",
              "preempt_disable()",
              "n->nr_partial++"),
          new Seen(
              Lists.CachesLetGo.class,
              "kmem_cache_destroy",
              "flush_all/none",
              "read s->cpu_slab[0]",
              "up_write(slub_lock)"),
          new Seen(
              Lists.FrozenMoved.class,
              "__slab_free/frozen",
              "__slab_free/put",
              "page->flags & PG_active",
              "read page->inuse"),
          new Seen(
              Lists.GetUnlocked.class,
              "get_partial",
              "get_partial",
              "read n->nr_partial",
              "read n->partial->next"),
          new Seen(
              Lists.MapcountKept.class,
              "discard_slab",
              "discard_slab/unmade",
              "page->inuse = 0xffff",
              "page->flags &= ~PG_error"),
          new Seen(
              Lists.NewSlabNotFrozen.class,
              "__slab_alloc/new",
              "__slab_alloc/adopt",
              "page->flags |= PG_active",
              "s->cpu_slab[0] = page"),
          new Seen(
              Lists.PageSlabKept.class,
              "discard_slab",
              "discard_slab/unmade",
              "page->flags &= ~PG_slab",
              "smp_mb()"),
          new Seen(
              Lists.PartialSlabNotFrozen.class,
              "lock_and_freeze_slab",
              "lock_and_freeze_slab",
              "page->flags |= PG_active",
              ""),
          new Seen(
              Lists.RemoveUnlocked.class,
              "remove_partial",
              "spin_lock",
              "preempt_disable()",
              "list_del(page->lru)"),
          new Seen(
              Lists.StaysFrozen.class,
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
    List<Step> mutant = WORLD.run(seen.type, seen.path);
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
  void noMutantIsWithoutOne() {
    assertThat(ALL)
        .extracting(Seen::type)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Vacating.class, Publishing.class, SlabLocking.class, Lists.class)
                .flatMap(c -> Stream.<Class<?>>of(c.getDeclaredClasses()))
                .filter(c -> !Modifier.isAbstract(c.getModifiers()))
                .<Class<? extends Slub>>map(c -> c.asSubclass(Slub.class))
                .toList());
  }
}
