// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.scene.Scenario;
import vacate.scene.Scene;

/** What one CPU can see of the versions with their defects cured, beside what it sees of these. */
class CorrectedVersionTest {
  static Stream<Revision> byPage() {
    return Stream.of(
        Revision.CORRECTED_20070504,
        Revision.CORRECTED_20070518,
        Revision.CORRECTED_20070707,
        Revision.CORRECTED_20070831,
        Revision.CORRECTED_20070831_RECLAIMABLE,
        Revision.CORRECTED_20071106);
  }

  private static Scene scene(Revision revision, String start) {
    return new Scene(revision, Scenario.parse(start + ": vacate"));
  }

  /** g1: while a cache is destroyed nothing is vacated. */
  @ParameterizedTest
  @MethodSource("byPage")
  void whileCachesAreDestroyedVacateGivesUp(Revision revision) {
    Scene scene = scene(revision, "partial");
    scene.slub.slubLock.downWrite(scene.cpu(0));

    assertThat(scene.vacate(0)).isEqualTo("CACHES_BUSY=0");

    scene.slub.slubLock.upWrite();
    assertThat(scene.outcome()).isEqualTo("SLAB");
  }

  /** m1 of 18 May, G5 since August; June and July do so already. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "CORRECTED_20070518",
        "CORRECTED_20070707",
        "CORRECTED_20070831",
        "CORRECTED_20070831_RECLAIMABLE",
        "CORRECTED_20071106"
      })
  void withoutMemoryAllIsAsItWas(Revision revision) {
    Scene scene = scene(revision, "partial");
    scene.cpu(0).failKmalloc(1);

    assertThat(scene.vacate(0)).isEqualTo("NO_MEMORY=0");

    assertThat(scene.outcome()).isEqualTo("SLAB");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CORRECTED_20070831",
        "CORRECTED_20070831_RECLAIMABLE",
        "CORRECTED_20071106",
        "CORRECTED_20071128",
        "CORRECTED_20080215"
      })
  void withoutMemoryShrinkPutsTheSlabsBack(Revision revision) {
    Scene scene = scene(revision, "objects(4) partial second");
    scene.cpu(0).failKmalloc(1);

    scene.shrink(0);

    assertThat(scene.outcome()).isEqualTo("SLAB");
  }

  /** In each state of the page, also with SlabDebug; who has no callbacks is left alone. */
  @ParameterizedTest
  @MethodSource("byPage")
  void aVacateOfAnyPageLeavesNothingBehind(Revision revision) {
    for (String start :
        new String[] {
          "fresh",
          "cpu_slab",
          "kept",
          "partial noops",
          "store_user partial",
          "store_user full",
          "full pinned(0)",
          "partial kick(none)",
          "rcu partial",
          "partial compound"
        }) {
      Scene scene = scene(revision, start);

      String told = scene.vacate(0);

      assertThat(told).as(start).doesNotMatch("[a-z].*");
      assertThat(scene.damage()).as(start).isEmpty();
    }
  }

  /** R2, R3, M2: shrink of long lists. */
  @ParameterizedTest
  @CsvSource({
    "CORRECTED_20070504, partial",
    "CORRECTED_20070504, objects(4) partial",
    "CORRECTED_20070504, kept",
    "CORRECTED_20070518, kept",
    "CORRECTED_20070707, kept",
    "CORRECTED_20070831, kept",
  })
  void shrinkOfALongListLeavesNothingBehind(Revision revision, String start) {
    Scene scene = scene(revision, start + " crowded");

    assertThat(scene.shrink(0)).isEqualTo("OK");

    assertThat(scene.damage()).isEmpty();
  }

  /** J2: while a cache is created or destroyed no memory is lost; nor if there is none. */
  @ParameterizedTest
  @EnumSource(names = "CORRECTED_20070707")
  void defragLosesNoMemory(Revision revision) {
    Scene scene = scene(revision, "objects(4) partial crowded");
    scene.slub.slubLock.downWrite(scene.cpu(0));
    assertThat(scene.defrag(0)).isEqualTo("OK");
    scene.slub.slubLock.upWrite();
    scene.cpu(0).failKmalloc(1);
    assertThat(scene.defrag(0)).isEqualTo("OK");
    scene.defrag(0);

    assertThat(scene.damage()).isEmpty();
  }

  /** G7, K4: what became empty is freed, what kick helped with is tried again. */
  @ParameterizedTest
  @CsvSource({
    "CORRECTED_20071128, kick(none)",
    "CORRECTED_20071128, kick(one)",
    "CORRECTED_20080215, kick(none)",
    "CORRECTED_20080215, kick(one)",
  })
  void aKickInVainIsNotTriedAgain(Revision revision, String kick) {
    Scene scene = scene(revision, "objects(8) full " + kick);
    for (int slot = 2; slot < 8; slot++) {
      scene.free(0, slot);
    }
    scene.shrink(0);
    assertThat(scene.outcome()).isEqualTo("SLAB");
    scene.shrink(0);
    if (kick.equals("kick(none)")) {
      scene.free(0, 0);
      scene.free(0, 1);
    }
    scene.shrink(0);

    assertThat(scene.damage()).isEmpty();
  }

  /** N1 to N3: the slab is isolated, and reclaimed. */
  @ParameterizedTest
  @EnumSource(names = "CORRECTED_20071106")
  void novemberIsolates(Revision revision) {
    Scene scene = scene(revision, "partial");

    assertThat(scene.vacate(0)).isEqualTo("EMPTIED=1");
    assertThat(scene.outcome()).isEqualTo("FREE");
  }
}
