// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.invariant.Damage;
import vacate.invariant.Violation;
import vacate.revision.Revision;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

class SceneTest {
  /** Those on the SLUB of 2.6.22; of the others SlubOf2017Test tells. */
  static Stream<Revision> revisions() {
    return Stream.of(Revision.values()).filter(r -> !r.label.matches("[a-z]+201.*"));
  }

  static Stream<Arguments> everyScene() {
    return revisions()
        .flatMap(
            revision ->
                Stream.of(
                        0,
                        SlabFlag.SLAB_STORE_USER,
                        SlabFlag.SLAB_RED_ZONE,
                        SlabFlag.SLAB_STORE_USER | SlabFlag.SLAB_RED_ZONE,
                        SlabFlag.SLAB_DESTROY_BY_RCU,
                        SlabFlag.SLAB_STORE_USER | SlabFlag.SLAB_DESTROY_BY_RCU)
                    .flatMap(
                        flags ->
                            Stream.of(Shape.values())
                                .map(shape -> Arguments.of(revision, flags, shape))));
  }

  @ParameterizedTest
  @MethodSource("everyScene")
  void startsWithTheContestedPageInItsShape(Revision revision, int flags, Shape shape) {
    Scene scene = new Scene(revision, flags, shape, 2);

    assertThat(scene.damage()).isEmpty();
    assertThat(scene.cache.objects).isEqualTo(Scene.OBJECTS);
    assertThat(scene.page.isSlab()).isEqualTo(shape != Shape.FRESH);
    assertThat(Slub.slabFrozen(scene.page)).isEqualTo(shape == Shape.CPU_SLAB);
    assertThat((int) scene.page.inuse)
        .isEqualTo(
            switch (shape) {
              case FRESH -> 0xffff;
              case CPU_SLAB -> takesAll(revision) && (flags & SlabFlag.DEBUG_FLAGS) == 0 ? 2 : 1;
              case PARTIAL -> 1;
              case FULL -> 2;
              case KEPT -> 0;
            });
  }

  static Stream<Arguments> everyStart() {
    return revisions()
        .flatMap(
            revision ->
                Stream.of(
                        "objects(1) fresh",
                        "objects(1) cpu_slab",
                        "objects(1) full",
                        "objects(1) kept",
                        "objects(3) cpu_slab",
                        "objects(3) partial",
                        "store_user objects(3) full",
                        "objects(3) kept",
                        "fresh second",
                        "cpu_slab second",
                        "red_zone cpu_slab second",
                        "partial second",
                        "store_user full second",
                        "kept second",
                        "objects(3) kept second",
                        "rcu objects(3) cpu_slab second",
                        "fresh crowded",
                        "cpu_slab crowded",
                        "partial crowded",
                        "store_user objects(4) full crowded",
                        "kept crowded",
                        "fresh compound",
                        "cpu_slab compound",
                        "partial compound",
                        "rcu full compound",
                        "kept compound",
                        "partial noops")
                    .map(start -> Arguments.of(revision, start)));
  }

