// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vacate.explorer.model.MemoryModel;

/**
 * How long all executions of fib_bench take: 218 243 under sc, 525 630 under the others that are
 * measured. Divide for executions a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@Fork(1)
public class SearchBenchmark {
  @Param({"SC", "TSO", "JMM"})
  MemoryModel model;

  @Benchmark
  public long fib() {
    return Tally.countOnly(new FibBench(), model).complete;
  }
}
