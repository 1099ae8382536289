// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

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
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.model.MemoryModel;

/** How long it takes to exhaust a scenario on the port, weaving included, once the JVM is warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 5)
@Fork(1)
public class PortBenchmark {
  @Param Port scenario;

  @Param({"SC", "TSO", "PSO", "JMM"})
  MemoryModel model;

  @Benchmark
  public Result posted() {
    return Explorer.explore(scenario.posted, model);
  }

  @Benchmark
  public Result corrected() {
    return Explorer.explore(scenario.corrected, model);
  }
}
