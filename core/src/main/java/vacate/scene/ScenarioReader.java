// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a {@link Scenario}, and knows where in the text it is. Without regular expressions: it runs
 * as setup of explorations that follow one another, and could leave something in their machinery.
 */
final class ScenarioReader {
  private final Line line;
  private final List<List<Operation>> cpus = new ArrayList<>();
  private final Map<Integer, Intrusion> intrusions = new TreeMap<>();
  private Start start;

  ScenarioReader(String text) {
    line = new Line(text);
  }

  Scenario read() {
    String text = line.text();
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new ScenarioException(
          "\""
              + text
              + "\" lacks the colon behind the page's state, as in partial: free(0) | vacate",
          text.length());
    }
    start = new StartReader(line, colon).read();
    for (Line.Part cpu : line.parts(colon + 1, text.length(), Scenario.BAR)) {
      int at = cpu.text().length();
      for (Intrusion.By by : Intrusion.By.values()) {
        int begin = cpu.text().indexOf(by.toString());
        if (begin >= 0) {
          intrusions.put(cpus.size(), interruption(by, cpu, begin));
          at = begin;
        }
      }
      Line.Part does = line.part(cpu, 0, at);
      cpus.add(does.text().equals(Scenario.NOTHING) ? List.of() : operations(does));
    }
    return new Scenario(start, cpus, intrusions);
  }

  private Intrusion interruption(Intrusion.By by, Line.Part cpu, int at) {
    Line.Part does = line.part(cpu, at + by.toString().length(), cpu.text().length());
    for (Intrusion.By other : Intrusion.By.values()) {
      if (other != by && cpu.text().contains(other.toString())) {
        throw new ScenarioException("a CPU is interrupted once", does.start());
      }
    }
    return does.meaning(
        () -> {
          Intrusion between = new Intrusion(by, Operation.parse(does.text()));
          new Scenario(start, List.of(List.of()), Map.of(0, between));
          return between;
        });
  }

  private List<Operation> operations(Line.Part cpu) {
    List<Operation> operations = new ArrayList<>();
    for (Line.Part one : line.parts(cpu.start(), cpu.start() + cpu.text().length(), ';')) {
      operations.add(one.meaning(() -> operation(one.text())));
    }
    return operations;
  }

  private Operation operation(String text) {
    Operation operation = Operation.parse(text);
    new Scenario(start, List.of(List.of(operation)));
    return operation;
  }
}
