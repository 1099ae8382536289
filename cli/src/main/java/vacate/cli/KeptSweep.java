// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vacate.scene.Scenario;
import vacate.sweep.ResultFile;
import vacate.universe.Swept;
import vacate.work.FileTrouble;

/** The scenarios of a sweep, of which some are known, and the others are kept when they are. */
final class KeptSweep implements AutoCloseable {
  private final Path path;
  private final ResultFile file;
  private final List<Scenario> scenarios;
  private final Map<Scenario, Swept> known;
  private volatile IOException trouble;

  KeptSweep(Path path, ResultFile file, List<Scenario> scenarios) {
    this.path = path;
    this.file = file;
    this.scenarios = scenarios;
    known = file == null ? Map.of() : file.known();
  }

  /** None is known, and none is kept. */
  static KeptSweep nowhere(List<Scenario> scenarios) {
    return new KeptSweep(null, null, scenarios);
  }

  /** How many need not be explored. */
  int known() {
    return known.size();
  }

  /** Those of which nothing is known. */
  List<Scenario> todo() {
    return scenarios.stream().filter(s -> !known.containsKey(s)).toList();
  }

  /** Keeps one; returns whether that was possible. By one thread at a time. */
  boolean keep(Swept swept) {
    try {
      if (file != null) {
        file.add(swept);
      }
      return true;
    } catch (IOException e) {
      trouble = e;
      return false;
    }
  }

  /** All of them: those that were known, and those that were found. */
  List<Swept> all(List<Swept> found) {
    Map<Scenario, Swept> all = new HashMap<>(known);
    found.forEach(swept -> all.put(swept.scenario(), swept));
    return scenarios.stream().map(all::get).toList();
  }

  /** How they were come by, in a line. */
  String text(String took) {
    return known.isEmpty()
        ? "explored in " + took
        : known.size() + " scenarios known from " + path + ", the others explored in " + took;
  }

  /**
   * @throws IOException if something could not be kept, with a message for the user
   */
  void check() throws IOException {
    if (trouble != null) {
      throw new IOException(
          "--results " + path + " cannot be written: " + FileTrouble.reason(trouble), trouble);
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
