// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.Forks;

/** Real forks, a thread each that waits for its end. */
final class ForkLanes implements Lanes {
  private final Forks forks;
  private final ExecutorService waiting = Executors.newCachedThreadPool();
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

  /**
   * @param directory for what they leave
   * @throws IOException if they cannot be talked to
   */
  ForkLanes(Path directory) throws IOException {
    forks = new Forks(directory);
  }

  @Override
  public void start(Turn turn) {
    waiting.execute(() -> run(turn));
  }

  private void run(Turn turn) {
    long began = System.nanoTime();
    ForkResult result = ForkResult.failed(ForkResult.Status.FAILED, "the runner failed");
    try {
      result = forks.run(turn.spec(), turn.number(), turn.limit());
    } catch (IOException e) {
      result = ForkResult.failed(ForkResult.Status.FAILED, "no fork: " + e.getMessage());
    } finally {
      ended.add(new Ended(turn, result, (System.nanoTime() - began) / 1_000_000));
    }
  }

  @Override
  public Ended await() throws InterruptedException {
    return ended.take();
  }

  @Override
  public void stop() {
    forks.stop();
  }

  @Override
  public void close() {
    forks.close();
    waiting.shutdown();
  }
}
