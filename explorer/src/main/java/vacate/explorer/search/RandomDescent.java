// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.Random;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.Axioms;
import vacate.explorer.search.ChoiceTree.Visit;

/**
 * Estimates how many executions the search would visit, without visiting them: walks down its tree,
 * at each node to a child that is drawn evenly, and multiplies the numbers of children on the way.
 * The mean of that product is the number of leaves (Knuth, Estimating the efficiency of backtrack
 * programs, 1975). Single walks differ wildly, and mostly lie below it.
 */
public final class RandomDescent {
  /** What an execution comes to is of no interest, only what finding it out says of the tree. */
  private static final class Unheard implements Executions {
    @Override
    public void complete(Graph graph, Object outcome) {}

    @Override
    public void blocked(Graph graph, Wait wait) {}

    @Override
    public void bounded(String why) {}

    @Override
    public void restart() {}
  }

  private final Tape tape;
  private final ChoiceTree tree;
  private final Random random;
  private final Executions unheard = new Unheard();
  private double product;
  private double sum;
  private long walks;

  /**
   * @param tape of no other search: it may be changed when the walks show that the search would
   *     have to start again
   */
  public RandomDescent(Tape tape, Axioms axioms, long seed) {
    this.tape = tape;
    tree = new ChoiceTree(tape, axioms, new Rules());
    random = new Random(seed);
  }

  /**
   * Walks down once more.
   *
   * @throws Refused if the walk comes to what is not understood
   */
  public void walk() {
    product = 1;
    while (!isDown() || tape.hasTakenBackTooMuch()) {
      // the tree is another one now
      product = 1;
      sum = 0;
      walks = 0;
    }
    sum += product;
    walks++;
  }

  private boolean isDown() {
    try {
      return tree.visit(this::descend) == Visit.COMPLETE;
    } catch (Anew anew) {
      tape.beginAnew(anew.unlike);
      return false;
    }
  }

  /** The mean over all walks so far: an unbiased estimate; NaN before the first. */
  public double mean() {
    return sum / walks;
  }

  /** Expands the node twice: to count its children, and to go to one of them. */
  private void descend(Graph g, int hint) {
    int thread = tree.next(g, hint);
    if (thread == ChoiceTree.IN_VAIN) {
      product = 0;
      return;
    }
    if (thread < 0) {
      Leaf leaf = tree.leaf(g);
      leaf.report(unheard);
      product *= leaf.size();
      return;
    }
    int[] children = {0};
    tree.expand(g, thread, (child, h) -> children[0]++);
    product *= children[0];
    if (children[0] > 0) {
      int chosen = random.nextInt(children[0]);
      int[] seen = {0};
      tree.expand(
          g,
          tree.next(g, hint),
          (child, h) -> {
            if (seen[0]++ == chosen) {
              descend(child, h);
            }
          });
    }
  }
}
