// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import vacate.explorer.cases.NullReceivers;

/** What a program runs into because something is wrong with its class path is no outcome. */
class FaultsTest {
  private static final String COUNTER =
      """
      package lib;
      public class Counter {
        public static int step = 1;
        public int n;
        public int next() { n += step; return n; }
      }
      """;

  /** Two actors count; how they get their counter, and what they do in trouble, is left open. */
  private static final String USER =
      """
      package p;
      @JCStressTest
      @Outcome(id = {"1, 2", "2, 1"}, expect = Expect.ACCEPTABLE)
      @Outcome(expect = Expect.FORBIDDEN)
      @State
      public class User {
        %s
        Object c;
        @Actor public void a(II_Result r) { r.r1 = next(); }
        @Actor public void b(II_Result r) { r.r2 = next(); }
        synchronized int next() {
          try {
            if (c == null) { c = new lib.Counter(); }
            return ((lib.Counter) c).next();
          } %s
        }
      }
      """;

  private static final String NOTHING = "finally { }";

  @TempDir Path folder;
  private Path library;

  @BeforeEach
  void compileTheLibrary() throws IOException {
    library = Compiled.into(folder, COUNTER).resolve("lib/Counter.class");
  }

  private void compile(String setup, String handler) throws IOException {
    Compiled.into(folder, USER.formatted(setup, handler));
  }

  private String refusal() throws IOException {
    Result r = Compiled.explore(SC, folder);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    return r.reason();
  }

  @Test
  void theProgramIsSoundWhileItsLibraryIsThere() throws IOException {
    compile("", NOTHING);
    assertThat(Compiled.explore(SC, folder).verdict()).isEqualTo(Verdict.PROVED);
  }

  /** Whatever an actor says that it handles. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        NOTHING,
        "catch (NoClassDefFoundError e) { return 1; }",
        "catch (LinkageError e) { return 1; }",
        "catch (Error e) { return 1; }",
        "catch (Throwable e) { return 1; }",
        "finally { if (c == null) return 1; }",
      })
  void aMissingClassIsRefusedByNameWhoeverCatchesTheError(String handler) throws IOException {
    compile("", handler);
    Files.delete(library);
    assertThat(refusal()).contains("the class lib.Counter, which is missing").contains("User.java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ new lib.Counter(); }",
        "int before = lib.Counter.step;",
        "static int before = new lib.Counter().next();",
        "{ try { new lib.Counter(); } catch (LinkageError e) { } }",
      })
  void aClassThatSetupMissesIsRefusedByName(String setup) throws IOException {
    compile(setup, NOTHING);
    Files.delete(library);
    assertThat(refusal()).contains("lib.Counter");
  }

  /** A library of another version, as it were. */
  @ParameterizedTest
  @CsvSource({
    "public int next, private int next, IllegalAccessError",
    "public int next, public int other, NoSuchMethodError",
    "public int next, public static int next, IncompatibleClassChangeError",
    "public class, public interface, InstantiationError",
    "public class, public abstract class, InstantiationError",
    "public class, class, IllegalAccessError",
  })
  void aClassThatHasChangedIsRefusedByName(String was, String is, String error) throws IOException {
    compile("", "catch (Throwable e) { return 1; }");
    String changed = COUNTER.replace(was, is).replace("step; return n;", "1; return 1;");
    boolean isInterface = is.endsWith("interface");
    boolean isStatic = is.contains("static int next");
    Compiled.into(
        folder,
        isInterface
            ? "package lib; public interface Counter { default int next() { return 1; } }"
            : isStatic ? changed.replace("n += 1;", "") : changed);
    assertThat(refusal()).contains(error).contains("Counter").contains("User.java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "step"})
  void aFieldThatIsGoneIsRefusedByName(String field) throws IOException {
    compile("{ c = new lib.Counter(); }", "catch (Throwable e) { return 1; }");
    Compiled.into(
        folder,
        USER.formatted("{ c = new lib.Counter(); }", "catch (Throwable e) { return 1; }")
            .replace("return ((lib.Counter) c).next()", "return ((lib.Counter) c)." + field));
    String without = "package lib; public class Counter { }";
    Compiled.into(folder, without);
    assertThat(refusal()).contains("NoSuchFieldError").contains("lib.Counter").contains(field);
  }

  @Test
  void aDamagedClassIsRefusedByName() throws IOException {
    compile("", "catch (Throwable e) { return 1; }");
    ClassReader reader = new ClassReader(Files.readAllBytes(library));
    ClassWriter writer = new ClassWriter(0);
    reader.accept(poppingInNext(writer), 0);
    Files.write(library, writer.toByteArray());
    assertThat(refusal()).contains("VerifyError").contains("lib/Counter.next");
  }

  /** Of the last Java whose files are read, which this one does not run; of one that none knows. */
  @ParameterizedTest
  @CsvSource({"69, UnsupportedClassVersionError", "99, cannot be woven"})
  void aClassOfALaterJavaIsRefusedByName(int version, String error) throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        version > Runtime.version().feature() + 44, "this Java runs it");
    compile("", "catch (Throwable e) { return 1; }");
    byte[] file = Files.readAllBytes(library);
    file[7] = (byte) version;
    Files.write(library, file);
    Result r = exploreWithoutReadingThatFile();
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(error).contains("Counter");
  }

  private Result exploreWithoutReadingThatFile() throws IOException {
    try (java.net.URLClassLoader loader =
        new java.net.URLClassLoader(
            new java.net.URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      return Explorer.explore(
          new vacate.explorer.jcstress.TestReader(loader).read("p.User").orElseThrow(),
          loader,
          SC,
          Bounds.DEFAULT);
    }
  }

  @Test
  void aMethodThatIsTooLongOnceWovenIsRefusedByName() throws IOException {
    compile("", "catch (Throwable e) { return 1; }");
    String much = "n++; ".repeat(5_000);
    Compiled.into(folder, COUNTER.replace("n += step", much + "n = 1"));
    assertThat(refusal()).contains("lib.Counter cannot be woven").contains("too large");
  }

  @Test
  void aNativeMethodIsRefusedByName() throws IOException {
    compile("", "catch (Throwable e) { return 1; }");
    Compiled.into(
        folder,
        COUNTER.replace("public int next() { n += step; return n; }", "public native int next();"));
    assertThat(refusal()).contains("UnsatisfiedLinkError").contains("lib.Counter.next");
  }

  private static ClassVisitor poppingInNext(ClassVisitor last) {
    return new ClassVisitor(Opcodes.ASM9, last) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return name.equals("next")
            ? new MethodVisitor(Opcodes.ASM9, next) {
              @Override
              public void visitCode() {
                super.visitCode();
                super.visitInsn(Opcodes.POP); // of an empty stack
              }
            }
            : next;
      }
    };
  }

  @Test
  void aNullPointerExceptionIsTheProgramsOwn() {
    assertThat(Explorer.explore(NullReceivers.Caught.class, SC).outcomeIds())
        .containsExactly("1, 1");
    Result r = Explorer.explore(NullReceivers.Thrown.class, SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds()).singleElement().asString().contains("NullPointerException");
  }
}
