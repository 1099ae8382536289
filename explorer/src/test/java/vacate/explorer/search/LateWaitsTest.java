// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.graph.Access.ACQUIRE_READ;
import static vacate.explorer.graph.Access.OPAQUE_READ;
import static vacate.explorer.graph.Access.OPAQUE_WRITE;
import static vacate.explorer.graph.Access.RELEASE_WRITE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.model.MemoryModel;

/** {@link Reduction#WAITS} leaves out executions in which a thread waits, and no other. */
class LateWaitsTest {
  private static final Set<Reduction> WITHOUT = Set.of(Reduction.UNSHARED, Reduction.FENCES);
  private static final Set<Reduction> WITH =
      Set.of(Reduction.UNSHARED, Reduction.FENCES, Reduction.WAITS);

  @ParameterizedTest
  @EnumSource
  void whoFindsALockTakenDoesNotMultiplyExecutions(MemoryModel model) {
    Litmus three = Litmus.parse("L m;Wp x 1;N m & L m;Wp x 2;N m & L m;Rp x a;N m");
    Tally all = Tally.of(Tally.tape(three, WITHOUT), model.axioms());
    Tally late = Tally.of(Tally.tape(three, WITH), model.axioms());
    assertThat(late.outcomes).isEqualTo(all.outcomes);
    assertThat(late.complete).isEqualTo(6);
    assertThat(all.blocked).isEqualTo(15);
    assertThat(late.blocked).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void whoeverWaitsForEverIsFound(MemoryModel model) {
    Litmus crossed = Litmus.parse("L m;L n;N n;N m & L n;L m;N m;N n & Wo x 1");
    Tally all = Tally.of(Tally.tape(crossed, WITHOUT), model.axioms());
    Tally late = Tally.of(Tally.tape(crossed, Reduction.ALL), model.axioms());
    assertThat(late.outcomes).isEqualTo(all.outcomes);
    assertThat(late.deadlocks).isEqualTo(1);
  }

  /**
   * The first thread need not wait for the lock, gives up what the second waits for, and only then
   * waits for it; so whoever is left waiting in between waits for what will come.
   */
  @ParameterizedTest
  @EnumSource
  void whoWouldGoOnAndLetAnotherGoOnIsNotDeadlocked(MemoryModel model) {
    for (Set<Reduction> reductions :
        List.of(Reduction.NONE, WITHOUT, Set.of(Reduction.WAITS), Reduction.ALL)) {
      Tally tally = Tally.of(Tally.tape(new WaitsForOneAnother(), reductions), model.axioms());
      assertThat(tally.complete).as("%s", reductions).isPositive();
      assertThat(tally.blocked > 0).isEqualTo(!reductions.contains(Reduction.WAITS));
      assertThat(tally.deadlocks).as("%s", reductions).isZero();
    }
  }

  private static final class WaitsForOneAnother implements Program {
    private static final int LOCK = 0;
    private static final int LEFT = 1;
    private static final int IDLE = 2;

    @Override
    public int threads() {
      return 2;
    }

    @Override
    public long initial(int location) {
      return location == LOCK ? 1 : 0; // which the second thread has
    }

    @Override
    public void run(int thread, Memory memory) throws Stop {
      if (thread == 0) {
        await(memory, LOCK, 0);
        memory.write(LEFT, RELEASE_WRITE, 1);
        await(memory, IDLE, 1);
      } else {
        memory.write(LOCK, RELEASE_WRITE, 0);
        await(memory, LEFT, 1);
        memory.write(IDLE, RELEASE_WRITE, 1);
      }
    }

    private static void await(Memory memory, int location, long value) throws Stop {
      while (memory.read(location, ACQUIRE_READ) != value) {
        memory.await();
      }
    }

    @Override
    public Object conclude(Memory memory) throws Stop {
      return memory.read(IDLE, OPAQUE_READ);
    }
  }

  /**
   * A turn that takes a lock to look, and gives it back, changes nothing: it may go on for ever.
   */
  @ParameterizedTest
  @EnumSource
  void whoTakesALockToLookAndGivesItBackWaitsForEver(MemoryModel model) {
    for (Set<Reduction> reductions : List.of(Reduction.NONE, Reduction.ALL)) {
      Tally tally = Tally.of(Tally.tape(new PollsUnderALock(), reductions), model.axioms());
      assertThat(tally.complete).as("%s", reductions).isZero();
      assertThat(tally.deadlocks).as("%s", reductions).isPositive();
    }
  }

  private static final class PollsUnderALock implements Program {
    private static final int LOCK = 0;
    private static final int NEVER = 1;

    @Override
    public int threads() {
      return 2;
    }

    @Override
    public long initial(int location) {
      return 0;
    }

    @Override
    public void run(int thread, Memory memory) throws Stop {
      memory.write(2 + thread, OPAQUE_WRITE, 1);
      while (thread == 0) {
        memory.write(LOCK, OPAQUE_WRITE, 1);
        long seen = memory.read(NEVER, ACQUIRE_READ);
        memory.write(LOCK, RELEASE_WRITE, 0);
        if (seen != 0) {
          return;
        }
        memory.await();
      }
      memory.read(LOCK, OPAQUE_READ);
    }

    @Override
    public Object conclude(Memory memory) {
      return "done";
    }
  }

  /**
   * What a thread writes while it waits seems to be its own, until another is seen to read it: the
   * waiting thread does more than wait then, and the search is another one.
   */
  @ParameterizedTest
  @EnumSource
  void whatIsSharedOnlyLateIsWaitedForFromTheBeginning(MemoryModel model) {
    Program program = new WritesWhileItWaits();
    Tally all = Tally.of(Tally.tape(program, Reduction.NONE), model.axioms());
    int[] restarts = {0};
    Tally late =
        new Tally() {
          @Override
          public void restart() {
            super.restart();
            restarts[0]++;
          }
        };
    new Search(Tally.tape(program, Reduction.ALL), model.axioms(), late).run();
    assertThat(late.outcomes).isEqualTo(all.outcomes);
    assertThat(late.complete).isEqualTo(all.complete);
    assertThat(restarts[0]).as("once for what it waits for, once for the sign").isEqualTo(2);
  }

  private static final class WritesWhileItWaits implements Program {
    private static final int GO = 0;
    private static final int SIGN = 1;
    private static final int OTHER = 2;
    private static final int SEEN = 3;

    @Override
    public int threads() {
      return 3;
    }

    @Override
    public long initial(int location) {
      return 0;
    }

    @Override
    public void run(int thread, Memory memory) throws Stop {
      if (thread == 0) {
        while (memory.read(GO, ACQUIRE_READ) == 0) {
          memory.write(SIGN, OPAQUE_WRITE, 1);
          memory.await();
        }
      } else if (thread == 1) {
        memory.write(OTHER, RELEASE_WRITE, 1);
        memory.write(GO, RELEASE_WRITE, 1);
      } else if (memory.read(OTHER, ACQUIRE_READ) == 0) {
        memory.write(SEEN, OPAQUE_WRITE, 1 + memory.read(SIGN, OPAQUE_READ));
      }
    }

    @Override
    public Object conclude(Memory memory) throws Stop {
      return memory.read(SEEN, OPAQUE_READ);
    }
  }
}
