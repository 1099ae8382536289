// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.link.BinaryLinkServer;
import org.openjdk.jcstress.link.ServerListener;
import vacate.stress.control.DekkerPlain;

/**
 * A JVM that starts one fork with an hour of work, says its process id when it has begun, and waits
 * to be killed.
 */
final class KilledParent {
  private static final int HOUR = 3_600_000;

  private KilledParent() {}

  /** {@code DIRECTORY}: where the fork may write. */
  public static void main(String[] args) throws IOException, InterruptedException {
    ForkSpec spec = new ForkSpec(DekkerPlain.class.getName(), Mode.C1, 1, HOUR, false);
    CompletableFuture<Process> fork = new CompletableFuture<>();
    BinaryLinkServer link =
        new BinaryLinkServer(
            new ServerListener() {
              @Override
              public ForkedTestConfig onJobRequest(int token) {
                System.out.println(fork.join().pid());
                return new ForkedTestConfig(Jobs.of(spec, 0));
              }

              @Override
              public void onResult(int token, TestResult result) {
                // the parent is dead by then
              }
            });
    Path directives = Forks.directives(Path.of(args[0]), Jobs.of(spec, 0), spec.mode());
    fork.complete(
        new ProcessBuilder(ForkCommand.line(spec, directives, link.getHost(), link.getPort(), 0))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
    fork.join().waitFor();
  }
}
