// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM's messages name classes, loaders and variables: those of the test, and no others. */
class MessagesTest {
  private static final String TEST =
      """
      package p;
      import java.util.concurrent.atomic.*;
      import java.util.function.*;
      @JCStressTest
      @Outcome(expect = Expect.ACCEPTABLE)
      @State
      public class Fails {
        static class A { int f; Object o; A a; }
        static class B { }
        interface Fallible { void run() throws Throwable; }
        static String caught(Fallible f) {
          try { f.run(); return ""; } catch (Throwable e) { return %s; }
        }
        final A a = new A();
        A none;
        int[] array;
        static Fails fails;
        %s
      }
      """;

  private static final String CAST = "caught(() -> { Object o = a; B b = (B) o; })";

  @TempDir Path folder;

  private Result explore(String message, String rest) throws IOException {
    Compiled.into(folder, TEST.formatted(message, rest));
    return Compiled.explore(SC, folder);
  }

  /** Every way to the text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "e.getMessage()",
        "e.getLocalizedMessage()",
        "((ClassCastException) e).getMessage()",
        "e.toString().substring(30)",
        "(\"\" + e).substring(30)",
        "String.valueOf(e).substring(30)",
        "((Function<Throwable, String>) Throwable::getMessage).apply(e)",
        "new StringBuilder().append((Object) e).substring(30)",
      })
  void aMessageNamesNoLoaderOfTheExplorer(String message) throws IOException {
    String actor =
        "final String before = "
            + CAST
            + ";"
            + " @Actor public void a(LL_Result r) { r.r1 = "
            + CAST
            + "; r.r2 = before; }";
    Result r = explore(message, actor);
    String said =
        "class p.Fails$A cannot be cast to class p.Fails$B"
            + " (p.Fails$A and p.Fails$B are in unnamed module of loader 'app')";
    assertThat(r.outcomeIds()).as(r.toString()).containsExactly(said + ", " + said);
  }

  @Test
  void anActorsExceptionNamesNone() throws IOException {
    Result r = explore("\"\"", "@Actor public void a() { Object o = a; B b = (B) o; }");
    assertThat(r.outcomeIds())
        .singleElement()
        .asString()
        .contains("a threw java.lang.ClassCastException")
        .contains("loader 'app'")
        .doesNotContain("@");
  }

  /** What weaving puts between a value and its use is not to be seen in what is said of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "none.f++",
        "none.f = 3",
        "none.o = \"\"",
        "a.a.a = a",
        "array[0]++",
        "array[0] = array[1]",
        "caught(null).length(); none.a.f = array.length",
        "throw null",
        "int[] i = new int[2]; i[5]++",
        "Object[] o = new String[1]; o[0] = a",
        "int[] i = new int[-1]",
        "fails.a.f++",
        "Integer n = null; int i = n",
        "String s = null; s.length()",
      })
  void aMessageIsTheOneThatTheJvmGivesWithoutTheExplorer(String code) throws Exception {
    String text = "String text() { return caught(() -> { " + code + "; }); }";
    Result r =
        explore("e.getMessage()", text + " @Actor public void a(L_Result r) { r.r1 = text(); }");
    assertThat(r.outcomeIds()).as(r.toString()).containsExactly(unwoven());
  }

  /** What the explorer throws for the JVM, or has made another cause of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "list.size()",
        "list.hashCode()",
        "array.clone()",
        "synchronized (list) { }",
        "new AtomicInteger().updateAndGet(null)",
        "new AtomicIntegerArray((int[]) null)",
        "handle.set(a, 1)",
        "HANDLE.set((Object) a, 0, 1)",
        "a.a.f = switch (a.f) { case 0 -> { int i = 0; while (i < 3) i++; yield i; }"
            + " default -> 2; }",
        "as[switch (a.f) { case 0 -> { int i = 0; while (i < 1) i++; yield i; }"
            + " default -> 2; }].f++",
      })
  void aMessageThatOnlyTheJvmKnowsIsRefusedWhereItIsRead(String code) throws IOException {
    String fields =
        "java.util.List<?> list; A[] as = new A[3]; java.lang.invoke.VarHandle handle;"
            + " static final java.lang.invoke.VarHandle HANDLE ="
            + " java.lang.invoke.MethodHandles.arrayElementVarHandle(int[].class);";
    String thrown = "caught(() -> { " + code + "; });";
    String unread = " @Actor public void a(L_Result r) { r.r1 = " + thrown + " }";
    assertThat(explore("e.getClass() == null ? null : \"caught\"", fields + unread).outcomeIds())
        .containsExactly("caught");
    Result read = explore("\"\" + e", fields + unread);
    assertThat(read.verdict()).as(read.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(read.reason()).contains("relies on what the JVM says of an exception");
  }

  @Test
  void anActorThatEndsWithSuchAnExceptionNamesTheClassAlone() throws IOException {
    Result r = explore("\"\"", "Runnable run; @Actor public void a() { run.run(); }");
    assertThat(r.outcomeIds()).containsExactly("a threw java.lang.NullPointerException");
  }

  private String unwoven()
      throws IOException, ReflectiveOperationException, InvocationTargetException {
    URL[] path = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      Class<?> type = loader.loadClass("p.Fails");
      Method text = type.getDeclaredMethod("text");
      text.setAccessible(true);
      return String.valueOf(text.invoke(type.getDeclaredConstructor().newInstance()));
    }
  }
}
