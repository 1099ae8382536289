// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.io.IOException;
import java.nio.file.Path;

/** What a run wants of the world around it. */
interface Platform {
  /** This machine. */
  Platform HERE =
      new Platform() {
        @Override
        public Topology topology() {
          return Topology.read();
        }

        @Override
        public double spare(Topology topology) throws InterruptedException {
          return SpareProcessors.measure(topology.cpus());
        }

        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public Lanes open(Path directory) throws IOException {
          return new ForkLanes(directory);
        }
      };

  Topology topology();

  /** Processors that other work leaves to us. */
  double spare(Topology topology) throws InterruptedException;

  /** As {@link System#nanoTime}. */
  long nanoTime();

  /**
   * Opens lanes whose forks leave their results in that directory.
   *
   * @throws IOException if they cannot be talked to
   */
  Lanes open(Path directory) throws IOException;
}
