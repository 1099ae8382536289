// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.TopicKind;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Frame;

/**
 * A line of a file of this project.
 *
 * @param path from its top folder, with slashes
 * @param line from 1
 */
record SourceFile(String path, int line) {
  /** By package, the longest first: a prefix of another would hide it. */
  private static final Map<String, String> MODULES =
      Map.of(
          "vacate.stress.", "stress-tests",
          "vacate.lincheck.", "lincheck-tests",
          "vacate.explorer.", "explorer",
          "vacate.", "core");

  /** What the port itself does, and not what it does it with. */
  private static final List<String> PORT = List.of("vacate.slub.", "vacate.revision.");

  /** Where a frame is; null if it is none of ours. */
  static SourceFile of(Frame frame) {
    return frame == null || frame.line() < 1 ? null : of(frame.type(), frame.line());
  }

  private static SourceFile of(String type, int line) {
    return MODULES.entrySet().stream()
        .filter(module -> type.startsWith(module.getKey()))
        .max(Comparator.comparingInt(module -> module.getKey().length()))
        .map(
            module ->
                new SourceFile(
                    module.getValue()
                        + "/src/main/java/"
                        + type.replaceFirst("(\\.[A-Z]\\w*)[.$].*$", "$1").replace('.', '/')
                        + ".java",
                    line))
        .orElse(null);
  }

  /** The last line of the port that an execution runs; null if it runs none. */
  static SourceFile last(Execution execution) {
    List<Event> order = execution.order();
    for (int i = order.size() - 1; i >= 0; i--) {
      for (Frame frame : order.get(i).stack()) {
        if (PORT.stream().anyMatch(frame.type()::startsWith)) {
          return of(frame);
        }
      }
    }
    return null;
  }

  /** The test, or where the ledger states what it shows if the test is no class. */
  static SourceFile of(Subject subject, String test) {
    SourceFile file = test == null || test.contains("/") ? null : of(test, 1);
    Class<?> ledger = subject.kind() == TopicKind.CLAIM ? Claim.class : Defect.class;
    return file != null ? file : of(ledger.getName(), 1);
  }
}
