// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

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
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Libraries are older than Java 7: their class files mean what they meant. */
class OldClassesTest {
  /** What such files can hold: no lambdas, no nests, no concatenation by invokedynamic. */
  private static final String LIBRARY =
      """
      package old;
      public class Counter {
        private final Object[] names = new Object[1];
        private static int made;
        protected Object last;
        private int n;
        static { made = 1; }
        public Counter(String name) { names[0] = new StringBuilder(name).append(1).toString(); }
        public synchronized int next() { return ++n; }
        public int count(int to) {
          int sum = 0;
          for (int i = 0; i < to; i++) { sum += i % 2 == 0 ? n : made; }
          return sum;
        }
        public Object pick(boolean b) { return b ? (Object) names : "x"; }
        public int guarded(int[] a) {
          try { return a[0]; }
          catch (NullPointerException e) { return -1; }
          catch (ArrayIndexOutOfBoundsException e) { return -2; }
          finally { synchronized (this) { n = n + 1; } }
        }
        public Class<?> type() { return Counter.class; }
      }
      """;

  private static final String USER =
      """
      package p;
      @JCStressTest
      @Outcome(id = {"1, 2", "2, 1"}, expect = Expect.ACCEPTABLE)
      @Outcome(expect = Expect.FORBIDDEN)
      @State
      public class User {
        volatile Object c;
        @Actor public void a(II_Result r) { r.r1 = next(); }
        @Actor public void b(II_Result r) { r.r2 = next(); }
        synchronized int next() {
          if (c == null) { c = new old.Counter("c"); }
          old.Counter counter = (old.Counter) c;
          if (counter.guarded(null) != -1 || counter.guarded(new int[0]) != -2
              || counter.type() != old.Counter.class || counter.count(2) != n(counter)
              || counter.pick(true) == "x") {
            return -1;
          }
          return (counter.next() + 2) / 3;
        }
        int n(old.Counter counter) { return counter.count(1) + 1; }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {49, 50})
  void aLibraryOfBeforeJava7IsWoven(int version) throws IOException {
    Compiled.into(folder, List.of("--release", "8"), LIBRARY);
    Compiled.into(folder, USER);
    isJudged();
    age(version);
    isJudged();
  }

  private void isJudged() throws IOException {
    Result r = Compiled.explore(SC, folder);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("1, 2", "2, 1");
  }

  private void age(int version) throws IOException {
    Path file = folder.resolve("old/Counter.class");
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(file))
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visit(
                  int is, int access, String name, String signature, String base, String[] types) {
                super.visit(version, access, name, signature, base, types);
              }
            },
            ClassReader.SKIP_FRAMES);
    Files.write(file, writer.toByteArray());
  }

  /**
   * Dekker's test as compilers before Java 6 wrote it: what follows both branches is a subroutine,
   * and an initialiser that does not say that it is static.
   */
  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_1, 46, 47, 48, 49, 50})
  void aSubroutineIsWoven(int version) throws IOException {
    Path file = folder.resolve("p/Flags.class");
    Files.createDirectories(file.getParent());
    Files.write(file, flags(version));
    Compiled.into(
        folder,
        """
        package p;
        @JCStressTest
        @Outcome(id = "0, 0", expect = Expect.FORBIDDEN)
        @Outcome(expect = Expect.ACCEPTABLE)
        @State
        public class Dekker {
          @Actor public void left(II_Result r) { r.r1 = Flags.set(true); }
          @Actor public void right(II_Result r) { r.r2 = Flags.set(false); }
        }
        """);
    assertThat(Compiled.explore(SC, folder).outcomeIds()).containsExactly("0, 1", "1, 0", "1, 1");
    assertThat(Compiled.explore(TSO, folder).outcomeIds()).contains("0, 0");
  }

  /** {@code set(l)}: sets x or y of two static fields, in a subroutine, and reads the other. */
  private static byte[] flags(int version) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(version, Opcodes.ACC_PUBLIC, "p/Flags", null, "java/lang/Object", null);
    writer.visitField(Opcodes.ACC_STATIC, "x", "I", null, null).visitEnd();
    writer.visitField(Opcodes.ACC_STATIC, "y", "I", null, null).visitEnd();
    writer.visitField(Opcodes.ACC_STATIC, "one", "I", null, null).visitEnd();
    MethodVisitor init = writer.visitMethod(0, "<clinit>", "()V", null, null);
    init.visitCode();
    init.visitInsn(Opcodes.ICONST_1);
    init.visitFieldInsn(Opcodes.PUTSTATIC, "p/Flags", "one", "I");
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(0, 0);
    init.visitEnd();
    MethodVisitor set =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "set", "(Z)I", null, null);
    Label subroutine = new Label();
    Label right = new Label();
    Label store = new Label();
    Label back = new Label();
    set.visitCode();
    set.visitVarInsn(Opcodes.ILOAD, 0);
    set.visitJumpInsn(Opcodes.IFEQ, right);
    set.visitJumpInsn(Opcodes.JSR, subroutine);
    set.visitFieldInsn(Opcodes.GETSTATIC, "p/Flags", "y", "I");
    set.visitInsn(Opcodes.IRETURN);
    set.visitLabel(right);
    set.visitJumpInsn(Opcodes.JSR, subroutine);
    set.visitFieldInsn(Opcodes.GETSTATIC, "p/Flags", "x", "I");
    set.visitInsn(Opcodes.IRETURN);
    set.visitLabel(subroutine);
    set.visitVarInsn(Opcodes.ASTORE, 1);
    set.visitFieldInsn(Opcodes.GETSTATIC, "p/Flags", "one", "I");
    set.visitVarInsn(Opcodes.ILOAD, 0);
    set.visitJumpInsn(Opcodes.IFEQ, store);
    set.visitFieldInsn(Opcodes.PUTSTATIC, "p/Flags", "x", "I");
    set.visitJumpInsn(Opcodes.GOTO, back);
    set.visitLabel(store);
    set.visitFieldInsn(Opcodes.PUTSTATIC, "p/Flags", "y", "I");
    set.visitLabel(back);
    set.visitVarInsn(Opcodes.RET, 1);
    set.visitMaxs(0, 0);
    set.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  @Test
  void aTestOfBeforeJava7IsWoven() throws IOException {
    Compiled.into(folder, List.of("--release", "8"), LIBRARY);
    Compiled.into(folder, List.of("--release", "8"), USER);
    Path user = folder.resolve("p/User.class");
    byte[] file = Files.readAllBytes(user);
    file[7] = 50;
    Files.write(user, file);
    isJudged();
  }
}
