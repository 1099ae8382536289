// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.checkpoint;

import java.util.Optional;

/** Where explorations leave how far they are, and find how far they were. From any thread. */
public interface Checkpoints {
  /** What the first line of an exploration begins with of which there is no more to say. */
  String OVER = "over";

  /** Nothing is kept. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public long round(long executions) {
          return 0;
        }

        @Override
        public void keep(String exploration, Lines state) {}

        @Override
        public Optional<Lines> find(String exploration) {
          return Optional.empty();
        }

        @Override
        public void begunAnew(String exploration) {}
      };

  /**
   * Asked after each execution: whenever that is another number an exploration says how far it is.
   *
   * @param executions that it has visited
   */
  long round(long executions);

  /**
   * Keeps how far an exploration is, in place of what was kept of it before.
   *
   * @param exploration test and models
   */
  void keep(String exploration, Lines state);

  /** What was kept of an exploration. */
  Optional<Lines> find(String exploration);

  /** An exploration does not find its place again, and begins anew. */
  void begunAnew(String exploration);
}
