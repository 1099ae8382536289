// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.mm.Gfp;
import vacate.mm.PageFlag;
import vacate.revision.Revision;
import vacate.slub.Slub;

/** The word in which each operation tells its way. */
class SceneWordsTest {
  @Test
  void allocTellsWhereTheObjectIs() {
    Scene scene = scene(Shape.CPU_SLAB);
    assertThat(scene.alloc(0)).isEqualTo("PAGE");
    assertThat(scene.alloc(0)).isEqualTo("ELSEWHERE");
    assertThat(scene.outcome()).isEqualTo("SLAB");
  }

  @Test
  void allocTellsThatThereIsNoMemory() {
    Scene scene = scene(Shape.FRESH);
    while (scene.slub.machine.pages.allocPages(scene.cpu(0), Gfp.KERNEL, 0) != null) {}
    assertThat(scene.alloc(0)).isEqualTo("NO_MEMORY");
  }

  @Test
  void allocTellsThatTheObjectIsSomebodyElses() {
    Scene scene = scene(Shape.CPU_SLAB);
    scene.page.locklessFreelist = scene.objects[0];
    assertThat(scene.alloc(0)).isEqualTo("TWICE");
  }

  @Test
  void freeTellsTheWayOrThatSomebodyElseFreesIt() {
    Scene scene = scene(Shape.FULL);
    assertThat(scene.free(1, 0)).isEqualTo("TO_PARTIAL");
    assertThat(scene.free(1, 0)).isEqualTo("TAKEN");
    assertThat(scene.free(1, 1)).isEqualTo("DISCARDED");
    assertThat(scene.outcome()).isEqualTo("FREE");
  }

  @Test
  void aPinnedObjectIsNeitherFreedNorKicked() {
    Scene scene = scene(Shape.FULL);
    scene.pin(0);
    assertThat(scene.free(1, 0)).isEqualTo("TAKEN");
    assertThat(scene.vacate(1)).isEqualTo("LEFTOVER=0");
    assertThat(scene.outcome()).isEqualTo("SLAB");
  }

  @Test
  void peekTellsWhetherItFoundAnObjectThatStillIsOne() {
    Scene scene = scene(Shape.FULL);
    assertThat(scene.peek(1, 0)).isEqualTo("OK");
    assertThat(scene.free(0, 0)).isEqualTo("TO_PARTIAL");
    assertThat(scene.peek(1, 0)).isEqualTo("NOT_FOUND");
    scene.page.slab = null;
    assertThat(scene.peek(1, 1)).isEqualTo("oops");
    assertThat(scene.cpu(1).preemptCount()).isZero();
  }

  @Test
  void createMakesACacheThatIsLookedAtInTheEnd() {
    Scene scene = scene(Shape.FULL);
    assertThat(scene.create(1)).isEqualTo("OK");
    assertThat(scene.create(1)).isEqualTo("OK");
    scene.cpu(0).failKmalloc(1);
    assertThat(scene.create(0)).isEqualTo("NO_MEMORY");
    assertThat(scene.outcome()).isEqualTo("SLAB");
    scene.slub.slabCaches.next.del();
    assertThat(scene.outcome()).isEqualTo("CACHE_LOST");
  }

  @Test
  void vacateTellsItsEndAndWhatItReturns() {
    assertThat(scene(Shape.FRESH).vacate(1)).isEqualTo("NO_PAGE=0");
    assertThat(scene(Shape.CPU_SLAB).vacate(1)).isEqualTo("FROZEN=1");
    assertThat(scene(Shape.KEPT).vacate(1)).isEqualTo("EMPTY=1");
    assertThat(scene(Shape.PARTIAL).vacate(1)).isEqualTo("EMPTIED=1");
    assertThat(new Scene(Revision.CORRECTED, 0, Shape.KEPT, 2).vacate(1)).isEqualTo("EMPTY=0");
  }

  @Test
  void shrinkTellsWhetherItHadMemory() {
    Scene scene = scene(Shape.KEPT);
    scene.cpu(1).failKmalloc(1);
    assertThat(scene.shrink(1)).isEqualTo("NO_MEMORY");
    assertThat(scene.shrink(1)).isEqualTo("OK");
    assertThat(scene.outcome()).isEqualTo("FREE");
  }

