// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.PSO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Until Java 8 any method of a class may assign its final fields, in class files if not in source;
 * nobody promises anything for what comes after the constructor.
 */
class LateFinalsTest {
  private static final String TEST =
      """
      package p;
      @JCStressTest
      @Outcome(id = {"-1", "5"}, expect = Expect.ACCEPTABLE)
      @Outcome(expect = Expect.FORBIDDEN)
      @State
      public class Late {
        static class Box {
          int value;
          Box() { inConstructor(); }
          void inConstructor() { value = 5; }
          void set() { value = 5; }
          static Box made() { Box b = new Box(); b.value = 5; return b; }
          Box copy() { Box b = new Box(); b.value = value; return b; }
        }
        static class Heir extends Box {
          Heir() { set(); }
        }
        Box box;
        @Actor public void a() { %s; }
        @Actor public void b(I_Result r) { Box b = box; r.r1 = b == null ? -1 : b.value; }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Box b = new Box(); b.set(); box = b",
        "Box b = new Box(); box = b; b.set()",
        "box = Box.made()",
        "box = new Box().copy()",
        "box = new Heir()",
      })
  void whatIsAssignedAfterTheConstructorIsRefused(String actor) throws IOException {
    Result r = explore(actor);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("a write to the final field value after its constructor");
  }

  @Test
  void whatAMethodAssignsForTheConstructorIsJudged() throws IOException {
    Result r = explore("box = new Box()");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("-1", "5");
  }

  private Result explore(String actor) throws IOException {
    Compiled.into(folder, List.of("--release", "8"), TEST.formatted(actor));
    finalise(folder.resolve("p/Late$Box.class"));
    return Compiled.explore(PSO, folder);
  }

  private static void finalise(Path file) throws IOException {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(file))
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public FieldVisitor visitField(
                  int access, String name, String type, String signature, Object value) {
                return super.visitField(access | Opcodes.ACC_FINAL, name, type, signature, value);
              }
            },
            0);
    Files.write(file, writer.toByteArray());
  }
}
