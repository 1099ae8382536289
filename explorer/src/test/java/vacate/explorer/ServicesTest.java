// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;

/** Providers of services are code of the program; but for a log, of which nothing is expected. */
class ServicesTest {
  private static final String COUNTER =
      """
      package t;
      public interface Counter { int next(); }
      """;

  private static final String PLAIN =
      """
      package t;
      public class Plain implements Counter {
        private int n;
        public int next() { return ++n; }
      }
      """;

  private static final String TAKES_NUMBERS =
      """
      package t;
      @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
      public class TakesNumbers {
        final Counter counter = java.util.ServiceLoader.load(Counter.class).iterator().next();
        @Actor public void a(II_Result r) { r.r1 = counter.next(); }
        @Actor public void b(II_Result r) { r.r2 = counter.next(); }
      }
      """;

  private static final String LOOKS_LATE =
      """
      package t;
      @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
      public class LooksLate {
        @Actor public void a(II_Result r) {
          r.r1 = java.util.ServiceLoader.load(Counter.class).findFirst().get().next();
        }
        @Actor public void b(II_Result r) {}
      }
      """;

  private static final String SHARES_A_LOADER =
      """
      package t;
      @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
      public class SharesALoader {
        final java.util.ServiceLoader<Counter> all = java.util.ServiceLoader.load(Counter.class);
        final java.util.Iterator<Counter> each = all.iterator();
        @Actor public void a(ZZ_Result r) { r.r1 = all.findFirst().isPresent(); }
        @Actor public void b(ZZ_Result r) { r.r2 = each.hasNext(); }
      }
      """;

  private static final String OF_LOGS =
      """
      package org.slf4j.spi;
      public interface SLF4JServiceProvider {}
      """;

  private static final String LOGS =
      """
      package t;
      public class Logs implements org.slf4j.spi.SLF4JServiceProvider {
        public Logs() { throw new IllegalStateException("somebody logs"); }
      }
      """;

  private static final String LOOKS_FOR_A_LOG =
      """
      package t;
      @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
      public class LooksForALog {
        final boolean logs =
            java.util.ServiceLoader.load(org.slf4j.spi.SLF4JServiceProvider.class).iterator().hasNext();
        @Actor public void a(Z_Result r) { r.r1 = logs; }
        @Actor public void b() {}
      }
      """;

  private static final String LOGGER_FACTORY =
      """
      package org.slf4j;
      public class LoggerFactory {
        private static final Object LOCK = new Object();
        private static volatile int state;
        public static Object getILoggerFactory() {
          if (state == 0) {
            synchronized (LOCK) {
              state = 1;
            }
          }
          return "nobody";
        }
      }
      """;

  private static final String LIBRARIES =
      """
      package t;
      @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
      public class Libraries {
        static class One {
          static final Object LOG = org.slf4j.LoggerFactory.getILoggerFactory();
          static int number() { return 1; }
        }
        static class Two {
          static final Object LOG = org.slf4j.LoggerFactory.getILoggerFactory();
          static int number() { return LOG == One.LOG ? 2 : 3; }
        }
        @Actor public void a(II_Result r) { r.r1 = One.number(); }
        @Actor public void b(II_Result r) { r.r2 = Two.number(); }
      }
      """;

  @TempDir Path folder;

  @Test
  void aProviderIsSharedLikeAnyOtherObject() throws IOException {
    provide("t.Counter", "# the only one\n t.Plain # so far");
    Result r = explored("TakesNumbers", COUNTER, PLAIN, TAKES_NUMBERS);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("1, 1", "1, 2", "2, 1");
  }

  @Test
  void setupFailsWithoutOne() throws IOException {
    Result r = explored("TakesNumbers", COUNTER, PLAIN, TAKES_NUMBERS);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("java.util.NoSuchElementException");
  }

  @Test
  void anActorMayNotLookForOne() throws IOException {
    provide("t.Counter", "t.Plain");
    Result r = explored("LooksLate", COUNTER, PLAIN, LOOKS_LATE);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("calls java.util.ServiceLoader.load");
  }

  /** Which is for one thread: the JDK's throws all kinds of exceptions then. */
  @Test
  void actorsMayNotShareALoader() throws IOException {
    provide("t.Counter", "t.Plain");
    Result r = explored("SharesALoader", COUNTER, PLAIN, SHARES_A_LOADER);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("calls java.util.ServiceLoader.iterator");
  }

  @Test
  void nothingIsLogged() throws IOException {
    provide("org.slf4j.spi.SLF4JServiceProvider", "t.Logs");
    Result r = explored("LooksForALog", OF_LOGS, LOGS, LOOKS_FOR_A_LOG);

    assertThat(r.outcomeIds()).as(r.toString()).containsExactly("false");
    assertThat(r.assumes()).contains("org.slf4j without a provider, so that nothing is logged");
  }

  @Test
  void whereNothingWouldBeLoggedNothingIsAssumed() throws IOException {
    Result r = explored("LooksForALog", OF_LOGS, LOGS, LOOKS_FOR_A_LOG);

    assertThat(r.outcomeIds()).as(r.toString()).containsExactly("false");
    assertThat(r.assumes()).isNull();
  }

  /** What the first of them finds the other asks for without a lock. */
  @Test
  void librariesThatActorsInitialiseMayBothAskForALog() throws IOException {
    Result r = explored("Libraries", LOGGER_FACTORY, LIBRARIES);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("1, 2");
    assertThat(r.assumes())
        .contains("initialised before the actors run", "org.slf4j.LoggerFactory");
    assertThat(r.assumes()).doesNotContain("first instance");
  }

  private void provide(String service, String providers) throws IOException {
    Path files = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(files.resolve(service), providers);
  }

  private Result explored(String name, String... sources) throws IOException {
    Compiled.into(folder, sources);
    try (TestSuite suite = new TestSuite(List.of(folder))) {
      StressTest test =
          suite.tests().stream()
              .filter(t -> t.className().equals("t." + name))
              .findFirst()
              .orElseThrow();
      return Explorer.explore(test, suite.loader(), MemoryModel.JMM, Bounds.DEFAULT);
    }
  }
}
