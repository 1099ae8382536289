// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import java.util.Random;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.Axioms;

/**
 * Estimates how many executions the search would visit, without visiting them: walks down its tree,
 * at each node to a child that is drawn evenly, and multiplies the numbers of children on the way.
 * The mean of that product is the number of leaves (Knuth, Estimating the efficiency of backtrack
 * programs, 1975). Single walks differ wildly, and mostly lie below it.
 */
public final class RandomDescent extends Search {
  private enum Step {
    /** The next node is the one to go on from. */
    ENTER,
    /** The next nodes are children to count. */
    COUNT,
    /** The next nodes are children, one of which is entered. */
    CHOOSE,
    /** The walk is over. */
    LEAVE
  }

  /** A leaf is an execution, complete or blocked; a node without children may also be none. */
  private static final class Leaf implements Executions {
    boolean reached;
    boolean restarted;

    @Override
    public void complete(Graph graph, Object outcome) {
      reached = true;
    }

    @Override
    public void blocked(Graph graph, Wait wait) {
      reached = true;
    }

    @Override
    public void bounded(String why) {}

    @Override
    public void restart() {
      restarted = true;
    }
  }

  private final Leaf leaf;
  private final Random random;
  private Step step;
  private int children;
  private int chosen;
  private double product;
  private double sum;
  private long walks;

  /**
   * @param program and {@code recorder}, of no other search: it may be changed when the walks show
   *     that the search would have to start again
   */
  public RandomDescent(Program program, Recorder recorder, Axioms axioms, long seed) {
    this(program, recorder, axioms, seed, new Leaf());
  }

  private RandomDescent(Program program, Recorder recorder, Axioms axioms, long seed, Leaf leaf) {
    super(program, recorder, axioms, leaf);
    this.leaf = leaf;
    random = new Random(seed);
  }

  /**
   * Walks down once more.
   *
   * @throws Refused if the walk comes to what is not understood
   */
  public void walk() {
    do {
      leaf.restarted = false;
      step = Step.ENTER;
      run();
      if (leaf.restarted) { // the tree is another one now
        sum = 0;
        walks = 0;
      }
    } while (leaf.restarted);
    sum += product;
    walks++;
  }

  /** The mean over all walks so far: an unbiased estimate; NaN before the first. */
  public double mean() {
    return sum / walks;
  }

  @Override
  void visit(Graph g, int hint) {
    if (step == Step.COUNT) {
      children++;
    } else if (step == Step.ENTER) {
      product = 1;
      enter(g, hint);
    } else if (step == Step.CHOOSE && children++ == chosen) {
      enter(g, hint);
    }
  }

  /** Expands the node twice: to count its children, and to go to one of them. */
  private void enter(Graph g, int hint) {
    step = Step.COUNT;
    children = 0;
    leaf.reached = false;
    super.visit(g, hint);
    if (children == 0) {
      product = leaf.reached ? product : 0;
    } else {
      product *= children;
      chosen = random.nextInt(children);
      children = 0;
      step = Step.CHOOSE;
      super.visit(g, hint);
    }
    step = Step.LEAVE;
  }
}
