// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vacate.claim.Finding;
import vacate.lincheck.Budget;
import vacate.lincheck.LincheckJudge;
import vacate.lincheck.Trial;
import vacate.stress.runner.fork.ParentWatch;

/**
 * The JVM in which Lincheck judges: it instruments classes as they are loaded and wants options
 * that nobody else should run with. After each scenario it writes all findings so far and says so
 * on stdout. It ends with the JVM that started it.
 */
final class LincheckFork {
  private LincheckFork() {}

  /** {@code RESULTS TRACES BUDGET SCENARIO...}: a file, a folder, a budget, names of scenarios. */
  public static void main(String[] args) throws IOException {
    ParentWatch.begin();
    JsonFile results = JsonFile.at(Path.of(args[0]));
    LincheckJudge judge = new LincheckJudge(Path.of(args[1]));
    Budget budget = Budget.valueOf(args[2]);
    Set<String> wanted = Set.copyOf(List.of(args).subList(3, args.length));
    List<Finding> findings = new ArrayList<>();
    for (Trial trial : LincheckJudge.trials()) {
      if (wanted.contains(trial.name())) {
        findings.add(judge.judge(trial, budget));
        results.write(findings);
        System.out.println(trial.name());
      }
    }
  }
}