  @ParameterizedTest
  @CsvSource({
    "partial, EMPTIED=1, 0",
    "partial get(none), LEFTOVER=0, 1",
    "partial kick(none), LEFTOVER=0, 1",
    "partial kick(irqs_off), EMPTIED=1, 0",
    "noctor partial, NO_OPS=0, 1",
    "partial noops, NO_OPS=0, 1",
    "full kick(one), LEFTOVER=0, 1",
    "objects(3) full pinned(0) kick(one), LEFTOVER=0, 2",
    "full compound, EMPTIED=1, 0",
    "objects(3) full pinned(1), LEFTOVER=0, 1",
  })
  void vacateEmptiesThePageOfWhatGetAndKickGiveUp(String start, String told, int held) {
    Scene scene = new Scene(Revision.CORRECTED, Scenario.parse(start + ": vacate"));

    assertThat(scene.vacate(0)).isEqualTo(told);
    assertThat(scene.held()).isEqualTo(held);
    assertThat(scene.cpu(0).irqsDisabled()).isEqualTo(start.contains("irqs_off"));
  }

  @Test
  void aCpuFreesWhatItHasAllocatedLast() {
    Scene scene = scene(Shape.FRESH);
    assertThat(scene.freeOwn(0)).isEqualTo("TAKEN");
    assertThat(scene.alloc(0)).isEqualTo("PAGE");
    assertThat(scene.freeOwn(1)).isEqualTo("TAKEN");
    assertThat(scene.freeOwn(0)).isEqualTo("LOCKLESS");
    assertThat(scene.freeOwn(0)).isEqualTo("TAKEN");
    assertThat(scene.held()).isZero();
    assertThat(scene.damage()).isEmpty();
  }

  @Test
  void aReferenceThatIsNoUsersKeepsThePageUntilItIsPut() {
    Scene scene = new Scene(Revision.CORRECTED, Scenario.parse("partial referenced: free(0); put"));
    assertThat(scene.free(0, 0)).isEqualTo("DISCARDED");
    assertThat(scene.page.countNow()).isEqualTo(1);
    assertThat(scene.damage()).isNotEmpty();
    assertThat(scene.put(0)).isEqualTo("OK");
    assertThat(scene.damage()).isEmpty();
    assertThat(scene.put(0)).isEqualTo("put_page_testzero");
  }

  @Test
  void whoReadsAPageTellsWhetherItWasThePage() {
    Scene scene = scene(Shape.PARTIAL);
    assertThat(scene.readPage(1)).isEqualTo("ELSEWHERE");
    assertThat(scene.free(1, 0)).isEqualTo("DISCARDED");
    assertThat(scene.readPage(1)).isEqualTo("READ");
    assertThat(scene.damage()).isEmpty();
    while (scene.slub.machine.pages.allocPages(scene.cpu(1), Gfp.KERNEL, 0) != null) {}
    assertThat(scene.readPage(1)).isEqualTo("NO_MEMORY");
  }

  @Test
  void aCrowdIsOneTooMany() {
    Scene scene =
        new Scene(Revision.CORRECTED, Scenario.parse("objects(4) partial crowded: alloc"));
    assertThat(scene.cache.getNode().nrPartial).isEqualTo(Slub.MAX_PARTIAL + 1);
    assertThat(scene.cache.getNode().partial.last()).isSameAs(scene.page.lru);
    assertThat(scene.held()).isEqualTo(1);
    assertThat(scene.defrag(0)).isEqualTo("DEFRAGMENTED");
    assertThat(scene.page.isSlab()).isFalse();
    assertThat(scene.damage()).isEmpty();
  }

  @Test
  void withoutAConstructorThePostedPatchVacatesAllTheSame() {
    Scene scene = new Scene(Revision.POSTED, Scenario.parse("noctor partial: vacate"));

    assertThat(scene.vacate(0)).isEqualTo("EMPTIED=1");
  }

  @Test
  void whatKickDoesNotFreeItsOwnerStillCan() {
    Scene scene = new Scene(Revision.CORRECTED, Scenario.parse("partial kick(none): vacate"));
    scene.vacate(0);

    assertThat(scene.free(0, 0)).isEqualTo("DISCARDED");
    assertThat(scene.damage()).isEmpty();
  }

  @Test
  void flushPutsEveryCpusOwnSlabBack() {
    Scene scene = scene(Shape.CPU_SLAB);
    assertThat(scene.flush(1)).isEqualTo("OK");
    assertThat(scene.cache.cpuSlab).containsOnlyNulls();
    assertThat(scene.cache.getNode().nrPartial).isEqualTo(1);
    assertThat(scene.damage()).isEmpty();
  }

