// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.List;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import vacate.kernel.Unshared;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.scene.Scene;
import vacate.scene.Start;
import vacate.spec.SlabModel;

/**
 * What Lincheck interleaves.
 *
 * @param name of the file in which a run that goes wrong is told, without its ending
 * @param revision of the protocol
 * @param scenario an operation for each CPU
 * @param grain how finely they are interleaved
 */
public record Staging(String name, Revision revision, Scenario scenario, Grain grain) {
  /** Why a scenario cannot be staged, in words behind "Lincheck ..."; empty if it can. */
  public static Optional<String> refusal(Scenario scenario) {
    Start start = scenario.start();
    if (!start.isUsual()) {
      return Optional.of("has no specification of a start with more than cache, state and pinned");
    }
    if (!scenario.intrusions().isEmpty()) {
      return Optional.of("has no interrupts, and no second processes");
    }
    if (scenario.cpus().stream().anyMatch(does -> does.size() != 1)) {
      return Optional.of("takes one operation for each CPU");
    }
    return scenario.cpus().stream()
        .map(does -> does.get(0).kind())
        .filter(kind -> !SlabModel.specifies(kind))
        .findFirst()
        .map(kind -> "has no specification of " + kind);
  }

  /** What Lincheck may take as one step. */
  List<ManagedStrategyGuarantee> guarantees() {
    return grain.guarantees();
  }

  /** A fresh scene, arranged. */
  @Unshared(always = true, because = "It runs before the actors do.")
  Scene setUp() {
    return new Scene(revision, scenario);
  }
}
