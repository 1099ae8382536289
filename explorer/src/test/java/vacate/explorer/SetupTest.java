// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Setup runs once, in a JVM that explores other tests too. */
class SetupTest {
  private static final String TEST =
      """
      package p;
      import java.lang.invoke.*;
      import java.util.*;
      import java.util.concurrent.*;
      @JCStressTest
      @Outcome(id = "1", expect = Expect.ACCEPTABLE)
      @Outcome(expect = Expect.FORBIDDEN)
      @State
      public class Uses {
        static int use() throws Throwable { %s; return 1; }
        final int used;
        public Uses() throws Throwable { used = use(); }
        @Actor public void a(I_Result r) { r.r1 = used; }
      }
      """;

  @TempDir Path folder;

  private Result explore(String use) throws IOException {
    Compiled.into(folder, TEST.formatted(use));
    return Compiled.explore(SC, folder);
  }

  /** What others would find changed, what another run would do otherwise, and other threads. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.setProperty(\"p.Uses\", \"1\")",
        "System.clearProperty(\"p.Uses\")",
        "System.getProperties().put(\"p.Uses\", \"1\")",
        "System.setOut(System.err)",
        "System.exit(3)",
        "Locale.setDefault(Locale.ROOT)",
        "TimeZone.setDefault(null)",
        "Thread.setDefaultUncaughtExceptionHandler(null)",
        "List.of(1).parallelStream().count()",
        "java.util.logging.Logger.getLogger(\"p\").setLevel(null)",
        "new java.io.File(\"p\").delete()",
        "new java.io.File(\"p\").mkdirs()",
        "new java.io.FileOutputStream(\"p\")",
        "System.in.available()",
        "java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime()",
        "java.nio.file.Files.exists(java.nio.file.Path.of(\"p\"))",
        "new java.net.Socket()",
        "Uses.class.getClassLoader().setDefaultAssertionStatus(true)",
        "MethodHandles.lookup().defineClass(new byte[0])",
        "MethodHandles.lookup().defineHiddenClass(new byte[0], true)",
        "System.class.getMethod(\"setProperty\", String.class, String.class).invoke(null, \"p\", \"1\")",
        "java.beans.Introspector.flushCaches()",
      })
  void mayNotChangeNorAskTheWorldOutside(String use) throws IOException {
    Result r = explore(use);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("in setup").contains("(Uses.java:");
  }

  /** What is the same in each run here, and may be something else elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "new java.io.File(\"p\").exists()",
        "new java.io.File(System.getProperty(\"java.io.tmpdir\")).mkdirs()",
        "try { new java.io.FileInputStream(\"p\").read(); } catch (java.io.IOException e) { }",
        "java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().size()",
        "Runtime.getRuntime().maxMemory()",
      })
  void mayAskForWhatIsAsItIsHere(String use) throws IOException {
    Result r = explore(use);
    assertThat(r.outcomeIds()).as(r.toString()).containsExactly("1");
    assertThat(r.assumes()).contains("a machine, files and a JVM as here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.getProperty(\"p.Uses\")",
        "Integer.getInteger(\"p.Uses\")",
        "System.out.print(\"\")",
        "System.lineSeparator()",
        "Runtime.version().feature()",
        "Locale.getDefault()",
        "new HashMap<String, Integer>().merge(\"a\", 1, Integer::sum)",
        "new ConcurrentHashMap<Integer, Integer>().put(1, 2)",
        "new ArrayBlockingQueue<Integer>(1).offer(1)",
        "Thread.currentThread()",
        "ThreadLocal.withInitial(() -> 1).get()",
        "java.nio.ByteBuffer.allocate(8).putInt(0, 1).getInt(0)",
        "new java.io.StringWriter().write(1)",
        "java.time.Duration.ofSeconds(1).toMillis()",
        "java.util.regex.Pattern.compile(\"a\").matcher(\"a\").matches()",
        "java.text.NumberFormat.getInstance(Locale.ROOT).format(1)",
        "List.of(1, 2).stream().mapToInt(i -> i).sum()",
        "java.lang.reflect.Array.newInstance(Uses.class, 2)",
        "Uses.class.getDeclaredField(\"used\").getName()",
        "Integer.class.getMethod(\"parseInt\", String.class).invoke(null, \"1\")",
        "MethodHandles.lookup().findStatic(Math.class, \"abs\", MethodType.methodType(int.class, int.class)).invoke(1)",
        "Class.forName(\"p.Uses\")",
        "Runtime.getRuntime().availableProcessors()",
        "java.util.concurrent.locks.Lock l = new java.util.concurrent.locks.ReentrantLock();"
            + " l.lock(); l.newCondition().signalAll(); l.unlock()",
        "System.currentTimeMillis()",
        "new Date()",
        "Calendar.getInstance().getTime()",
        "Calendar.getInstance(TimeZone.getTimeZone(\"UTC\"))",
        "java.time.Instant.now()",
        "java.time.Clock.systemUTC().millis()",
        "new Random(1).nextInt()",
        "new Random().nextInt()",
        "ThreadLocalRandom.current().nextInt(9)",
        "Math.random()",
        "StrictMath.random()",
        "UUID.randomUUID()",
        "ProcessHandle.current().pid()",
        "new java.lang.ref.WeakReference<>(\"a\").get().length()",
        "new java.lang.ref.ReferenceQueue<String>().poll()",
      })
  void mayUseWhatIsItsOwn(String use) throws IOException {
    Result r = explore(use);
    assertThat(r.outcomeIds()).as(r.toString()).containsExactly("1");
  }

  /** Nobody else runs, so it is found to wait, and does not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.concurrent.locks.ReentrantReadWriteLock l ="
            + " new java.util.concurrent.locks.ReentrantReadWriteLock();"
            + " l.readLock().lock(); l.writeLock().lock()",
        "java.util.concurrent.locks.StampedLock l = new java.util.concurrent.locks.StampedLock();"
            + " l.readLock(); l.writeLock()",
        "new Semaphore(0).acquire()",
        "new ArrayBlockingQueue<Integer>(1).take()",
        "java.util.concurrent.atomic.AtomicBoolean b ="
            + " new java.util.concurrent.atomic.AtomicBoolean(); while (!b.get()) { }",
        "int[] flag = new int[1]; while (flag[0] == 0) { Thread.onSpinWait(); }",
        "int n = 0; while (n >= 0) { n = (n + 1) & 7; }"
      })
  void mayNotWait(String use) throws IOException {
    Result r = explore(use);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).containsAnyOf("setup waits for ever", "in setup", "setup goes round");
  }

  /** Long is not for ever. */
  @org.junit.jupiter.api.Test
  void mayTakeLong() throws IOException {
    Result r = explore("long n = 0; while (n < 5_000_000) { n++; }");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
  }

  @org.junit.jupiter.api.Test
  void drawsVersionFour() throws IOException {
    Result r =
        explore(
            "UUID u = UUID.randomUUID(); if (u.version() != 4 || u.variant() != 2) { return 0; }");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
  }

  /** As in jcstress; this very JVM may have been started with {@code -ea}. */
  @org.junit.jupiter.api.Test
  void assertionsAreOff() throws IOException {
    Compiled.into(
        folder,
        """
        package p;
        @JCStressTest
        @Outcome(id = "0", expect = Expect.ACCEPTABLE)
        @Outcome(expect = Expect.FORBIDDEN)
        @State
        public class Asserts {
          @Actor public void a(I_Result r) { assert (r.r1 = 1) == 1; }
        }
        """);
    assertThat(Compiled.explore(SC, folder).outcomeIds()).containsExactly("0");
  }
}
