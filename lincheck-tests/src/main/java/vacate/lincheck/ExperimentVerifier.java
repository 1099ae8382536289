// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;
import vacate.spec.SlabModel;

/** Hands each run to the {@link Experiment} that it belongs to. */
public final class ExperimentVerifier implements Verifier {
  /**
   * Called by Lincheck.
   *
   * @param sequentialSpecification not used: {@link SlabModel} is the specification
   */
  public ExperimentVerifier(Class<?> sequentialSpecification) {}

  @Override
  public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
    Object experiment = scenario.getInitExecution().get(0).getArguments().get(0);
    return ((Experiment) experiment).accepts(results);
  }
}
