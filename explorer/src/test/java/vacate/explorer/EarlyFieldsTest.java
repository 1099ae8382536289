// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import vacate.explorer.cases.EarlyFields;

/** Fields that are assigned before the constructor of the superclass is called. */
class EarlyFieldsTest {
  @ParameterizedTest
  @CsvSource({
    "Captured, '0, 7, 1;5, 7, 1'",
    "Outer, '0;5'",
    "Published, '-1;7'",
    "Argument, '1, 0;1, 1'",
    "ArgumentOfItsOwnClass, '3, 1;3, 3'",
  })
  void areSetFromTheBeginning(String name, String outcomes) throws ClassNotFoundException {
    Class<?> test = Class.forName(EarlyFields.class.getName() + "$" + name);
    Result r = Explorer.explore(test, JMM);
    assertThat(r.outcomeIds()).as(r.toString()).containsExactly(outcomes.split(";"));
  }

  private static final String BASE =
      """
      package p;
      public abstract class Base {
        int seen;
        Base(int ignored) { seen = value(); }
        abstract int value();
      }
      """;

  /** The constructor's second line is moved to its end, as Java 25 lets one write it. */
  private static final String EARLY =
      """
      package p;
      public class Early extends Base {
        %s int early;
        Early(int v) { super(%s); early = v; }
        int value() { return early; }
      }
      """;

  private static final String TEST =
      """
      package p;
      @JCStressTest
      @Outcome(id = {"7, -1", "7, 7"}, expect = Expect.ACCEPTABLE)
      @Outcome(expect = Expect.FORBIDDEN)
      @State
      public class Publishes {
        static volatile int x;
        Base shared;
        @Actor public void writer(II_Result r) {
          Base b = new Early(7);
          r.r1 = b.seen;
          shared = b;
        }
        @Actor public void reader(II_Result r) {
          Base b = shared;
          r.r2 = b == null ? -1 : b.value();
        }
      }
      """;

  @TempDir Path folder;

  private void compile(String modifiers, String argument) throws IOException {
    Compiled.into(folder, BASE, EARLY.formatted(modifiers, argument), TEST);
    Path file = folder.resolve("p/Early.class");
    ClassNode node = new ClassNode();
    new ClassReader(Files.readAllBytes(file)).accept(node, 0);
    for (MethodNode m : node.methods) {
      if (m.name.equals("<init>")) {
        callSuperLast(m.instructions);
      }
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    Files.write(file, writer.toByteArray());
  }

  /** {@code this.early = v; super(...)}. */
  private static void callSuperLast(InsnList code) {
    InsnList call = new InsnList();
    for (AbstractInsnNode i : code.toArray()) {
      if (i.getOpcode() == Opcodes.RETURN) {
        code.insertBefore(i, call);
        return;
      }
      if (call.getLast() == null
          || !(call.getLast() instanceof MethodInsnNode m && m.name.equals("<init>"))) {
        if (i.getOpcode() >= 0) {
          code.remove(i);
          call.add(i);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "final", "volatile"})
  void areSeenByTheSuperclass(String modifiers) throws IOException {
    compile(modifiers, "0");
    assertThat(Compiled.explore(SC, folder).outcomeIds()).containsExactly("7, -1", "7, 7");
    assertThat(Compiled.explore(TSO, folder).outcomeIds()).containsExactly("7, -1", "7, 7");
  }

  @Test
  void areSeenInARaceOnlyIfTheyAreFinal() throws IOException {
    compile("final", "0");
    assertThat(Compiled.explore(JMM, folder).outcomeIds()).containsExactly("7, -1", "7, 7");
    compile("", "0");
    assertThat(Compiled.explore(JMM, folder).outcomeIds()).containsExactly("7, -1", "7, 0", "7, 7");
  }

  @Test
  void areRefusedIfTheyAreVolatileAndTheirPlaceMatters() throws IOException {
    compile("", "Publishes.x = 1");
    assertThat(Compiled.explore(SC, folder).verdict()).isEqualTo(Verdict.PROVED);
    compile("volatile", "Publishes.x = 1");
    Result r = Compiled.explore(SC, folder);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("p.Early assigns the volatile field early");
  }
}
