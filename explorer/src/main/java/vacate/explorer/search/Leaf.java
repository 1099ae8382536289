// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.function.Consumer;
import java.util.function.Supplier;
import vacate.explorer.graph.Graph;

/** An execution in which no thread can go on, and its mirror image if that is not visited. */
final class Leaf {
  private final Threads code;
  private final Graph g;

  /** Null if there is no image, or it is visited itself. */
  private final Mirror mirror;

  private final Supplier<Graph> image;

  Leaf(Threads code, Graph g) {
    this(code, g, null, () -> null);
  }

  /**
   * @param image draws it
   */
  Leaf(Threads code, Graph g, Mirror mirror, Supplier<Graph> image) {
    this.code = code;
    this.g = g;
    this.mirror = mirror;
    this.image = image;
  }

  /** How many executions it stands for. */
  int size() {
    return mirror == null ? 1 : 2;
  }

  /**
   * Runs the epilogue, if all threads are finished, and tells what the executions come to. Neither
   * is told before it is known of both: finding out may show that the tree is another. And the
   * image is not left out because somebody has had enough with the other.
   *
   * @throws Refused if the epilogue waits
   */
  void report(Executions executions) {
    if (mirror == null) {
      report().accept(executions);
      return;
    }
    Consumer<Executions> report = report();
    Consumer<Executions> ofImage = reportOfImage();
    try {
      report.accept(executions);
    } finally {
      ofImage.accept(executions);
    }
  }

  private Consumer<Executions> report() {
    boolean cutOff = code.anyIs(g, Node.End.BOUNDED);
    String why = code.reason();
    Consumer<Executions> report =
        switch (code.state(g)) {
          case FINISHED -> finished(code.outcome(g));
          case FAILED ->
              code.endGame().deadlocked(g) ? complete(code.outcome(g)) : blocked(Wait.ENDS);
          default -> blocked(cutOff ? Wait.ENDS : code.endGame().waits(g));
        };
    if (!cutOff) {
      return report;
    }
    boolean waits = code.anyIs(g, Node.End.BLOCKED);
    return bounded(why + (waits ? ", and a thread waits that it might have woken" : ""))
        .andThen(report);
  }

  private Consumer<Executions> reportOfImage() {
    if (code.state(g) != Node.End.FINISHED) {
      return new Leaf(code, image.get()).report();
    }
    Object outcome = code.outcomeOfImage(g, mirror, image);
    return outcome == null || outcome instanceof Epilogue.CutOff
        ? new Leaf(code, image.get()).finished(outcome)
        : executions -> executions.completeImage(image, outcome);
  }

  private Consumer<Executions> finished(Object outcome) {
    if (outcome instanceof Epilogue.CutOff cut) {
      return bounded("in the epilogue " + cut.why()).andThen(blocked(Wait.ENDS));
    }
    if (outcome == null) {
      throw new Refused("the arbiter waits, and there is nobody left to wait for");
    }
    return complete(outcome);
  }

  private Consumer<Executions> complete(Object outcome) {
    return executions -> executions.complete(g, outcome);
  }

  private Consumer<Executions> blocked(Wait wait) {
    return executions -> executions.blocked(g, wait);
  }

  private static Consumer<Executions> bounded(String why) {
    return executions -> executions.bounded(why);
  }
}
