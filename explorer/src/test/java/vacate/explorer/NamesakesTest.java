// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import org.junit.jupiter.api.Test;
import vacate.explorer.cases.Namesakes;

/** A method is told from others of its name by its parameters. */
class NamesakesTest {
  @Test
  void bothActorsOfOneNameRun() {
    assertThat(Explorer.explore(Namesakes.TwoActors.class, SC).outcomeIds())
        .containsExactly("0", "1");
  }

  @Test
  void theActorRunsAndNotItsOverload() {
    assertThat(Explorer.explore(Namesakes.Overload.class, SC).outcomeIds())
        .containsExactly("0", "1");
  }

  @Test
  void aBridgeIsNoActorAsInJcstress() {
    assertThat(Explorer.explore(Namesakes.Bridge.class, SC).outcomeIds()).containsExactly("0");
  }
}