  @ParameterizedTest
  @MethodSource("everyStart")
  void startsWithAsManyObjectsAndSlabsAsItSays(Revision revision, String start) {
    Scenario scenario = Scenario.parse(start + ": alloc | vacate");
    Scene scene = new Scene(revision, scenario);

    assertThat(scene.damage()).isEmpty();
    assertThat(scene.cache.objects).isEqualTo(scenario.start().perSlab());
    assertThat(scene.held()).isEqualTo(scenario.start().inUse());
    assertThat(scene.page.isSlab()).isEqualTo(scenario.start().shape() != Shape.FRESH);
    assertThat(scene.cache.cpuSlab[0])
        .isSameAs(scenario.start().shape() == Shape.CPU_SLAB ? scene.page : null);
    assertThat(scene.cache.getNode().nrPartial)
        .isEqualTo(
            (start.contains("second") ? 1 : 0)
                + (start.contains("crowded") ? Slub.MAX_PARTIAL : 0)
                + (start.contains("partial") || start.contains("kept") ? 1 : 0));
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void aFreshPageIsTheNextThatCpu0MakesASlabOfWhenTheSecondSlabIsFull(Revision revision) {
    Scene scene = new Scene(revision, Scenario.parse("fresh second: alloc"));

    assertThat(scene.alloc(0)).isEqualTo("ELSEWHERE");
    assertThat(scene.alloc(0)).isEqualTo("PAGE");
  }

  /** Whether a CPU takes all free objects of its slab at once, to its lockless freelist. */
  private static boolean takesAll(Revision revision) {
    return !Set.of(
            Revision.POSTED_20070504, Revision.POSTED_20070504_FIX, Revision.CORRECTED_20070504)
        .contains(revision);
  }

  @ParameterizedTest
  @MethodSource("everyScene")
  void staysSoundThroughEachOperationAlone(Revision revision, int flags, Shape shape) {
    for (String operation : List.of("alloc", "free", "vacate", "shrink", "destroy")) {
      // Who destroys a cache may wait for what the other CPU has queued; there is none.
      Scene scene = new Scene(revision, flags, shape, operation.equals("destroy") ? 1 : 2);
      switch (operation) {
        case "alloc" -> scene.alloc(0);
        case "free" -> scene.free(1, 0);
        case "vacate" -> scene.vacate(1);
        case "shrink" -> scene.shrink(1);
        default -> {
          scene.free(0, 1);
          scene.destroy(0, 0);
        }
      }
      // kmem_cache_destroy of 2.6.22 does not wait for the grace periods of its own slabs: the
      // callback will read the freed cache.
      boolean readsFreedCache =
          (flags & SlabFlag.SLAB_DESTROY_BY_RCU) != 0
              && operation.equals("destroy")
              && shape != Shape.FRESH
              && revision != Revision.CORRECTED;
      assertThat(scene.damage())
          .as("%s after %s", shape, operation)
          .extracting(Damage::kind)
          .isEqualTo(
              readsFreedCache
                  ? List.of(Violation.CACHE_GONE)
                  : brokenBy(revision, shape, operation));
    }
  }

  /** What a version is broken by that needs no second CPU. */
  private static List<Violation> brokenBy(Revision revision, Shape shape, String operation) {
    boolean vacates = operation.equals("vacate") && (shape == Shape.PARTIAL || shape == Shape.FULL);
    if (revision == Revision.POSTED_20070707 && vacates) { // J1
      return List.of(Violation.COMPLAINT);
    }
    boolean freesKept = operation.equals("shrink") && shape == Shape.KEPT;
    Set<Revision> forgetful =
        Set.of(
            Revision.POSTED_20070831,
            Revision.POSTED_20070831_RECLAIMABLE,
            Revision.POSTED_20071106);
    if (forgetful.contains(revision) && freesKept) { // G6
      return List.of(Violation.NR_PARTIAL_WRONG);
    }
    return List.of();
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void aDiscardedSlabIsNobodysUntilItsGracePeriodIsOver(Revision revision) {
    Scene scene = new Scene(revision, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.PARTIAL, 2);
    scene.free(0, 0);
    assertThat(scene.page.isSlab()).isFalse();
    assertThat(scene.page.slab).isSameAs(scene.cache);
    scene.gracePeriod(1);
    assertThat(scene.page.slab).as("freed by a CPU that has not queued it").isNotNull();

    assertThat(scene.gracePeriod(0)).isEmpty();

    assertThat(scene.page.slab).isNull();
    assertThat(scene.page.countNow()).isZero();
    assertThat(scene.damage()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void whatGoesWrongInACallbackIsTold(Revision revision) {
    Scene scene = new Scene(revision, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.PARTIAL, 2);
    scene.free(0, 0);
    scene.page.slab = null;
    scene.gracePeriod(1);

    assertThat(scene.gracePeriod(0)).isEqualTo("+rcu_free_slab");
  }
}
