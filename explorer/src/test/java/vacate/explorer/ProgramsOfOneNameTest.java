// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of one program is not believed of another that has classes of the same names. */
class ProgramsOfOneNameTest {
  /** A box that is published in a race: only a final field is sure to be seen set. */
  private static final String PUBLISHED =
      """
      package p;
      @JCStressTest
      @Outcome(id = {"-1", "42"}, expect = Expect.ACCEPTABLE)
      @Outcome(expect = Expect.FORBIDDEN)
      @State
      public class Published {
        static class Box { %s int value; Box(int v) { value = v; } }
        Box box;
        @Actor public void writer() { box = new Box(42); }
        @Actor public void reader(I_Result r) { Box b = box; r.r1 = b == null ? -1 : b.value; }
      }
      """;

  @TempDir Path folder;
  private Path plain;
  private Path isFinal;

  @BeforeEach
  void compile() throws IOException {
    plain = Compiled.into(folder.resolve("plain"), PUBLISHED.formatted(""));
    isFinal = Compiled.into(folder.resolve("final"), PUBLISHED.formatted("final"));
  }

  @Test
  void aPlainFieldIsNotFinalBecauseItsNamesakeWas() throws IOException {
    assertThat(Compiled.explore(JMM, isFinal).outcomeIds()).containsExactly("-1", "42");
    assertThat(Compiled.explore(JMM, plain).outcomeIds()).containsExactly("-1", "0", "42");
  }

  @Test
  void aFinalFieldIsFinalThoughItsNamesakeWasNot() throws IOException {
    assertThat(Compiled.explore(JMM, plain).outcomeIds()).containsExactly("-1", "0", "42");
    assertThat(Compiled.explore(JMM, isFinal).outcomeIds()).containsExactly("-1", "42");
  }
}
