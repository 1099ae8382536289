// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.MemoryModel;

/**
 * The rules that the search itself keeps, each taken out alone. What the models add is in {@code
 * AxiomsMatterTest}.
 */
class RulesMatterTest {
  private static final String LOAD_BUFFERING = "Ro x a;Wo y 1 & Ro y b;Wo x 1";
  private static final String LOST_UPDATE = "Ao x 1 a & Ao x 1 b";
  private static final String COHERENCE = "Wo x 1 & Ro x a;Ro y b & Wo y 1;Wo x 2";

  private static Tally explore(String text, Rules rules) {
    Litmus program = Litmus.parse(text);
    Tally tally = new Tally();
    new Search(Tally.tape(program), MemoryModel.JMM.axioms(), rules, tally).run();
    return tally;
  }

  /**
   * Taken out the search runs in circles, as a read that is revisited by what follows it takes that
   * away and brings it back. So it is looked at where the rule speaks, and what it says no to: the
   * two revisits that make load buffering, and nothing where there is none.
   */
  @Test
  void a0LetsNoReadReadFromWhatComesAfterIt() {
    assertThat(refusedRevisits(LOAD_BUFFERING)).containsExactly("W0.2 to R1.0", "W1.2 to R0.0");
    assertThat(refusedRevisits("Wo x 1;Ro y a & Wo y 1;Ro x b")).isEmpty();
  }

  private static Set<String> refusedRevisits(String text) {
    Set<String> refused = new TreeSet<>();
    explore(
        text,
        new Rules() {
          @Override
          boolean mayRevisit(Graph g, int write, int read) {
            boolean may = super.mayRevisit(g, write, read);
            if (!may) {
              refused.add("W" + place(g, write) + " to R" + place(g, read));
            }
            return may;
          }
        });
    return refused;
  }

  private static String place(Graph g, int event) {
    return g.thread(event) + "." + g.index(event);
  }

  @Test
  void a1LetsNoUpdateBeLost() {
    String lost = "{a=0, b=0, x=1}";
    assertThat(explore(LOST_UPDATE, new Rules()).outcomes.toString()).doesNotContain(lost);
    Tally without =
        explore(
            LOST_UPDATE,
            new Rules() {
              @Override
              boolean isFree(Graph g, int location, int place) {
                return true;
              }
            });
    assertThat(without.outcomes.toString()).contains(lost);
  }

  @Test
  void maximalityLetsNoGraphComeTwice() {
    assertThat(explore(COHERENCE, new Rules()).complete).isEqualTo(12);
    Rules mutant =
        new Rules() {
          @Override
          boolean isMaximal(Graph g, int event, int write) {
            return true;
          }
        };
    assertThatThrownBy(() -> explore(COHERENCE, mutant)).hasMessageContaining("visited twice");
  }
}
