// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A virtual thread is a thread, as far as memory is concerned. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {
  private static final String TEST =
      """
      package p;
      import java.util.concurrent.*;
      @JCStressTest
      @Outcome(id = "1", expect = Expect.ACCEPTABLE)
      @Outcome(expect = Expect.FORBIDDEN)
      @State
      public class Virtual {
        int x;
        @Actor public void a(I_Result r) throws Exception {
          %s
          r.r1 = x;
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PROVED|Thread.startVirtualThread(() -> x = 1).join();",
        "REFUTED|Thread.startVirtualThread(() -> x = 1);",
        "PROVED|Thread t = Thread.ofVirtual().unstarted(() -> x = 1); t.start(); t.join();",
        "PROVED|Thread t = Thread.ofVirtual().name(\"v\").start(() ->"
            + " x = Thread.currentThread().getName().equals(\"v\") ? 1 : 2); t.join();",
        "PROVED|Thread t = Thread.ofVirtual().start(() -> x = Thread.currentThread().isVirtual() ? 1"
            + " : 2); t.join();",
        "PROVED|Thread t = Thread.ofPlatform().start(() -> x = Thread.currentThread().isVirtual() ?"
            + " 2 : 1); t.join();",
        "PROVED|Thread t = Thread.ofVirtual().factory().newThread(() -> x = 1); t.start(); t.join();",
        "PROVED|try (var e = Executors.newVirtualThreadPerTaskExecutor()) { e.submit(() -> x = 1); }",
        "PROVED|var e = Executors.newVirtualThreadPerTaskExecutor(); e.submit(() -> x = 1).get();",
        "REFUTED|var e = Executors.newVirtualThreadPerTaskExecutor(); e.submit(() -> x = 1);",
        "PROVED|Thread t = Thread.ofVirtual().unstarted(() -> {}); t.setPriority(3);"
            + " x = t.isDaemon() && t.getPriority() == 5 ? 1 : 2;",
        "PROVED|try { Thread.ofVirtual().unstarted(() -> {}).setDaemon(false); }"
            + " catch (IllegalArgumentException e) { x = 1; }",
        "PROVED|Thread t = Thread.ofPlatform().daemon().priority(7).unstarted(() -> {});"
            + " x = t.isDaemon() && t.getPriority() == 7 ? 1 : 2;",
        "PROVED|Thread t = Thread.ofPlatform().uncaughtExceptionHandler((u, e) -> x = 1)"
            + ".start(() -> { throw new IllegalStateException(); }); t.join();",
        "PROVED|Thread t = Thread.startVirtualThread(() -> x = 1);"
            + " while (!t.join(java.time.Duration.ofMillis(5))) { }",
        "REFUTED|Thread t = Thread.startVirtualThread(() -> x = 1);"
            + " t.join(java.time.Duration.ofMillis(5));",
        "PROVED|try { Thread.ofVirtual().unstarted(() -> {}).join(java.time.Duration.ZERO); }"
            + " catch (IllegalThreadStateException e) { x = 1; }",
        "PROVED|Thread.sleep(java.time.Duration.ofMillis(5)); x = 1;"
      })
  void isAThread(Verdict verdict, String code) throws IOException {
    Compiled.into(folder, TEST.formatted(code));
    Result r = Compiled.explore(JMM, folder);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(verdict);
  }
}
