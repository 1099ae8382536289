// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vacate.explorer.MonitorReport;
import vacate.explorer.Monitored;
import vacate.explorer.Result;
import vacate.explorer.Witness;
import vacate.watch.BrokenClaim;
import vacate.watch.Linearizable;

/**
 * What those who {@linkplain ScenarioQuestion#watchmen watch} a scenario have noted of it.
 *
 * @param claim which is broken
 * @param witness an execution that breaks it
 */
public record Noted(BrokenClaim claim, Witness witness) {
  /** The ways in which claims are broken. */
  public static Stream<Noted> claims(Result result) {
    return reports(result)
        .flatMap(
            report ->
                report.notes().stream()
                    .filter(BrokenClaim.class::isInstance)
                    .map(n -> new Noted((BrokenClaim) n, witness(report, n))));
  }

  /** An execution that is not linearizable; empty if each is, or nobody has looked. */
  public static Optional<Witness> notLinearizable(Result result) {
    return reports(result)
        .filter(report -> report.notes().contains(Linearizable.BROKEN))
        .map(report -> witness(report, Linearizable.BROKEN))
        .findFirst();
  }

  /** The result of a scenario, of which each execution has to be linearizable. */
  public static Result judged(Result result) {
    return notLinearizable(result).isPresent() ? result.refuted() : result;
  }

  private static Stream<MonitorReport> reports(Result result) {
    return result.monitored().stream().map(Monitored::violations).flatMap(List::stream);
  }

  private static Witness witness(MonitorReport report, Object note) {
    return report.witnesses().get(report.notes().indexOf(note));
  }
}
