// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import vacate.explorer.graph.Access;
import vacate.explorer.model.MemoryModel;

class NotDeterministicTest {
  private static final class Fickle implements Program {
    private long runs;

    @Override
    public int threads() {
      return 1;
    }

    @Override
    public long initial(int location) {
      return 0;
    }

    @Override
    public void run(int thread, Memory memory) throws Stop {
      memory.write(0, Access.PLAIN_WRITE, runs++);
      memory.read(0, Access.PLAIN_READ);
    }

    @Override
    public String name(int location) {
      return "Fickle#1.field";
    }

    @Override
    public Object conclude(Memory memory) {
      return "done";
    }
  }

  @Test
  void aThreadThatDoesSomethingElseTheSecondTimeIsFound() {
    assertThatExceptionOfType(NotDeterministic.class)
        .isThrownBy(() -> Tally.of(new Fickle(), MemoryModel.SC))
        .withMessageContaining("thread 1")
        .withMessageEndingWith(": it came to Fickle#1.field");
  }

  /** Does something only when it is run again, to see that it does the same. */
  private static final class RefusedLater implements Program {
    private int runs;

    @Override
    public int threads() {
      return 1;
    }

    @Override
    public long initial(int location) {
      return 0;
    }

    @Override
    public void run(int thread, Memory memory) throws Stop {
      memory.write(0, Access.PLAIN_WRITE, 1);
      if (runs++ > 0) {
        throw memory.refuse(new Refused("this time"));
      }
    }

    @Override
    public Object conclude(Memory memory) {
      return "done";
    }
  }

  @Test
  void aRefusalThatOnlyTheSecondRunComesToIsNotLost() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Tally.of(new RefusedLater(), MemoryModel.SC))
        .withMessage("this time");
  }
}
