// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.util.Map;

/**
 * What came of one fork.
 *
 * @param status how it ended
 * @param counts samples by outcome; empty unless it is done
 * @param message why there are no samples, in one line; null if it is done
 */
public record ForkResult(Status status, Map<String, Long> counts, String message) {
  /** How a fork may end. */
  public enum Status {
    /** It returned samples. */
    DONE,
    /** It did not come back in time: killed, or given up by jcstress in it. */
    TIMEOUT,
    /** The test or its JVM failed. */
    FAILED,
    /** It was killed because the run is being stopped; it says nothing. */
    STOPPED
  }

  public ForkResult {
    counts = Map.copyOf(counts);
  }

  /** A fork that ended well. */
  public static ForkResult done(Map<String, Long> counts) {
    return new ForkResult(Status.DONE, counts, null);
  }

  /** A fork without samples. */
  public static ForkResult failed(Status status, String message) {
    return new ForkResult(status, Map.of(), message);
  }

  /** Number of samples taken. */
  public long samples() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
