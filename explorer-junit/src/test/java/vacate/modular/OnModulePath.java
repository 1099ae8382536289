// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.modular;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static vacate.explorer.model.MemoryModel.JMM;

import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestEngine;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.explorer.Explorer;
import vacate.junit.Explore;

/** What {@link ModulePathTest} starts: prints which modules it uses, and what they find. */
public final class OnModulePath {
  private OnModulePath() {}

  /** A stand-in, a class of the JDK as code, a loop and a lock: all kinds of hooks are called. */
  @JCStressTest
  @Outcome(id = "2, 7", expect = ACCEPTABLE)
  @Outcome(id = "1, .*", expect = FORBIDDEN, desc = "the other was first")
  @State
  public static class Counted {
    final AtomicInteger counter = new AtomicInteger();
    final ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();

    private synchronized void put() {
      for (int i = 0; i < 2; i++) {
        map.put("k", 6 + i);
      }
    }

    @Actor
    public void left(II_Result r) {
      put();
      r.r1 = counter.incrementAndGet();
    }

    @Actor
    public void right(II_Result r) {
      counter.incrementAndGet();
      r.r2 = map.getOrDefault("k", 0);
    }
  }

  public static void main(String[] args) {
    System.out.println(Explorer.class.getModule().getName());
    System.out.println(Explore.class.getModule().getName());
    for (TestEngine engine : ServiceLoader.load(TestEngine.class)) {
      System.out.println(engine.getId());
    }
    System.out.println(Explore.of(Counted.class).under(JMM).outcomeIds());
  }
}
