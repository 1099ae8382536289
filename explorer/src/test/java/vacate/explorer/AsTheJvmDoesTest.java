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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an actor does to an object that another has, too, comes to what it comes to when it is
 * simply run, to the words of what is thrown.
 */
class AsTheJvmDoesTest {
  private static final String TEST =
      """
      package p;
      import java.lang.invoke.*;
      import java.util.concurrent.*;
      import java.util.concurrent.locks.*;
      @JCStressTest
      @Outcome(expect = Expect.ACCEPTABLE)
      @State
      public class Does {
        %s
        String done() throws Throwable { %s }
        @Actor public void a(L_Result r) {
          try { r.r1 = done(); }
          catch (Throwable e) { r.r1 = e.getClass().getName() + ": " + e.getMessage(); }
        }
        @Actor public void b() { %s }
      }
      """;

  private static final String MADE =
      """
      int x;
      static final VarHandle V;
      static {
        try {
          V = MethodHandles.lookup().findVarHandle(Does.class, "x", int.class)
              .withInvokeExactBehavior();
        } catch (ReflectiveOperationException e) {
          throw new Error(e);
        }
      }
      """;

  @TempDir Path folder;

  private void comesToTheSame(String shared, String done, String other) throws Exception {
    Compiled.into(folder, TEST.formatted(shared, done, other));
    Result r = Compiled.explore(SC, folder);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> test = loader.loadClass("p.Does");
      Method run = test.getDeclaredMethod("done");
      run.setAccessible(true);
      Object instance = test.getDeclaredConstructor().newInstance();
      String expected;
      try {
        expected = (String) run.invoke(instance);
      } catch (InvocationTargetException e) {
        expected = e.getCause().getClass().getName() + ": " + e.getCause().getMessage();
      } finally {
        Thread.interrupted();
      }
      assertThat(r.outcomeIds()).as(r.toString()).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t.charAt(3); return null;",
        "t.charAt(-1); return null;",
        "t.setCharAt(3, 'x'); return null;",
        "t.setLength(-1); return null;",
        "t.deleteCharAt(3); return null;",
        "return t.deleteCharAt(1).toString();",
        "t.delete(5, 4); return null;",
        "t.delete(-1, 1); return null;",
        "return t.delete(1, 99).toString();",
        "t.replace(4, 5, \"x\"); return null;",
        "return t.replace(1, 2, \"xyz\").toString();",
        "t.insert(9, \"x\"); return null;",
        "return t.insert(1, \"xy\").toString();",
        "return t.insert(1, t).toString();",
        "return t.insert(2, (CharSequence) new StringBuilder(\"xy\")).toString();",
        "return t.insert(2, (CharSequence) null).toString();",
        "return t.substring(1) + t.substring(1, 2) + t.subSequence(0, 2);",
        "t.substring(4); return null;",
        "t.substring(2, 1); return null;",
        "t.subSequence(0, 5); return null;",
        "t.append(new char[1], 0, 2); return null;",
        "return t.append(new char[] {'x', 'y', 'z'}, 1, 2).toString();",
        "t.append(\"abc\", 2, 1); return null;",
        "return t.append(1).append(2L).append(true).append('c').append((String) null).toString();",
        "return t.append(new char[] {'x'}).append(t).reverse().toString();",
        "return t.append('x').reverse().toString();",
      })
  void aTextThatThreadsShare(String done) throws Exception {
    for (String type : new String[] {"StringBuilder", "StringBuffer"}) {
      comesToTheSame("final " + type + " t = new " + type + "(\"abc\");", done, "t.length();");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "final Object m = new Object(); | m.notify(); return null; | synchronized (m) { m.notify(); }",
        "final Object m = new Object(); | m.wait(); return null; | synchronized (m) { m.notify(); }",
        "final Object m = new Object(); | m.wait(1); return null; | synchronized (m) { m.notify(); }",
        "final Object m = new Object(); | m.wait(-1); return null; | synchronized (m) { m.notify(); }",
        "final Object m = new Object(); | m.wait(-1, 1); return null; | synchronized (m) { m.notify(); }",
        "final Object m = new Object(); | m.wait(1, -1); return null; | synchronized (m) { m.notify(); }",
        "final ReentrantLock m = new ReentrantLock(); | m.unlock(); return null; | m.lock(); m.unlock();",
        " | Thread.currentThread().interrupt(); Thread.sleep(5); return null; |",
        " | Thread.currentThread().interrupt(); TimeUnit.DAYS.sleep(5); return null; |",
        " | Thread.sleep(5, -1); return null; |",
        " | Thread.sleep(-1, 5); return null; |",
        " | new Thread(() -> {}).join(5, -1); return null; |",
      })
  void aThreadThatMayNotWait(String shared, String done, String other) throws Exception {
    comesToTheSame(shared == null ? "" : shared, done, other == null ? "" : other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object o = V.get(this); return \"\" + o;",
        "long l = (long) V.getVolatile(this); return \"\" + l;",
        "V.set(this, (byte) 1); return \"\";",
        "V.getAndAdd(this, 1); return \"\";",
        "return \"\" + (int) V.getAndAdd(this, 1);",
      })
  void aHandleThatIsOnlyCalledByItsType(String done) throws Exception {
    comesToTheSame(MADE, done, "x = 0;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new IllegalStateException(\"x\")",
        "new ArithmeticException(\"x\")",
        "new NumberFormatException()",
        "new Unmade(1)",
        "new Made()",
      })
  void aTaskThatAnotherThreadHasEndedWithAnException(String thrown) throws Exception {
    String classes =
        """
        public static class Unmade extends RuntimeException { Unmade(int i) { super("u" + i); } }
        public static class Made extends RuntimeException {
          public Made() { super("m"); }
          public Made(Throwable e) { super("again", e); }
        }
        ForkJoinTask<?> task() {
          return new ForkJoinPool(2).submit(() -> { if (true) throw %s; });
        }
        """
            .formatted(thrown);
    comesToTheSame(classes, "task().join(); return null;", "");
    comesToTheSame(classes, "task().get(); return null;", "");
  }

  /** The end is looked at before the text is. */
  @Test
  void aTextThatGetsShorterMeanwhile() throws IOException {
    String shared = "final StringBuilder t = new StringBuilder(\"abc\");";
    Compiled.into(folder, TEST.formatted(shared, "return t.substring(1);", "t.setLength(2);"));
    Result r = Compiled.explore(SC, folder);
    assertThat(r.outcomeIds())
        .containsExactlyInAnyOrder(
            "bc", "b", "java.lang.StringIndexOutOfBoundsException: start 1, end 3, length 2");
  }

  /** Each character is asked for, with the monitor of what is asked. */
  @Test
  void aTextThatIsTurnedWhileItIsInserted() throws IOException {
    String shared = "final StringBuffer s = new StringBuffer(\"ab\");";
    String done = "return new StringBuffer().insert(0, (CharSequence) s).toString();";
    Compiled.into(folder, TEST.formatted(shared, done, "s.reverse();"));
    Result r = Compiled.explore(SC, folder);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("ab", "ba", "aa");
  }

  /** It is an array of bytes in the JDK, which may be longer. */
  @Test
  void whereATextHasNoRoomIsNotSaid() throws IOException {
    String shared = "final StringBuilder t = new StringBuilder(1);";
    String done =
        "try { t.append(\"abc\"); return \"\"; } catch (RuntimeException e) { return %s; }";
    Compiled.into(
        folder, TEST.formatted(shared, done.formatted("\"caught\""), "t.append(\"abc\");"));
    Result r = Compiled.explore(SC, folder);
    assertThat(r.outcomeIds()).as(r.toString()).contains("", "caught");
    assertThat(r.outcomeIds()).noneMatch(id -> id.contains("char["));
    Compiled.into(
        folder, TEST.formatted(shared, done.formatted("e.getMessage()"), "t.append(\"abc\");"));
    assertThat(Compiled.explore(SC, folder).verdict()).isEqualTo(Verdict.NOT_RUN);
  }

  @Test
  void toUnparkAThreadThatIsNotStartedDoesNothing() throws IOException {
    String shared = "final Thread t = new Thread(LockSupport::park);";
    String done = "LockSupport.unpark(t); t.start(); t.join(); return \"\";";
    Compiled.into(folder, TEST.formatted(shared, done, ""));
    Result r = Compiled.explore(SC, folder);
    assertThat(r.outcomeIds()).as(r.toString()).containsExactlyInAnyOrder("", "deadlock");
    String other = "t.start(); LockSupport.unpark(t); t.join(); return \"\";";
    Compiled.into(folder, TEST.formatted(shared, other, ""));
    assertThat(Compiled.explore(SC, folder).outcomeIds()).containsExactly("");
  }
}
