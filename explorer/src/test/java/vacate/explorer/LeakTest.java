// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.EarlyFields;
import vacate.explorer.cases.Language;
import vacate.explorer.cases.Ordering;
import vacate.explorer.cases.RefusedSetups;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;

/** What was explored is forgotten: its classes go when nobody has the result any more. */
class LeakTest {
  private static final int EXPLORATIONS = 5;

  /** Each loads three classes at least. */
  private static final int MANY = 30;

  /** How often the collector may be asked; it takes every class at the first or second time. */
  private static final int COLLECTIONS = 50;

  @ParameterizedTest
  @ValueSource(
      classes = {
        Ordering.PlainDekker.class,
        Language.Dispatch.class,
        EarlyFields.Captured.class,
        Ordering.ReleaseAcquire.class,
        RefusedSetups.FreesLock.class,
      })
  void noClassOutlivesItsExploration(Class<?> test) {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < EXPLORATIONS; i++) {
      loaders.add(new WeakReference<>(explore(test)));
    }
    for (int i = 0; i < COLLECTIONS && loaders.stream().anyMatch(l -> l.get() != null); i++) {
      System.gc();
    }
    assertThat(loaders).allMatch(l -> l.get() == null);
  }

  /** Even while more of the same suite may be explored. */
  @Test
  void noClassOutlivesItsExplorationInASuite() throws IOException {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    Path folder =
        Path.of(Ordering.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (TestSuite suite = new TestSuite(List.of(folder))) {
      StressTest test =
          suite.tests().stream()
              .filter(t -> t.className().equals(Ordering.ReleaseAcquire.class.getName()))
              .findFirst()
              .orElseThrow();
      explore(suite, test);
      int before = classes.getLoadedClassCount();
      for (int i = 0; i < MANY; i++) {
        explore(suite, test);
      }
      for (int i = 0; i < COLLECTIONS && classes.getLoadedClassCount() - before >= MANY; i++) {
        System.gc();
      }
      assertThat(classes.getLoadedClassCount() - before).isLessThan(MANY);
    }
  }

  private static void explore(TestSuite suite, StressTest test) {
    Result r = Explorer.explore(test, suite.loader(), MemoryModel.TSO, Bounds.DEFAULT);
    assertThat(r.executions()).as(r.toString()).isPositive();
  }

  /** The woven classes have it for their parent, so it stays as long as one of them does. */
  private static ClassLoader explore(Class<?> test) {
    ClassLoader parent = new ClassLoader(test.getClassLoader()) {};
    StressTest found = new TestReader(parent).read(test.getName()).orElseThrow();
    Result r = Explorer.explore(found, parent, MemoryModel.TSO, Bounds.DEFAULT);
    assertThat(r.executions()).as(r.toString()).isPositive();
    return parent;
  }
}
