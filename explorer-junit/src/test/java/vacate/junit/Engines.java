// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs the engine as the platform does. */
final class Engines {
  private Engines() {}

  static EngineExecutionResults run(Class<?> type) {
    return run(Map.of(), type);
  }

  static EngineExecutionResults run(Map<String, String> configured, Class<?>... types) {
    return run(
        configured,
        Stream.of(types).map(DiscoverySelectors::selectClass).toArray(DiscoverySelector[]::new));
  }

  static EngineExecutionResults run(
      Map<String, String> configured, DiscoverySelector... selectors) {
    return EngineTestKit.engine(VacateTestEngine.ID)
        .selectors(selectors)
        .configurationParameters(configured)
        .enableImplicitConfigurationParameters(false)
        .execute();
  }

  /** The ids of all tests that were run, in their order, without the engine's. */
  static List<String> ran(EngineExecutionResults results) {
    return results.testEvents().finished().stream()
        .map(event -> event.getTestDescriptor().getUniqueId())
        .map(Engines::path)
        .toList();
  }

  private static String path(UniqueId id) {
    return String.join(
        "/",
        id.getSegments().stream()
            .skip(1)
            .map(s -> s.getValue().substring(s.getValue().lastIndexOf('.') + 1))
            .toList());
  }

  /** How the only test of a run ended. */
  static TestExecutionResult only(EngineExecutionResults results) {
    List<Event> all = results.testEvents().finished().list();
    if (all.size() != 1) {
      throw new AssertionError("one test was to be run, not " + ran(results));
    }
    return all.get(0).getRequiredPayload(TestExecutionResult.class);
  }
}
