// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** What setup leaves in a {@code ThreadLocal} is found by the thread that has run it. */
public final class LeftBySetup {
  private LeftBySetup() {}

  /** One of the actors at most is that thread. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 0", "0, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OneFindsIt {
    final ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 0);

    public OneFindsIt() {
      local.set(1);
    }

    @Actor
    public void a(II_Result r) {
      r.r1 = local.get();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = local.get();
    }
  }

  /** It may be either of them. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 0"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OnlyTheFirstFindsIt {
    final ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 0);

    public OnlyTheFirstFindsIt() {
      local.set(1);
    }

    @Actor
    public void a(II_Result r) {
      r.r1 = local.get();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = local.get();
    }
  }

  /** Who finds what is in one finds what is in the other, an object of setup's. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "3, 0", "0, 3"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class FindsBoth {
    final ThreadLocal<int[]> one = ThreadLocal.withInitial(() -> new int[1]);
    final ThreadLocal<int[]> other = ThreadLocal.withInitial(() -> new int[1]);

    public FindsBoth() {
      one.get()[0] = 1;
      other.get()[0] = 2;
    }

    @Actor
    public void a(II_Result r) {
      r.r1 = one.get()[0] + other.get()[0];
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = other.get()[0] + one.get()[0];
    }
  }

  /** To look for it orders nothing. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class LooksBetween {
    final ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 0);
    int x;
    int y;

    public LooksBetween() {
      local.set(0);
    }

    @Actor
    public void a() {
      x = 1;
      local.get();
      y = 1;
    }

    @Actor
    public void b(II_Result r) {
      r.r1 = y;
      local.get();
      r.r2 = x;
    }
  }

  /** The arbiter's thread may be the one, or an actor's that is. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class ArbiterLooks {
    final ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 0);

    public ArbiterLooks() {
      local.set(1);
    }

    @Actor
    public void a() {}

    @Arbiter
    public void z(I_Result r) {
      r.r1 = local.get();
    }
  }

  /** Who makes an instance may start actors, too, which then inherit. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class MayBeInherited {
    final InheritableThreadLocal<Integer> local = new InheritableThreadLocal<>();

    public MayBeInherited() {
      local.set(1);
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = local.get() == null ? 0 : 1;
    }
  }

  /** The thread that has initialised the class need not have made the instance. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class LeftByAnInitializer {
    static final ThreadLocal<Integer> LOCAL = ThreadLocal.withInitial(() -> 0);

    static {
      LOCAL.set(1);
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = LOCAL.get();
    }
  }
}
