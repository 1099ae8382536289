// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.ResourceEstimator;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.link.BinaryLinkClient;
import vacate.stress.realtime.RealTime;

/**
 * What runs in a fork: fetches a job, does it, returns the result. jcstress's own {@code
 * ForkedMain} does the same and first finds out how many samples fit into a round, for which it
 * runs some 33 000 of them one thread after the other. Those race with nothing and count like the
 * rest: in a short fork they are most of what it returns.
 */
final class Forked {
  private Forked() {}

  /** {@code HOST PORT TOKEN}: where the job is, and its number. */
  public static void main(String[] args) throws IOException {
    ParentWatch.begin();
    RealTime.start();
    BinaryLinkClient link = new BinaryLinkClient(args[0], Integer.parseInt(args[1]));
    int token = Integer.parseInt(args[2]);
    link.doneResult(token, run(new FixedRounds(link.jobRequest(token))));
    System.exit(0); // an actor that never comes back is no reason to wait for it
  }

  private static TestResult run(ForkedTestConfig job) {
    try {
      Class<?> runner = Class.forName(job.generatedRunnerName);
      return ((Runner<?>) runner.getConstructor(ForkedTestConfig.class).newInstance(job)).run();
    } catch (LinkageError e) {
      return failed(Status.API_MISMATCH, e);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return failed(Status.TEST_ERROR, e);
    }
  }

  private static TestResult failed(Status status, Throwable thrown) {
    TestResult result = new TestResult(status);
    result.addMessage("before the first sample");
    result.addMessages(thrown);
    return result;
  }

  /** Rounds of the size that was asked for; see {@link ForkOptions}. */
  private static final class FixedRounds extends ForkedTestConfig {
    FixedRounds(ForkedTestConfig job) throws IOException {
      super(new DataInputStream(new ByteArrayInputStream(written(job))));
    }

    private static byte[] written(ForkedTestConfig job) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      job.write(new DataOutputStream(bytes));
      return bytes.toByteArray();
    }

    @Override
    public void adjustStrideCount(ResourceEstimator estimator) {
      // as asked
    }
  }
}
