// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vacate.explorer.checkpoint.CheckpointFile;
import vacate.explorer.checkpoint.Checkpoints;
import vacate.explorer.checkpoint.Lines;
import vacate.work.FileTrouble;

/** A run whose file is written again and again. That it cannot be written does not end the run. */
final class KeptRun implements AutoCloseable {
  /** How long it is between two writings, once the run is not young any more. */
  private static final long SECONDS = 10;

  /** How long explorations have to say how far they are; who is late is in the next writing. */
  private static final long SECONDS_TO_ANSWER = 1;

  private final CheckpointFile file;
  private final Consumer<String> tell;
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean toldTrouble;
  private volatile boolean kept;

  /**
   * @param tell is told, in a line, what goes wrong
   */
  KeptRun(CheckpointFile file, Consumer<String> tell) {
    this.file = file;
    this.tell = tell;
    Thread writer = new Thread(this::writeAgainAndAgain, "checkpoints");
    writer.setDaemon(true);
    writer.start();
  }

  Checkpoints checkpoints() {
    return new Noticed();
  }

  /** Whether any exploration has come further, or to its end, in this run. */
  boolean hasKept() {
    return kept;
  }

  private final class Noticed implements Checkpoints {
    @Override
    public long round(long executions) {
      return file.round(executions);
    }

    @Override
    public void keep(String exploration, Lines state) {
      file.keep(exploration, state);
      kept = true;
    }

    @Override
    public Optional<Lines> find(String exploration) {
      return file.find(exploration);
    }

    @Override
    public void begunAnew(String exploration) {
      file.begunAnew(exploration);
    }
  }

  private void writeAgainAndAgain() {
    try {
      for (long wait = 1; !over.await(wait, TimeUnit.SECONDS); ) {
        file.ask();
        over.await(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        write();
        wait = Math.min(2 * wait, SECONDS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // nobody does
    }
  }

  /** Writes how far it is. */
  synchronized void write() {
    if (over.getCount() == 0) {
      return;
    }
    try {
      file.write();
    } catch (IOException e) {
      if (!toldTrouble) {
        toldTrouble = true;
        tell.accept("the checkpoint cannot be written: " + FileTrouble.text(e));
      }
    }
  }

  /**
   * All results have been told.
   *
   * @param left whether there are tests of which there is more to say
   */
  synchronized void end(boolean left) throws IOException {
    if (left || file.hasUnfinished()) {
      write();
    } else {
      over.countDown();
      file.delete();
    }
  }

  /** The file stays as it is. */
  @Override
  public synchronized void close() {
    over.countDown();
  }
}
