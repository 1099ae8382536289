// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.util.List;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;
import vacate.stress.typed.TypedScene;

/** The tests that jcstress's annotation processor found, as listed in {@code META-INF/TestList}. */
public final class Catalog {
  private Catalog() {}

  /**
   * One test.
   *
   * @param name as jcstress prints it and its {@code -t} selects it
   * @param type the test's class
   * @param actors number of threads it needs
   */
  public record Entry(String name, Class<?> type, int actors) {}

  /**
   * All of them, in no particular order, but for those that are told what to play.
   *
   * @throws IllegalStateException if a listed class is missing: the build is broken
   */
  public static List<Entry> entries() {
    return TestList.tests().stream()
        .map(TestList::getInfo)
        .map(Catalog::entry)
        .filter(entry -> entry.type().getPackage() != TypedScene.class.getPackage())
        .toList();
  }

  private static Entry entry(TestInfo info) {
    try {
      Class<?> type = Class.forName(info.binaryName(), false, Catalog.class.getClassLoader());
      return new Entry(info.name(), type, info.threads());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("listed and missing: " + info.binaryName(), e);
    }
  }
}
