// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.lincheck.Grain;
import vacate.lincheck.LincheckJudge;
import vacate.lincheck.Ruled;
import vacate.lincheck.Staging;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.stress.runner.fork.ParentWatch;

/** The JVM in which Lincheck judges one scenario that was typed; see {@link LincheckFork}. */
final class LincheckScenarioFork {
  static final String VERDICT = "verdict";
  static final String RUNS = "runs";
  static final String DEPTH = "depth";
  static final String REASON = "reason";
  static final String TRACE = "trace";
  static final String MILLIS = "millis";

  private LincheckScenarioFork() {}

  /** The arguments of {@link #main}. */
  static List<String> arguments(
      Path result, Path traces, Revision revision, Grain grain, Scenario scenario, int runs) {
    return List.of(
        result.toString(),
        traces.toString(),
        revision.name(),
        grain.name(),
        scenario.toString(),
        Integer.toString(runs));
  }

  public static void main(String[] args) throws IOException {
    ParentWatch.begin();
    Staging staging =
        new Staging(
            "run", Revision.valueOf(args[2]), Scenario.parse(args[4]), Grain.valueOf(args[3]));
    Ruled ruled =
        new LincheckJudge(Path.of(args[1]))
            .judge(staging, fault -> true, Integer.parseInt(args[5]));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("revision", staging.revision().label);
    map.put("scenario", staging.scenario().toString());
    map.put("grain", staging.grain().label);
    map.put(VERDICT, ruled.verdict().toString());
    map.put(REASON, ruled.reason());
    map.put(RUNS, ruled.extent().runs());
    map.put(DEPTH, ruled.extent().depth());
    map.put(TRACE, ruled.trace());
    map.put(MILLIS, ruled.millis());
    Files.writeString(
        Path.of(args[0]),
        JSON.std
                .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                .asString(map)
            + "\n");
  }
}
