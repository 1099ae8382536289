// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.link.BinaryLinkServer;
import org.openjdk.jcstress.link.ServerListener;

/** The loopback socket over which forks fetch their work and return their results. */
final class ForkLink implements AutoCloseable {
  private final Map<Integer, TestConfig> jobs = new ConcurrentHashMap<>();
  private final Map<Integer, TestResult> results = new ConcurrentHashMap<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final BinaryLinkServer server;

  /**
   * Opens it.
   *
   * @throws IOException if there is no port to listen on
   */
  ForkLink() throws IOException {
    server = new BinaryLinkServer(new Listener());
  }

  String host() {
    return server.getHost();
  }

  int port() {
    return server.getPort();
  }

  /** Offers a job; the fork that presents the number gets it. */
  int offer(TestConfig job) {
    int token = tokens.incrementAndGet();
    jobs.put(token, job);
    return token;
  }

  /** What the job's fork returned, or null if it has returned nothing. */
  TestResult collect(int token) {
    return results.remove(token);
  }

  @Override
  public void close() {
    server.terminate();
  }

  /**
   * Called from the server's one thread, which an exception would end. So a job is never forgotten:
   * a fork that was given up may still ask for it.
   */
  private final class Listener implements ServerListener {
    @Override
    public ForkedTestConfig onJobRequest(int token) {
      return new ForkedTestConfig(jobs.get(token));
    }

    @Override
    public void onResult(int token, TestResult result) {
      result.setConfig(jobs.get(token));
      results.put(token, result);
    }
  }
}
