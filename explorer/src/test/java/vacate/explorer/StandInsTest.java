// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands for a class of the JDK does what the class does, with wrong arguments too. */
class StandInsTest {
  private static final String FIXTURES =
      """
      package t;
      import java.util.concurrent.atomic.*;
      import java.util.concurrent.locks.*;
      public class Fixtures {
        static class Base { volatile int inherited; }
        static class Fields extends Base {
          static class Sub extends Fields {}
          volatile int one = 1;
          volatile int half = Integer.MAX_VALUE;
          int plain;
          volatile long other;
          static volatile int shared;
          final int fixed = 3;
          volatile long oneLong = 1;
          volatile long halfLong = Long.MIN_VALUE;
          volatile String oneReference = "a";
          volatile Object halfReference = "a";
          String all() {
            return one + " " + half + " " + oneLong + " " + halfLong + " " + oneReference + " " + halfReference;
          }
        }
        static final AtomicIntegerFieldUpdater volatileOneInteger = AtomicIntegerFieldUpdater.newUpdater(Fields.class, "one");
        static final AtomicIntegerFieldUpdater halfInteger = AtomicIntegerFieldUpdater.newUpdater(Fields.class, "half");
        static final AtomicLongFieldUpdater volatileOneLong = AtomicLongFieldUpdater.newUpdater(Fields.class, "oneLong");
        static final AtomicLongFieldUpdater halfLong = AtomicLongFieldUpdater.newUpdater(Fields.class, "halfLong");
        static final AtomicReferenceFieldUpdater volatileOneReference = AtomicReferenceFieldUpdater.newUpdater(Fields.class, String.class, "oneReference");
        static final AtomicReferenceFieldUpdater halfReference = AtomicReferenceFieldUpdater.newUpdater(Fields.class, Object.class, "halfReference");
        static ReentrantLock held(ReentrantLock lock) { lock.lock(); lock.lock(); return lock; }
      }
      """;

  @TempDir Path folder;

  /** What is refused by name, and why it is. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          // The JDK has an identity hash code in their text.
          Map.entry("ReentrantLock.newCondition", "another in each run of the JVM"),
          Map.entry("ReentrantLock.toString", "another in each run of the JVM"),
          Map.entry("Semaphore.toString", "another in each run of the JVM"),
          Map.entry("AtomicIntegerFieldUpdater.toString", "the identity hash code of a"),
          Map.entry("AtomicLongFieldUpdater.toString", "the identity hash code of a"),
          Map.entry("AtomicReferenceFieldUpdater.toString", "the identity hash code of a"),
          // An updater that an actor makes could be shared; those that setup makes are fine.
          Map.entry("AtomicIntegerFieldUpdater.newUpdater", "made by an actor is shared"),
          Map.entry("AtomicLongFieldUpdater.newUpdater", "made by an actor is shared"),
          Map.entry("AtomicReferenceFieldUpdater.newUpdater", "made by an actor is shared"));

  @ParameterizedTest
  @ValueSource(
      classes = {
        AtomicBoolean.class,
        AtomicInteger.class,
        AtomicLong.class,
        AtomicReference.class,
        AtomicIntegerArray.class,
        AtomicLongArray.class,
        AtomicReferenceArray.class,
        AtomicIntegerFieldUpdater.class,
        AtomicLongFieldUpdater.class,
        AtomicReferenceFieldUpdater.class,
        ReentrantLock.class,
        Semaphore.class
      })
  void aStandInDoesWhatTheJdkDoes(Class<?> type) throws Exception {
    SideBySide both = SideBySide.of(folder, StandInCalls.of(type), FIXTURES);
    assertThat(both.differences()).isEmpty();
    assertThat(both.refused().keySet())
        .isEqualTo(
            REFUSED.keySet().stream()
                .filter(method -> method.startsWith(type.getSimpleName() + "."))
                .collect(Collectors.toSet()));
    both.refused().forEach((method, why) -> assertThat(why).contains(REFUSED.get(method)));
  }

  @Test
  void noStandInIsLeftOut() throws Exception {
    ValueSource compared =
        StandInsTest.class
            .getDeclaredMethod("aStandInDoesWhatTheJdkDoes", Class.class)
            .getAnnotation(ValueSource.class);
    Path standIns = Path.of(Explorer.class.getResource("standin").toURI());
    try (Stream<Path> files = Files.list(standIns)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !f.contains("$")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Arrays.stream(compared.classes()).map(Class::getSimpleName),
                      Stream.of(
                          // which stand for nothing
                          "Joined",
                          "SemaphoreQueue",
                          "Updated",
                          "Waiters",
                          "package-info",
                          // whose other half is the garbage collector
                          "Cleaner",
                          "CleanerFactory",
                          "Reference",
                          "ReferenceQueue",
                          "SoftReference",
                          "WeakReference",
                          // what is the JDK's own where threads share none
                          "Characters",
                          "StringBuffer",
                          "StringBuilder",
                          // what is in the files of a class path
                          "ServiceLoader",
                          // what this JDK may not have
                          "ThreadBuilder",
                          "ThreadMaker",
                          "ThreadPerTaskExecutor",
                          "VirtualThread",
                          // and what only other code of the JDK can use in full
                          "AdaptedTask",
                          "ForkJoinPool",
                          "ForkJoinTask",
                          "PoolThread",
                          "ScopedMemoryAccess",
                          "SharedThreadContainer",
                          "InheritableThreadLocal",
                          "ThreadLocal",
                          "ThreadLocalRandom",
                          "Unsafe"))
                  .map(name -> name + ".class")
                  .toList());
    }
  }
}
