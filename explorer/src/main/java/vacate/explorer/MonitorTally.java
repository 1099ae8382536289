// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.monitor.Monitor;
import vacate.explorer.monitor.Observed;
import vacate.explorer.search.Decisions;

/** What one monitor has noted under one model, each note with the first execution that shows it. */
final class MonitorTally<N> {
  private record Execution(int[][] choices, Object outcome) {}

  private final Monitor<N> monitor;
  private final Map<N, Execution> notes = new LinkedHashMap<>();
  private final Map<N, Execution> earlier = new LinkedHashMap<>();

  MonitorTally(Monitor<N> monitor) {
    this.monitor = monitor;
  }

  static List<MonitorTally<?>> of(List<Monitor<?>> monitors) {
    return monitors.stream().<MonitorTally<?>>map(MonitorTally::new).toList();
  }

  /** See {@link Monitor#findsFaults}. */
  boolean findsFaults() {
    return monitor.findsFaults();
  }

  /**
   * Shows an execution to the monitor, if it wants to see it.
   *
   * @param how what it is besides complete, or NONE
   * @return what it notes
   */
  List<N> see(Observed execution, Monitor.Besides how) {
    List<N> seen = new ArrayList<>();
    if (how.compareTo(monitor.sees()) <= 0) {
      monitor.see(execution, seen::add);
    }
    return seen;
  }

  /**
   * Keeps what the monitor, or the same one of another model, has noted of an execution.
   *
   * @param outcome null if it has none
   */
  @SuppressWarnings("unchecked")
  void keep(List<?> seen, Graph g, Object outcome) {
    for (N note : (List<N>) seen) {
      if (!notes.containsKey(note)) {
        notes.put(note, new Execution(Decisions.of(g), outcome));
      }
    }
  }

  /** Takes over what another has, of executions that come later. */
  @SuppressWarnings("unchecked")
  void add(MonitorTally<?> later) {
    ((MonitorTally<N>) later).notes.forEach(notes::putIfAbsent); // of the same monitor
  }

  /** Forgets what was noted, but not what is set aside. */
  void clear() {
    notes.clear();
  }

  /** Another search begins, which may come to less. */
  void setAside() {
    notes.forEach(earlier::putIfAbsent);
  }

  /** Takes over what was set aside and has not come again. */
  void recall() {
    earlier.forEach(notes::putIfAbsent);
  }

  Monitored conclude(WovenTest program, Rebuilder rebuilder) {
    Monitor.Names names =
        new Monitor.Names() {
          @Override
          public String location(int location) {
            return program.location(location).toString();
          }

          @Override
          public String actor(int thread) {
            return program.threadName(thread);
          }
        };
    return new Monitored(
        monitor.name(),
        monitor.conclude(List.copyOf(notes.keySet()), names).stream()
            .map(f -> new MonitorReport(f.what(), f.shownBy(), witnesses(f, rebuilder)))
            .toList());
  }

  private List<Witness> witnesses(Monitor.Finding<N> finding, Rebuilder rebuilder) {
    return finding.shownBy().stream()
        .map(notes::get)
        .map(e -> rebuilder.unexplained(e.choices(), e.outcome()))
        .toList();
  }
}
