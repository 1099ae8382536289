// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.revision.Revision;

/** The port makes the kernel's steps, in the kernel's order, with its locks and interrupts. */
class StepsTest {
  private static final World WORLD = new World.Factory().create();

  static Stream<Arguments> pathsOfEachRevision() {
    return Stream.of(Revision.values())
        .flatMap(
            revision ->
                WORLD.paths().stream()
                    .filter(KernelTables.of(revision).paths()::contains)
                    .map(path -> Arguments.of(revision, path)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("pathsOfEachRevision")
  void eachPathMakesTheKernelsStepsAndNoOthers(Revision revision, String path) {
    List<Step> port = WORLD.run(revision, path);
    List<Step> kernel = KernelTables.of(revision).steps(path);
    Difference difference = Difference.first(kernel, port);
    assertThat(difference).withFailMessage(() -> difference.told(path, kernel, port)).isNull();
  }

  @Test
  void noPathIsWithoutATable() {
    assertThat(KernelTables.of(Revision.CORRECTED).paths()).containsAll(WORLD.paths());
  }

  /** A table that nobody asks for could say anything. */
  @ParameterizedTest
  @EnumSource
  void noTableIsWithoutAPathThatLeadsThroughIt(Revision revision) {
    Tables tables = KernelTables.of(revision);
    TreeSet<String> unused = new TreeSet<>(tables.paths());
    List<String> open = new ArrayList<>(WORLD.paths());
    open.retainAll(tables.paths());
    while (!open.isEmpty()) {
      String path = open.remove(open.size() - 1);
      if (unused.remove(path)) {
        open.addAll(tables.called(path));
      }
    }
    assertThat(unused).isEmpty();
  }
}
