// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.explorer.Explorer;
import vacate.explorer.model.MemoryModel;
import vacate.kernel.Barriers;

/** What each barrier of {@code vacate.kernel} forbids, and that nothing else forbids it. */
class KernelBarriersTest {
  /** Two variables that nothing orders. */
  abstract static class Two {
    int x;
    int y;
  }

  /** A message is passed with {@code smp_wmb} and {@code smp_rmb}. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN)
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Both extends Two {
    @Actor
    public void send() {
      x = 1;
      Barriers.smpWmb();
      y = 1;
    }

    @Actor
    public void receive(II_Result r) {
      r.r1 = y;
      Barriers.smpRmb();
      r.r2 = x;
    }
  }

  /** With {@code smp_rmb} alone. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN)
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class WithoutWmb extends Two {
    @Actor
    public void send() {
      x = 1;
      y = 1;
    }

    @Actor
    public void receive(II_Result r) {
      r.r1 = y;
      Barriers.smpRmb();
      r.r2 = x;
    }
  }

  /** With {@code smp_wmb} alone. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN)
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class WithoutRmb extends Two {
    @Actor
    public void send() {
      x = 1;
      Barriers.smpWmb();
      y = 1;
    }

    @Actor
    public void receive(II_Result r) {
      r.r1 = y;
      r.r2 = x;
    }
  }

  /** Each writes one and reads the other, with {@code smp_mb} between. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN)
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Full extends Two {
    @Actor
    public void left(II_Result r) {
      x = 1;
      Barriers.smpMb();
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      Barriers.smpMb();
      r.r2 = x;
    }
  }

  /** {@code smp_mb__before_clear_bit}, which is {@code smp_mb} on most machines. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN)
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class BeforeClearBit extends Two {
    @Actor
    public void left(II_Result r) {
      x = 1;
      Barriers.smpMbBeforeClearBit();
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      Barriers.smpMbBeforeClearBit();
      r.r2 = x;
    }
  }

  /** {@code smp_wmb} and {@code smp_rmb} together order no store before a load. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN)
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class WmbAndRmb extends Two {
    @Actor
    public void left(II_Result r) {
      x = 1;
      Barriers.smpWmb();
      Barriers.smpRmb();
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      Barriers.smpWmb();
      Barriers.smpRmb();
      r.r2 = x;
    }
  }

  @ParameterizedTest(name = "{0} under {1} is {2}")
  @CsvSource({
    "Both,           JMM, PROVED",
    "Both,           PSO, PROVED",
    "WithoutWmb,     JMM, REFUTED",
    "WithoutWmb,     PSO, REFUTED",
    "WithoutWmb,     TSO, PROVED",
    "WithoutRmb,     JMM, REFUTED",
    "WithoutRmb,     PSO, PROVED",
    "Full,           JMM, PROVED",
    "Full,           TSO, PROVED",
    "BeforeClearBit, JMM, PROVED",
    "WmbAndRmb,      JMM, REFUTED",
    "WmbAndRmb,      TSO, REFUTED"
  })
  void aBarrierOrdersWhatItIsForAndNoMore(String test, MemoryModel model, String verdict)
      throws ClassNotFoundException {
    Class<?> type = Class.forName(KernelBarriersTest.class.getName() + "$" + test);
    assertThat(Explorer.explore(type, model).verdict()).hasToString(verdict);
  }
}
