// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.List;

/** Runs threads along values that others are known to have come by. */
final class Rerun {
  private final Tape tape;

  /** Of the epilogue. */
  private final Node root = new Node(null, 0);

  Rerun(Tape tape) {
    this.tape = tape;
  }

  /** Goes on as long as there are values, whatever the thread itself has written. */
  private record Given(List<String> path) implements Recording.Guess {
    @Override
    public long value(int location) {
      throw new IllegalStateException("not asked for");
    }

    @Override
    public Long value(Node at, int location, Long own) {
      boolean goesOn = at.depth < path.size() && !path.get(at.depth).equals(Journal.AFTER);
      return goesOn ? Long.valueOf(path.get(at.depth)) : null;
    }
  }

  /**
   * Runs a thread once more.
   *
   * @param thread the epilogue, if it is the number of threads
   * @param known how much is to be known then
   * @param path as in a {@link Journal}
   * @return whether it is
   */
  boolean run(int thread, long known, List<String> path) {
    try {
      Node at = thread < tape.program().threads() ? tape.tries().root(thread) : root;
      Recording.Guess guess = new Given(path);
      for (String step : path) {
        fill(thread, at, guess);
        boolean waits = step.equals(Journal.AFTER);
        if (at.end != (waits ? Node.End.BLOCKED : Node.End.READ)) {
          return false;
        }
        at = waits ? at.after() : child(at, Long.parseLong(step));
      }
      fill(thread, at, guess);
    } catch (Surprise surprise) {
      // as it was the first time
    } catch (Refused | NotDeterministic other) {
      return false;
    }
    return tape.known() == known;
  }

  private void fill(int thread, Node node, Recording.Guess guess) {
    if (node.end == Node.End.UNKNOWN) {
      tape.fill(thread, node, guess);
    }
  }

  private static Node child(Node parent, long value) {
    Node child = parent.child(value);
    return child == null ? parent.addChild(value) : child;
  }
}