  @Test
  void defragLeavesAShortPartialListAloneAndTellsIfItFreedPages() {
    Scene scene = scene(Shape.KEPT);
    assertThat(scene.defrag(1)).isEqualTo("OK");
    assertThat(scene.page.isSlab()).isTrue();
    scene.cache.getNode().nrPartial = Slub.MAX_PARTIAL + 1;
    assertThat(scene.defrag(1)).isEqualTo("DEFRAGMENTED");
    assertThat(scene.page.isSlab()).isFalse();
  }

  @Test
  void destroyFreesTheObjectUnlessSomebodyDid() {
    Scene scene = scene(Shape.PARTIAL);
    assertThat(scene.free(1, 0)).isEqualTo("DISCARDED");
    assertThat(scene.destroy(1, 0)).isEqualTo("OK");
    assertThat(scene.outcome()).isEqualTo("FREE");

    Scene held = scene(Shape.PARTIAL);
    assertThat(held.destroy(1, 0)).isEqualTo("OK");
    assertThat(held.damage()).isEmpty();

    Scene empty = scene(Shape.KEPT);
    assertThat(empty.destroy(1, 0)).isEqualTo("OK");
    assertThat(empty.damage()).isEmpty();
  }

  @Test
  void aCpuThatDiesTellsWhere() {
    assertThat(dying().free(1, 0)).isEqualTo("list_del");
    assertThat(dying().vacate(1)).isEqualTo("list_del");
    assertThat(dying().alloc(0)).isEqualTo("list_del");
    assertThat(dying().destroy(1, 0)).isEqualTo("list_del");
    Scene scene = scene(Shape.PARTIAL);
    scene.page.inuse = 0xffff;
    assertThat(scene.shrink(1)).isEqualTo("sort_partial_list");
    Scene flushing = scene(Shape.CPU_SLAB);
    flushing.page.locklessFreelist = Long.MAX_VALUE;
    assertThat(flushing.flush(0)).isEqualTo("page_fault");
  }

  @Test
  void aBadPointerWhereThePortHasAReferenceIsAnOops() {
    Scene scene = scene(Shape.PARTIAL);
    scene.cache.ops = null;
    assertThat(scene.vacate(1)).isEqualTo("oops");
    assertThat(scene(Shape.FULL).free(1, Scene.OBJECTS)).isEqualTo("oops");
    Scene shrinking = scene(Shape.PARTIAL);
    shrinking.cache.ops = null;
    assertThat(shrinking.shrink(1)).isEqualTo("oops");
    assertThat(shrinking.defrag(1)).isEqualTo("oops");
  }

  @Test
  void onlyObjectsOfTheContestedPageAreCountedAsHeldOnIt() {
    Scene scene = scene(Shape.CPU_SLAB);
    assertThat(scene.held()).isEqualTo(1);
    scene.alloc(0);
    assertThat(scene.held()).isEqualTo(2);
    assertThat(scene.alloc(0)).isEqualTo("ELSEWHERE");
    assertThat(scene.held()).isEqualTo(2);
    scene.free(0, 0);
    assertThat(scene.held()).isEqualTo(1);
  }

  @Test
  void theFirstViolationIsTheOutcome() {
    Scene scene = scene(Shape.PARTIAL);
    scene.page.flags.setBitNonAtomic(PageFlag.PG_LOCKED);
    assertThat(scene.outcome()).isEqualTo("LOCK_LEFT");
  }

  /** The contested page is the first of the partial list, but its own links are poisoned. */
  private static Scene dying() {
    Scene scene = scene(Shape.PARTIAL);
    scene.page.lru.del();
    scene.cache.getNode().partial.next = scene.page.lru;
    return scene;
  }

  private static Scene scene(Shape shape) {
    return new Scene(Revision.POSTED, 0, shape, 2);
  }

  @Test
  void aProcessGoesOnOnAnotherCpuUnlessItsInterruptsAreOff() {
    Scene scene = new Scene(Revision.CORRECTED, Scenario.parse("cpu_slab: - | alloc"));
    assertThat(scene.migrate(1, 0)).isEqualTo("OK");
    assertThat(scene.cpu(1).id).isZero();
    assertThat(scene.alloc(1)).as("from the slab of CPU 0").isEqualTo("PAGE");
    scene.cpu(1).localIrqDisable();
    assertThat(scene.migrate(1, 0)).isEqualTo("set_task_cpu");
  }
}
