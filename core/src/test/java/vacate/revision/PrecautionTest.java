// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.weaken.Edit;
import vacate.explorer.weaken.Editing;

/** Precautions are there because of others: alone, most protocols do without one as with it. */
class PrecautionTest {
  /** What one thread notices, too, and how. */
  private static final Map<Precaution, String> NOTICED_ALONE =
      Map.ofEntries(
          entry(Precaution.REFERENCE_OF_THE_LIVING, "gone: NOT_SLAB=0, at rest: [LIST_CORRUPT]"),
          entry(Precaution.FIRST_PAGESLAB, "no slab: NO_CACHE=0, interrupts on"),
          entry(
              Precaution.FROZEN_TEST, "a CPU's new slab: LEFTOVER=0, at rest: [FREELIST_CORRUPT]"),
          entry(Precaution.INUSE_TEST, "empty: EMPTIED=1, at rest: []"),
          entry(Precaution.REMOVAL, "full: EMPTIED=1, at rest: [DEAD_PAGE_ON_LIST, LIST_CORRUPT]"),
          entry(Precaution.FREEZE, "full: LEFTOVER=0, at rest: [DEAD_PAGE_ON_LIST, LIST_CORRUPT]"),
          entry(Precaution.SUCCESS, "a CPU's new slab: FROZEN=1, at rest: []"),
          entry(Precaution.DISCARD_EMPTIED, "gone: EMPTY=0, at rest: []"),
          entry(
              Precaution.PARTIAL_SLAB_FROZEN,
              "a CPU's partial slab: LEFTOVER=0, at rest: [FREELIST_CORRUPT]"),
          entry(
              Precaution.NEW_SLAB_FROZEN,
              "a CPU's new slab: LEFTOVER=0, at rest: [FREELIST_CORRUPT]"),
          entry(
              Precaution.FROZEN_TEST_IN_FREE,
              "full: LEFTOVER=0, at rest: [DEAD_PAGE_ON_LIST, LIST_CORRUPT]"),
          entry(Precaution.UNFREEZE, "full: FROZEN=0, at rest: [OBJECTS_LOST, FROZEN_LEFT]"),
          entry(Precaution.MAPCOUNT_RESET, "full: EMPTIED=1, at rest: [COMPLAINT]"),
          entry(Precaution.PAGESLAB_CLEARED, "full: EMPTIED=1, at rest: [COMPLAINT]"));

  /** The port, edited, and what lives through a slab's life on it. */
  private static final class Edited extends ClassLoader {
    private final ClassLoader files;

    Edited(Precaution precaution) {
      super(PrecautionTest.class.getClassLoader());
      files = new Editing(getParent(), Arrays.stream(precaution.edits()).map(Edit::of).toList());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith("vacate.")) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = files.getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] file = in.readAllBytes();
        return defineClass(name, file, 0, file.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void thereAreAtLeastThirty() {
    assertThat(Precaution.values()).hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void theProtocolLivesAsWritten() throws Exception {
    assertThat(LifeOfASlab.firstDifference(Corrected.class.getName())).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aloneTheProtocolLivesWithoutItAsWithItUnlessOneThreadNoticesIt(Precaution precaution)
      throws Exception {
    Object difference =
        new Edited(precaution)
            .loadClass(LifeOfASlab.class.getName())
            .getMethod("firstDifference", String.class)
            .invoke(null, precaution.type().getName());
    assertThat(difference).isEqualTo(NOTICED_ALONE.get(precaution));
  }
}
