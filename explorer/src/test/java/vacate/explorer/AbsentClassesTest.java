// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A library that looks whether another one is there can do without it; the result says which. */
class AbsentClassesTest {
  private static final String LOGGER =
      "package log; public class Log { public static int level() { return 2; } }";

  private static final String LIBRARY =
      """
      package lib;
      public class Level {
        public static final int OF_ALL = find();
        static int find() {
          %s
        }
      }
      """;

  private static final String ASKS = "try { return log.Log.level(); } catch (%s e) { return 1; }";

  private static final String FINDS =
      "try { Class.forName(\"log.Log\"); return 2; } catch (%s e) { return 1; }";

  private static final String TEST =
      """
      package p;
      @JCStressTest
      @Outcome(id = "1", expect = Expect.ACCEPTABLE)
      @Outcome(expect = Expect.FORBIDDEN)
      @State
      public class Uses {
        %s
        @Actor public void a(I_Result r) { r.r1 = lib.Level.OF_ALL; }
      }
      """;

  @TempDir Path folder;

  private Result explore(String find, String setup) throws IOException {
    Compiled.into(folder, LOGGER);
    Compiled.into(folder, LIBRARY.formatted(find));
    Compiled.into(folder, TEST.formatted(setup));
    Files.delete(folder.resolve("log/Log.class"));
    return Compiled.explore(SC, folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LinkageError", "NoClassDefFoundError", "Throwable"})
  void aClassThatIsMissingIsDoneWithout(String handler) throws IOException {
    Result r = explore(ASKS.formatted(handler), "int level = lib.Level.OF_ALL;");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).isEqualTo("a class path without log.Log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ClassNotFoundException", "Exception"})
  void soIsOneThatIsAskedForByName(String handler) throws IOException {
    Result r = explore(FINDS.formatted(handler), "int level = lib.Level.OF_ALL;");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).isEqualTo("a class path without log.Log");
  }

  /** An initialiser runs once, whoever sets it off. */
  @Test
  void soIsOneThatAnActorLooksForFirst() throws IOException {
    Result r = explore(ASKS.formatted("LinkageError"), "");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).isEqualTo("a class path without log.Log");
  }

  @Test
  void whoDoesNotAskForItIsRefusedAsBefore() throws IOException {
    Result r = explore("return log.Log.level();", "int level = lib.Level.OF_ALL;");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("log.Log");
  }
}
