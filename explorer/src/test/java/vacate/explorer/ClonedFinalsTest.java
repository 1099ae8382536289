// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A clone has final fields that no constructor has ended for: they promise nothing. */
class ClonedFinalsTest {
  static class Sheep implements Cloneable {
    final int legs;

    Sheep(int legs) {
      this.legs = legs;
    }

    Sheep copy() {
      try {
        return (Sheep) clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @JCStressTest
  @Outcome(
      id = {"-1", "4"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class Raced {
    final Sheep first = new Sheep(4);
    Sheep second;

    @Actor
    public void clones() {
      second = first.copy();
    }

    @Actor
    public void looks(I_Result r) {
      Sheep seen = second;
      r.r1 = seen == null ? -1 : seen.legs;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"-1", "4"},
      expect = Expect.ACCEPTABLE)
  @State
  public static class Published {
    final Sheep first = new Sheep(4);
    volatile Sheep second;

    @Actor
    public void clones() {
      second = first.copy();
    }

    @Actor
    public void looks(I_Result r) {
      Sheep seen = second;
      r.r1 = seen == null ? -1 : seen.legs;
    }
  }

  @Test
  void aRaceShowsThemUnwritten() {
    Result r = Explorer.explore(Raced.class, JMM);
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("-1", "0", "4");
  }

  @Test
  void whatIsPublishedIsWhole_andTheResultSaysOnWhatItRests() {
    Result r = Explorer.explore(Published.class, JMM);
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("-1", "4");
    assertThat(r.assumes())
        .contains("nothing of the final fields of " + Sheep.class.getName() + ", which are cloned");
  }
}
