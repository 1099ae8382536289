// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have written a class is told by where it comes from, not by the name of its package. */
class ClassesOfAnyPackageTest {
  private static final String DEKKER =
      """
      package %s;
      @JCStressTest
      @Outcome(id = "0, 0", expect = Expect.FORBIDDEN)
      @Outcome(expect = Expect.ACCEPTABLE)
      @State
      public class %s {
        static class Flag { int up; }
        final Flag x = new Flag(), y = new Flag();
        @Actor public void left(II_Result r) { x.up = 1; r.r1 = y.up; }
        @Actor public void right(II_Result r) { y.up = 1; r.r2 = x.up; }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax",
        "javax.swing",
        "jdk",
        "jdk.internal.misc",
        "sun",
        "sun.misc",
        "com.sun",
        "com.sun.jdi",
        "com.sun.tools.javac.main",
        "vacate",
        "vacate.explorer",
        "vacate.explorer.search",
        "vacate.explorer.weave",
        "vacate.explorer.call",
        "vacate.explorer.heap",
        "vacate.explorer.hook",
        "vacate.explorer.loop",
        "vacate.explorer.standin",
        "org.openjdk.jcstress",
      })
  void whatTheUserHasWrittenIsExploredWhateverItsPackage(String name) throws IOException {
    Path moved = moved("p.", name + ".");
    assertThat(Compiled.explore(SC, moved).outcomeIds()).containsExactly("0, 1", "1, 0", "1, 1");
    assertThat(Compiled.explore(TSO, moved).verdict()).isEqualTo(Verdict.REFUTED);
  }

  private Path moved(String from, String to) throws IOException {
    Path compiled = Compiled.into(folder.resolve("compiled"), DEKKER.formatted("p", "Dekker"));
    return Renamed.into(folder.resolve("moved"), compiled, from, to);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.util", "java.mine"})
  void aPackageThatIsTheJdksAloneIsRefusedByName(String name) throws IOException {
    Result r = Compiled.explore(SC, moved("p.", name + "."));
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(name + ".Dekker").contains("package");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hook.Hooks",
        "loop.LoopFrame",
        "weave.Weaver",
        "search.Tape",
        "Explorer",
        "standin.AtomicInteger"
      })
  void theNameOfAClassOfTheExplorerIsRefused(String name) throws IOException {
    Result r = Compiled.explore(SC, moved("p.Dekker", "vacate.explorer." + name));
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("vacate.explorer." + name).contains("of the explorer");
  }

  @Test
  void theUsersVersionOfAClassIsExploredAndNotTheOneThatRunsHere() throws IOException {
    String sound = DEKKER.replace("int up", "volatile int up");
    Compiled.into(folder, sound.formatted("vacate.explorer.cases", "Fib"));
    assertThat(Compiled.explore(TSO, folder).verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void ofTwoJarsThatHaveAClassTheFirstIsUsed() throws IOException {
    String sound = DEKKER.replace("int up", "volatile int up");
    Path weak = Compiled.into(folder.resolve("weak"), DEKKER.formatted("p", "Dekker"));
    Path strong = Compiled.into(folder.resolve("strong"), sound.formatted("p", "Dekker"));
    assertThat(first(weak, strong).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(first(strong, weak).verdict()).isEqualTo(Verdict.PROVED);
  }

  private static Result first(Path... paths) throws IOException {
    try (TestSuite suite = new TestSuite(List.of(paths))) {
      return Explorer.explore(suite.tests().get(0), suite.loader(), TSO, Bounds.DEFAULT);
    }
  }
}
