// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicStampedReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Whether equal keys are one object is not known, and does not matter to who asks equals then. */
class EqualKeysTest {
  @JCStressTest
  @Outcome(id = "2", expect = Expect.ACCEPTABLE)
  @State
  public static class Longs {
    final Map<Long, Integer> table = new ConcurrentHashMap<>();

    @Actor
    public void a() {
      table.merge(1000L, 1, Integer::sum);
    }

    @Actor
    public void b() {
      table.merge(1000L, 1, Integer::sum);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = table.get(1000L);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"null", "a"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class Uuids {
    final Map<UUID, String> table = new ConcurrentHashMap<>();
    final UUID key = UUID.randomUUID();

    @Actor
    public void a() {
      table.put(key, "a");
    }

    @Actor
    public void b(L_Result r) {
      r.r1 = table.get(key);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"true, false", "false, true"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class Texts {
    final Set<String> table = ConcurrentHashMap.newKeySet();
    volatile int n = 1;

    @Actor
    public void a(LL_Result r) {
      r.r1 = table.add("k" + n);
    }

    @Actor
    public void b(LL_Result r) {
      r.r2 = table.add("k" + n);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"true, false", "false, true"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class Guarded {
    final Map<Long, Long> table = new HashMap<>(Map.of(500L, 700L));

    @Actor
    public void a(LL_Result r) {
      synchronized (table) {
        r.r1 = table.remove(500L, 700L);
      }
    }

    @Actor
    public void b(LL_Result r) {
      synchronized (table) {
        r.r2 = table.replace(500L, 700L, 800L) && table.remove(500L, 800L);
      }
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ByIdentity {
    final Map<Long, Integer> table = new IdentityHashMap<>();

    @Actor
    public void a() {
      synchronized (table) {
        table.put(1000L, 1);
      }
    }

    @Actor
    public void b(L_Result r) {
      synchronized (table) {
        r.r1 = table.get(1000L);
      }
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Stamped {
    final AtomicStampedReference<Long> number = new AtomicStampedReference<>(1000L, 0);

    @Actor
    public void a(LL_Result r) {
      r.r1 = number.compareAndSet(1000L, 1L, 0, 1);
    }

    @Actor
    public void b(LL_Result r) {
      r.r2 = number.getStamp();
    }
  }

  /** Which thread runs setup is not known, and not to equals either. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Threads {
    final Map<Thread, Integer> table = new ConcurrentHashMap<>();

    public Threads() {
      table.put(Thread.currentThread(), 1);
    }

    @Actor
    public void a(L_Result r) {
      r.r1 = table.get(Thread.currentThread());
    }
  }

  private static Result explored(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(EqualKeysTest.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Longs", "Uuids", "Texts", "Guarded"})
  void tablesTakeEqualKeysForOne(String name) throws ClassNotFoundException {
    Result r = explored(name);
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomes()).allMatch(o -> o.executions() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ByIdentity", "Stamped"})
  void whatTellsThemApartIsRefused(String name) throws ClassNotFoundException {
    Result r = explored(name);
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("relies on the identity of a java.lang.Long");
  }

  @Test
  void whoseThreadItWasIsRefused() throws ClassNotFoundException {
    Result r = explored("Threads");
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("thread");
  }
}
